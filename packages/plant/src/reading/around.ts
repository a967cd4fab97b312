import { isDropped } from '../hashes/hash-words';
import type { Token } from './tagger';

/** So many numbers `writeNeighbours` writes, the nearest word first and the nearest that is no article third. */
export const neighboursOfSide = 4;

/**
 * Writes the hashes of the two nearest words of one side, and of the two nearest that are no articles; 0 for none.
 *
 * @param start the nearest token
 */
export function writeNeighbours(
  tokens: readonly Token[],
  start: number,
  step: 1 | -1,
  into: Int32Array,
  at: number,
): void {
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
  into[at] = next;
  into[at + 1] = second;
  into[at + 2] = nextKept;
  into[at + 3] = secondKept;
}
