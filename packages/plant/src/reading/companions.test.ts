import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';
import { hasContentOutside } from './companions';

const read = createReader();

test.each([
  ['cloud rain', 1, 1, true],
  ['a shopping cart', 1, 2, false],
  ['the house', 1, 1, false],
  ['a dog on a bed', 1, 1, true],
] as const)('%s without its words %i to %i', (caption, first, last, expected) => {
  expect(hasContentOutside(read(caption)!.tokens, { first, last })).toBe(expected);
});
