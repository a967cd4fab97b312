import { isDropped } from '../hashes/hash-words';
import type { Token } from './tagger';

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

/** What stands around the tokens from `first` to `last`. */
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
