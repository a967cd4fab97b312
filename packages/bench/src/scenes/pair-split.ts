import { hashText } from '../random';
import type { ObjectName } from './objects';

export type Split = 'train' | 'test';

/** Share of the pairs that are kept for testing. */
const TEST_SHARE = 0.2;

/**
 * Which split two things belong to. The *unordered* pair decides, by a hash, so "dog left of cat" is never a training
 * scene where "cat above dog" is a test scene; each thing by itself is seen in both.
 */
export function splitOf(a: ObjectName, b: ObjectName, splitSeed = 0): Split {
  const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
  return hashText(pair, splitSeed) / 2 ** 32 < TEST_SHARE ? 'test' : 'train';
}
