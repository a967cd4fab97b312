import { expect, test } from 'vitest';
import { dealingExcludes, handlingExcludes, posturesExclude } from '../reading/find-actions';
import { groundsExclude, placesExclude, roomsExclude, watersExclude } from '../reading/find-relations';
import { countsExclude } from './counts';
import { createExclusions } from './exclusions';

test('words of different groups exclude each other, unless another set has them together', () => {
  const exclude = createExclusions(['a b | c | d-e', 'a c']);
  expect(exclude('a', 'd e')).toBe(true);
  expect(exclude('b', 'c')).toBe(true);
  expect(exclude('a', 'b')).toBe(false);
  expect(exclude('a', 'c')).toBe(false);
  expect(exclude('a', 'x')).toBe(false);
  expect(exclude.against('a')).toEqual(['d e']);
});

test('words that may be true together are alike', () => {
  expect(countsExclude.alike('two')).toContain('a couple of');
  expect(placesExclude.alike('on')).not.toContain('under');
});

test.each([
  [posturesExclude, 'sit', 'stand', true],
  [posturesExclude, 'lie', 'sleep', false],
  [posturesExclude, 'walk', 'run', true],
  [posturesExclude, 'rest', 'walk', true],
  [posturesExclude, 'stand', 'graze', false],
  [handlingExcludes, 'ride', 'carry', true],
  [handlingExcludes, 'hold', 'eat', false],
  [handlingExcludes, 'hold', 'catch', false],
  [placesExclude, 'on', 'under', true],
  [placesExclude, 'on', 'on top of', false],
  [placesExclude, 'next to', 'in front of', false],
  [placesExclude, 'near', 'on', false],
  [placesExclude, 'near', 'under', false],
  [watersExclude, 'in', 'near', true],
  [groundsExclude, 'on', 'near', false],
  [dealingExcludes, 'hold', 'wear', false],
  [handlingExcludes, 'hold', 'wear', true],
  [placesExclude, 'left of', 'right of', true],
  [placesExclude, 'near', 'next to', false],
  [groundsExclude, 'down', 'across', true],
  [roomsExclude, 'in', 'outside', true],
  [countsExclude, 'two', 'three', true],
  [countsExclude, 'two', 'a couple of', false],
  [countsExclude, 'two', 'multiple', false],
  [countsExclude, 'several', 'many', false],
  [countsExclude, 'a group of', 'three', false],
  [countsExclude, 'a couple of', 'three', false],
  [countsExclude, 'a couple of', 'several', false],
  [countsExclude, 'a couple of', 'many', true],
  [countsExclude, 'two', 'several', true],
  [placesExclude, 'outside', 'in front of', false],
  [placesExclude, 'in front of', 'behind', true],
  [groundsExclude, 'on the side of', 'in the middle of', true],
] as const)('%#: %s', (exclude, a, b, expected) => {
  expect(exclude(a, b)).toBe(expected);
  expect(exclude(b, a)).toBe(expected);
});
