import { expect, it } from 'vitest';
import { candidatesOf } from './candidates';

const size = 2;
const set = { title: '', artist: '', family: '', licence: '', url: '' };
const drawings = [
  [0, 'car'],
  [0, 'bus'],
  [0, 'taxi'],
  [1, 'car'],
  [1, 'bus'],
  [2, 'car'],
  [2, 'bus'],
  [2, 'taxi'],
] as const;
const data = {
  table: {
    ...{ size, drawings, examples: [], questions: [] },
    sets: [
      { ...set, isHeldOut: false },
      { ...set, isHeldOut: true },
      { ...set, isHeldOut: true },
    ],
  },
  // Of each drawing another pixel is ink.
  greys: Uint8Array.from({ length: drawings.length * size * size }, (_, at) =>
    Math.floor(at / 4) % 3 === at % 4 ? 0 : 255,
  ),
};
const own = 'a red car to the left of a blue bus';

it('takes the held-out artist who draws most of the negatives, the typed caption first, each picture once', () => {
  const found = candidatesOf(data, [
    own,
    'a red taxi to the left of a blue bus',
    'a red van to the left of a blue bus',
    'A RED CAR to the left of a blue bus',
    'a blue car to the left of a red bus',
  ]);
  expect(found?.set).toBe(2);
  expect(found?.list.map(({ caption }) => caption)).toEqual([
    own,
    'a red taxi to the left of a blue bus',
    'a blue car to the left of a red bus',
  ]);
});

it('finds nothing for another text, nor where nobody draws both things', () => {
  expect(candidatesOf(data, ['two dogs on a beach', own])).toBeUndefined();
  expect(candidatesOf(data, ['a red van above a blue bus', own])).toBeUndefined();
});
