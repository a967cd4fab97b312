import { type Slot, slots } from '../hard-negative';
import { article, hashPair, hashWord } from '../hashes/hash-words';
import type { Token } from '../reading/tagger';

const the = hashWord('the');
/** Words that count as nothing. */
export const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const otherStart = 0x6c62272e;

/** Two hashes of a caption with a span left out: 64 bits that are equal where all other words are. */
export type SiteKey = readonly [high: number, low: number];

/**
 * The key of a site: a hash of the slot and of the tokens before and behind the span, without articles, letter case and
 * a mark at the caption's end. Captions that are equal but for a span of one slot have one key.
 */
export function siteKey(tokens: readonly Token[], first: number, last: number, slot: Slot): SiteKey {
  let high = slots.indexOf(slot) + 1;
  let low = high ^ otherStart;
  const end = endOf(tokens);
  for (let i = 0; i < end; i += 1) {
    const hash = i === first ? -1 : i > first && i <= last ? 0 : hashOf(tokens[i]!);
    if (hash === 0) continue;
    high = hashPair(high, hash);
    low = hashPair(low ^ 0x9e3779b9, hash);
  }
  return [high >>> 0, low >>> 0];
}

/**
 * Two keys of a whole caption: of its words in whatever order, and of its words as they stand; without articles, letter
 * case and a mark at the end. Captions of the same words in another order have the first in common, not the second.
 */
export function orderKeys(
  tokens: readonly Token[],
): { readonly words: bigint; readonly text: bigint } | undefined {
  const hashes = tokens.slice(0, endOf(tokens)).flatMap((token) => hashOf(token) || []);
  if (hashes.length < 2) return undefined;
  return { words: keyOf([...hashes].sort((a, b) => a - b)), text: keyOf(hashes) };
}

function keyOf(hashes: readonly number[]): bigint {
  const [high, low] = [0, otherStart].map((start) => hashes.reduce(hashPair, start));
  return bits64(high!, low!);
}

/** Two numbers of 32 bits as one, signed, as Parquet holds it. */
export function bits64(high: number, low: number): bigint {
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
}

/** The words around spans, which a key is a hash of: keys of different words may be equal. */
export function surroundingsOf(
  tokens: readonly Token[],
  ...spans: readonly { readonly first: number; readonly last: number }[]
): string {
  const words: string[] = [];
  const end = endOf(tokens);
  for (let i = 0; i < end; i += 1) {
    const span = spans.find(({ first, last }) => i >= first && i <= last);
    if (span?.first === i) words.push('\n');
    else if (!span && !articles.has(tokens[i]!.lower)) words.push(tokens[i]!.lower);
  }
  return words.join(' ');
}

/** 0 for an article, which counts as nothing. */
function hashOf({ form, lower }: Token): number {
  if (form.hash === article || form.hash === the) return 0;
  return form.hash === 0 ? hashWord(lower) || 1 : form.hash;
}

/** Behind the last token that is a word: "A dog on a bed." is "a dog on a bed". */
export function endOf(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0 && /^[.!;,:…]+$/.test(tokens[end - 1]!.lower)) end -= 1;
  return end;
}
