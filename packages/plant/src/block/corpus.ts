import type { FitTable } from '../fit/fit-table';
import type { BlockReading, Site } from './site';
import { isDropped } from './site';
import { SequenceCounts } from './sequence-counts';
import { hashPair, hashTriple } from './sequences';

const bindingSalt = 0x7f4a7c15;

/** Hash of "this word under that governor": a verb and its object, an adjective and its noun. */
export function hashBinding(governor: number, lemma: number): number {
  return hashPair(governor ^ bindingSalt, lemma);
}

/** How often the captions of a block, and those of the fitted corpus, have a sequence or a binding. */
export class Corpus {
  readonly #counts: SequenceCounts;
  readonly #fit: FitTable | undefined;

  constructor(captions: number, fit: FitTable | undefined) {
    let capacity = 1 << 12;
    while (capacity < 90 * captions) capacity *= 2;
    this.#counts = new SequenceCounts(capacity);
    this.#fit = fit;
  }

  addCaption({ hashes, sites }: BlockReading): void {
    countSequences(hashes, (hash) => this.#counts.add(hash, 1));
    for (const { governor, word } of sites) {
      if (governor !== 0) this.#counts.add(hashBinding(governor, word.lemmaHash), 1);
    }
  }

  /** In the block alone, which is where a text model could learn it. */
  inBlock(hash: number): number {
    return this.#counts.get(hash);
  }

  attested(hash: number): boolean {
    return this.#counts.get(hash) > 0 || (this.#fit?.counts.get(hash) ?? 0) > 0;
  }
}

/** All sequences of two and three words, with and without articles. */
export function countSequences(hashes: Uint32Array, add: (hash: number) => void): void {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (const hash of hashes) {
    if (hash === 0) continue;
    if (l1 !== 0) add(hashPair(l1, hash));
    if (l2 !== 0) add(hashTriple(l2, l1, hash));
    if (!isDropped(hash)) {
      if (kl1 !== 0 && kl1 !== l1) add(hashPair(kl1, hash));
      if (kl2 !== 0 && (kl1 !== l1 || kl2 !== l2)) add(hashTriple(kl2, kl1, hash));
      kl2 = kl1;
      kl1 = hash;
    }
    l2 = l1;
    l1 = hash;
  }
}

export function siteKey(bucket: number, ...parts: readonly number[]): number {
  let key = bucket;
  for (const part of parts) key = hashPair(key, part);
  return key;
}

export type { Site };
