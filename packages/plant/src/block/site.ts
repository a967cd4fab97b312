import { hashPair, hashWord, isDropped } from '../hashes/hash-words';
import type { AttributeSpan, ObjectSpan } from '../reading/reading';
import type { Token } from '../reading/tagger';
import type { ClosedSpan } from '../spans/closed-span';

/** The words of a place, which another place's may be exchanged for. */
export type SiteSpan = ObjectSpan | AttributeSpan | ClosedSpan;

export interface SiteWord {
  readonly lemmaHash: number;
  /** First word, first word that is no article, last word, and all of it. */
  readonly first: number;
  readonly firstKept: number;
  readonly last: number;
  readonly whole: number;
  /** Of several words the one after the first that is no article, and the last two; 0 for none. */
  readonly second: number;
  readonly lastTwo: number;
}

/** So many sequences of words run through a place: five with all words, five without "a". */
export const sequencesOfSite = 10;

export function wordOf(tokens: readonly Token[], { first, last, lemma }: SiteSpan): SiteWord {
  const hash = tokens[first]!.form.hash;
  let whole = hash;
  let firstKept = isDropped(hash) ? 0 : hash;
  for (let i = first + 1; i <= last; i += 1) {
    whole = hashPair(whole, tokens[i]!.form.hash);
    if (firstKept === 0) firstKept = tokens[i]!.form.hash;
  }
  const start = isDropped(hash) ? first + 1 : first;
  return {
    lemmaHash: hashWord(lemma),
    first: hash,
    firstKept,
    last: tokens[last]!.form.hash,
    whole,
    second: last > start ? tokens[start + 1]!.form.hash : 0,
    lastTwo: last > first ? hashPair(tokens[last - 1]!.form.hash, tokens[last]!.form.hash) : 0,
  };
}
