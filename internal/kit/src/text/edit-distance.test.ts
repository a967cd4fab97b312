import { expect, test } from 'vitest';
import { editDistance } from './edit-distance';

test.each([
  ['umbrella', 'umbrella', 0],
  ['umbrela', 'umbrella', 1],
  ['umbrellla', 'umbrella', 1],
  ['unbrella', 'umbrella', 1],
  ['umbrlela', 'umbrella', 1],
  ['unbrela', 'umbrella', 2],
  ['', 'bell', 4],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('%j and %j are %i apart, both ways', (one, other, distance) => {
  expect([editDistance(one, other, 9), editDistance(other, one, 9)]).toEqual([distance, distance]);
});

test('what is further apart than asked counts as one more than that', () => {
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  expect(editDistance('bell', 'umbrella', 2)).toBe(3);
});
