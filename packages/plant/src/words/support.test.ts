import { expect, test } from 'vitest';
import { createReader } from '../reading/create-reader';
import type { Place } from './place-sorts';
import { unfitRelations } from './support';
import { type Sort, sortOfThing } from './thing-sorts';

const unfit = (sort: Sort, place: Place, own: string, isPlural = false) =>
  unfitRelations(sort, place, own, isPlural);

test.each<[Sort, Place, string, string, boolean]>([
  ['pet', 'vehicle', 'next to', 'on', true],
  ['person', 'electronics', 'next to', 'on', false],
  ['bulk', 'table', 'next to', 'on', false],
  ['vehicle', 'seat', 'behind', 'under', false],
  ['vessel', 'hollow', 'next to', 'in', false],
  ['food', 'plate', 'next to', 'on', true],
  ['person', 'vehicle', 'in front of', 'behind', true],
])('a %s at a %s, now "%s", may be "%s": %s', (sort, place, own, other, expected) => {
  expect(!unfit(sort, place, own).has(other)).toBe(expected);
});

test('before and behind a table or a plate depend on where one stands', () => {
  expect(unfit('person', 'table', 'in front of').has('behind')).toBe(true);
  expect(unfit('person', 'plate', 'next to').has('behind')).toBe(true);
});

test('what is on a bed is in it, what is on a car is not', () => {
  expect(unfit('pet', 'seat', 'on').has('in')).toBe(true);
  expect(unfit('pet', 'vehicle', 'on').has('in')).toBe(false);
});

test('who is within a fence is near it', () => {
  expect(unfit('cattle', 'wall', 'inside').has('near')).toBe(true);
});

test('one alone stands around nothing', () => {
  expect(unfit('person', 'table', 'on').has('around')).toBe(true);
  expect(unfit('person', 'table', 'on', true).has('around')).toBe(false);
});

test('an umbrella and a tent are large, a kite of the same kind is not', () => {
  const [object] = createReader()('An umbrella.')!.objects;
  const sort = (lemma: string) => sortOfThing(lemma, object?.noun, false);
  expect(object?.noun.kind).toBe('kite or cover');
  expect(['umbrella', 'tent', 'kite'].map(sort)).toEqual(['bulk', 'bulk', 'thing']);
});
