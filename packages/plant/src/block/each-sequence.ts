import { article, hashPair, hashTriple } from '../hashes/hash-words';
import type { TokenTable } from './token-table';

/** All sequences of two and three words of one caption, and those that differ where articles are dropped. */
export function eachSequence(
  tokens: TokenTable,
  start: number,
  end: number,
  visit: (hash: number) => void,
): void {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (let i = start; i < end; i += 1) {
    const hash = tokens.hash(i);
    if (hash === 0) continue;
    if (l1 !== 0) visit(hashPair(l1, hash));
    if (l2 !== 0) visit(hashTriple(l2, l1, hash));
    if (hash !== article) {
      if (kl1 !== 0 && kl1 !== l1) visit(hashPair(kl1, hash));
      if (kl2 !== 0 && (kl1 !== l1 || kl2 !== l2)) visit(hashTriple(kl2, kl1, hash));
      kl2 = kl1;
      kl1 = hash;
    }
    l2 = l1;
    l1 = hash;
  }
}
