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
  const left = neighbours(tokens, first - 1, -1);
  const right = neighbours(tokens, last + 1, 1);
  return {
    l1: left.next,
    l2: left.second,
    kl1: left.nextKept,
    kl2: left.secondKept,
    r1: right.next,
    r2: right.second,
    kr1: right.nextKept,
    kr2: right.secondKept,
  };
}

/** The two nearest words of one side, and the two nearest that are no articles; 0 for none. */
function neighbours(tokens: readonly Token[], start: number, step: 1 | -1) {
  let next = 0;
  let second = 0;
  let nextKept = 0;
  let secondKept = 0;
  for (let i = start; i >= 0 && i < tokens.length && secondKept === 0; i += step) {
    const { hash } = tokens[i]!.form;
    if (hash === 0) continue;
    if (next === 0) next = hash;
    else if (second === 0) second = hash;
    if (isDropped(hash)) continue;
    if (nextKept === 0) nextKept = hash;
    else secondKept = hash;
  }
  return { next, second, nextKept, secondKept };
}
