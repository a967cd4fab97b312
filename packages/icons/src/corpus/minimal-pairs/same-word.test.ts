import { expect, it } from 'vitest';
import { stemOf } from './same-word';

it.each([
  ['box', 'boxes'],
  ['arrow', 'arrows'],
  ['battery', 'batteries'],
  ['glass', 'glasses'],
  ['colour', 'color'],
  ['centre', 'center'],
  ['grey', 'gray'],
  ['organise', 'organize'],
  ['lock', 'locked'],
  ['crop', 'cropped'],
])('%s and %s are one word', (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

it.each([
  ['on', 'off'],
  ['up', 'ups'],
  ['glass', 'class'],
  ['bus', 'bu'],
  ['red', 'r'],
  ['bed', 'b'],
  ['four', 'for'],
  ['cent', 'center'],
  ['seed', 'se'],
])('%s and %s are two', (a, b) => {
  expect(stemOf(a)).not.toBe(stemOf(b));
});
