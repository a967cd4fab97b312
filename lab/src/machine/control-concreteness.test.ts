import { createRandom } from '@slipform/kit/random/random';
import { expect, test } from 'vitest';
import type { Control } from '../run';
import { controlConcreteness } from './icons/measure-icons';

const own = [2, 1, 5, 3, 4.5];
const valid = [true, false, true, true, true];
const controlled = (control?: Control) =>
  controlConcreteness(
    { name: 'adaptive', max: 2, ...(control ? { control } : {}) },
    own,
    valid,
    createRandom(4),
  );
const meanOf = (values: readonly number[]) =>
  values.filter((_, row) => valid[row]).reduce((sum, value) => sum + value, 0) / 4;

test('the words’ own without a control, and of other losses', () => {
  expect(controlled()).toEqual(own);
  expect(controlConcreteness({ name: 'static', value: 3 }, own, valid, createRandom(4))).toEqual(own);
});

test('permuted deals the same values to rows that have a negative, and to no other', () => {
  const found = controlled('permuted');
  expect(found).not.toEqual(own);
  expect(found[1]).toBe(1);
  expect([...found].sort()).toEqual([...own].sort());
});

test('wide spreads evenly from 1 to 5 about 3', () => {
  const found = controlled('wide');
  expect(found[1]).toBe(1);
  expect([0, 2, 3, 4].map((row) => found[row]!).sort()).toEqual([1.5, 2.5, 3.5, 4.5]);
  expect(meanOf(found)).toBe(3);
});
