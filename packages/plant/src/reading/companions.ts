import { hashWord } from '../hashes/hash-words';
import { companyHash } from '../lexicon/words';
import type { ObjectSpan, Reading } from './reading';

/**
 * The words of a caption that say what is seen, each with the token that it starts at: things by their lemma, and what is
 * done. Names of one thing ("plane", "airplane") have one hash.
 */
export function eachCompanion(
  { tokens, objects, compounds }: Reading,
  visit: (hash: number, token: number) => void,
): void {
  let covered = -1;
  let long = 0;
  const longs = longObjects(objects, compounds);
  for (let i = 0; i < tokens.length; i += 1) {
    if (i <= covered) continue;
    while (long < longs.length && longs[long]!.first < i) long += 1;
    let hash = 0;
    const { tag, form } = tokens[i]!;
    if (longs[long]?.first === i) {
      hash = companyHash(hashWord(longs[long]!.lemma));
      covered = longs[long]!.last;
    } else if (tag === 'NOUN' || tag === 'PROPN') hash = form.nounHash;
    else if (tag === 'VERB') hash = form.verbHash;
    if (hash !== 0) visit(hash, i);
  }
}

const none: readonly ObjectSpan[] = [];

/** The things of several words, from left to right. */
function longObjects(
  objects: readonly ObjectSpan[],
  compounds: readonly ObjectSpan[],
): readonly ObjectSpan[] {
  if (!objects.some(isLong) && !compounds.some(isLong)) return none;
  return [...objects, ...compounds].filter(isLong).sort((a, b) => a.first - b.first);
}

function isLong({ first, last }: ObjectSpan): boolean {
  return first !== last;
}

/** Tags of words that say what is seen. */
const content: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM']);

/** Whether a caption says anything beside a span: "house" and "shopping cart" have nothing in common. */
export function hasContentOutside(
  tokens: readonly { readonly tag: string }[],
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  return tokens.some(({ tag }, i) => (i < first || i > last) && content.has(tag));
}
