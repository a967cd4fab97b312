import { beforeAll, expect, test } from 'vitest';
import { prepareProducts } from './matrix-product';
import { findNearest, neighbourRatings, relationColumns } from './neighbour-ratings';
import { relateWords, relationNames } from './relations';
import { readWordNet } from './wordnet';

beforeAll(prepareProducts);

const words = ['auto', 'car', 'justice', 'truck'];
const rated = ['auto', 'car', 'truck'];
const ratedRows = Uint32Array.of(0, 1, 3);
const vectors = Float32Array.of(1, 0, 0.96, 0.28, 0, 1, 0.8, 0.6);
const relations = relateWords(words, rated, { wordNet: readWordNet(), rankOf: () => undefined });
const synonyms = relationNames.indexOf('mates');

test('the nearest come first and no word is its own neighbour', () => {
  const { rated: found, cosines } = findNearest(vectors, ratedRows, 2, 2);
  expect([...found]).toEqual([1, 2, 0, 2, 2, 1, 1, 0]);
  expect(cosines[0]).toBeCloseTo(0.96, 5);
});

test('a row gets the ratings of its neighbours that are given, never its own', () => {
  const nearest = [findNearest(vectors, ratedRows, 2, 2)];
  const of = (ratings: readonly number[]) =>
    neighbourRatings({ relations, nearest }, Uint32Array.of(0, 1, 2, 3), Float64Array.from(ratings));
  const whole = of([4, 5, 3]);
  // auto is given car's rating and car is given auto's.
  expect(whole.means[synonyms]).toBe(5);
  expect(whole.means[relationColumns + synonyms]).toBe(4);
  expect(whole.weights[2 * relationColumns + synonyms]).toBe(0);
  const heldOut = of([4, Number.NaN, 3]);
  expect(heldOut.means[synonyms]).toBeNaN();
  // Its own rating changes nothing of what a word gets.
  const ownChanged = of([1, 5, 3]);
  expect(ownChanged.means.subarray(0, relationColumns)).toEqual(whole.means.subarray(0, relationColumns));
  expect(ownChanged.nearest.subarray(0, 4)).toEqual(whole.nearest.subarray(0, 4));
});
