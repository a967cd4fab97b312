import { article, hashPair, hashTriple } from '../hashes/hash-words';
import type { TokenTable } from './token-table';

/** Counts hashes. */
export interface Counter {
  add(hash: number): void;
}

/** Counts all sequences of two and three words of one caption, and those that differ where articles are dropped. */
export function countSequences(tokens: TokenTable, start: number, end: number, counter: Counter): void {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (let i = start; i < end; i += 1) {
    const hash = tokens.hash(i);
    if (hash === 0) continue;
    if (l1 !== 0) counter.add(hashPair(l1, hash));
    if (l2 !== 0) counter.add(hashTriple(l2, l1, hash));
    if (hash !== article) {
      if (kl1 !== 0 && kl1 !== l1) counter.add(hashPair(kl1, hash));
      if (kl2 !== 0 && (kl1 !== l1 || kl2 !== l2)) counter.add(hashTriple(kl2, kl1, hash));
      kl2 = kl1;
      kl1 = hash;
    }
    l2 = l1;
    l1 = hash;
  }
}
