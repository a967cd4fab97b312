import type { Surroundings } from '../operations/operation';
import type { AttributeSpan, ObjectSpan, Reading } from '../reading/reading';
import type { ClosedSpan } from '../spans/closed-span';
import { hashPair, hashTriple, hashWord, isDropped } from './sequences';

/** A caption of a block with what is known of it. */
export interface BlockReading {
  /** Place among the readings of the block. */
  readonly index: number;
  readonly id: string;
  readonly reading: Reading;
  /** Hash of each token; 0 for punctuation. */
  readonly hashes: Int32Array;
  readonly sites: readonly Site[];
  /** What the other captions of the image say; worked out when first asked for. */
  readonly siblings: () => Surroundings;
  readonly siblingTexts: () => readonly string[];
}

export type SiteSpan = ObjectSpan | AttributeSpan | ClosedSpan;

/**
 * A place of a caption whose word may be exchanged, with its surroundings. All in one object: matching goes through
 * far more places than lie in the processor's cache.
 */
export interface Site extends SiteWord, Around {
  readonly caption: BlockReading;
  readonly span: SiteSpan;
  /** Part of a compound: changed only where the corpus has the new one. */
  readonly compound: boolean;
  /** Words are exchanged within one bucket: kind, number, form. */
  readonly bucket: number;
  /** The same for a family of kinds. */
  readonly family: number;
  /** Rank among the sites of its slot (or, without balance, of the caption) by the policy; 0 is the policy's choice. */
  rank: number;
  /** The word that governs the place: the verb or preposition before an object, the noun of an attribute. */
  readonly governor: number;
  /** Who acts, for an action; 0 for none. */
  readonly actor: number;
  /** What a thing does; 0 for nothing. */
  readonly deed: number;
}

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

export function aroundOf(hashes: Int32Array, first: number, last: number): Around {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (let i = first - 1; i >= 0 && kl2 === 0; i -= 1) {
    const hash = hashes[i]!;
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
  for (let i = last + 1; i < hashes.length && kr2 === 0; i += 1) {
    const hash = hashes[i]!;
    if (hash === 0) continue;
    if (r1 === 0) r1 = hash;
    else if (r2 === 0) r2 = hash;
    if (isDropped(hash)) continue;
    if (kr1 === 0) kr1 = hash;
    else kr2 = hash;
  }
  return { l1, l2, r1, r2, kl1, kl2, kr1, kr2 };
}

export function wordOf(hashes: Int32Array, { first, last, lemma }: SiteSpan): SiteWord {
  let whole = hashes[first]!;
  let firstKept = isDropped(whole) ? 0 : whole;
  for (let i = first + 1; i <= last; i += 1) {
    whole = hashPair(whole, hashes[i]!);
    if (firstKept === 0) firstKept = hashes[i]!;
  }
  const start = isDropped(hashes[first]!) ? first + 1 : first;
  return {
    lemmaHash: hashWord(lemma),
    first: hashes[first]!,
    firstKept,
    last: hashes[last]!,
    whole,
    second: last > start ? hashes[start + 1]! : 0,
    lastTwo: last > first ? hashPair(hashes[last - 1]!, hashes[last]!) : 0,
  };
}

/** So many sequences of words run through a place: five with all words, five without "a". */
export const sequencesOfSite = 10;

/** Writes the sequences that a word makes with its surroundings; 0 where there is none or it is there already. */
export function sequencesAt(around: Around, word: SiteWord, into: Int32Array): Int32Array {
  const { l1, l2, r1, r2, kl1, kl2, kr1, kr2 } = around;
  const { first, firstKept, last, whole, second, lastTwo } = word;
  into[0] = l1 === 0 ? 0 : hashPair(l1, first);
  into[1] = l2 === 0 ? 0 : hashTriple(l2, l1, first);
  into[2] = l1 === 0 || r1 === 0 ? 0 : hashTriple(l1, whole, r1);
  into[3] = r1 === 0 ? 0 : hashPair(last, r1);
  into[4] = r2 === 0 ? 0 : hashTriple(last, r1, r2);
  const left = kl1 !== l1 || firstKept !== first;
  const right = kr1 !== r1;
  into[5] = kl1 === 0 || !left ? 0 : hashPair(kl1, firstKept);
  into[6] = kl2 === 0 || !(left || kl2 !== l2) ? 0 : hashTriple(kl2, kl1, firstKept);
  into[7] = kl1 === 0 || kr1 === 0 || !(left || right) ? 0 : hashTriple(kl1, whole, kr1);
  into[8] = kr1 === 0 || !right ? 0 : hashPair(last, kr1);
  if (lastTwo !== 0) {
    // Of several words two stand in a sequence of three with a neighbour.
    into[2] = kl1 === 0 || second === 0 ? 0 : hashTriple(kl1, firstKept, second);
    into[7] = r1 === 0 ? 0 : hashPair(lastTwo ^ 0x5bd1e995, r1);
  }
  into[9] = kr2 === 0 || !(right || kr2 !== r2) ? 0 : hashTriple(last, kr1, kr2);
  return into;
}
