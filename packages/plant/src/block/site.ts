import type { AttributeSpan, ObjectSpan } from '../reading/reading';
import type { Token } from '../reading/tagger';
import type { ClosedSpan } from '../spans/closed-span';
import { hashPair, hashWord, isDropped } from './sequences';

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

/** Hashes of the neighbouring words, with and without articles; 0 for none. */
export interface Around {
  readonly l1: number;
  readonly l2: number;
  readonly r1: number;
  readonly r2: number;
  readonly kl1: number;
  readonly kl2: number;
  readonly kr1: number;
  readonly kr2: number;
}

/** So many sequences of words run through a place: five with all words, five without "a". */
export const sequencesOfSite = 10;

export function aroundOf(tokens: readonly Token[], first: number, last: number): Around {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (let i = first - 1; i >= 0 && kl2 === 0; i -= 1) {
    const hash = tokens[i]!.form.hash;
    if (hash === 0) continue;
    if (l1 === 0) l1 = hash;
    else if (l2 === 0) l2 = hash;
    if (isDropped(hash)) continue;
    if (kl1 === 0) kl1 = hash;
    else kl2 = hash;
  }
  let r1 = 0;
  let r2 = 0;
  let kr1 = 0;
  let kr2 = 0;
  for (let i = last + 1; i < tokens.length && kr2 === 0; i += 1) {
    const hash = tokens[i]!.form.hash;
    if (hash === 0) continue;
    if (r1 === 0) r1 = hash;
    else if (r2 === 0) r2 = hash;
    if (isDropped(hash)) continue;
    if (kr1 === 0) kr1 = hash;
    else kr2 = hash;
  }
  return { l1, l2, r1, r2, kl1, kl2, kr1, kr2 };
}

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
