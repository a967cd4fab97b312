import { describe, expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { fitCaptions } from '../fit-captions';
import type { Slot } from '../hard-negative';
import { resolveOptions } from '../options';
import { readBlock } from '../sites/read-block';
import { createPlausibility } from './plausibility';

const options = resolveOptions({});
const readers = createReaders(options);

/** The surprise of words at the sites of a caption's words, by the statistics that ship. */
function read(caption: string, others: readonly string[], fit = options.fit) {
  const inputs = [caption, ...others].map((text, i) => ({ id: `${i}`, caption: text }));
  const block = readBlock(inputs, readers, new Set(options.slots));
  const { sites } = block;
  const rowOf = (text: string, from: number, slot: Slot) => {
    for (let row = from; row < sites.size; row += 1) {
      if (sites.span(row).text === text && sites.slot(row) === slot) return row;
    }
    throw new Error(`no ${slot} "${text}"`);
  };
  const plausibility = createPlausibility(block, fit);
  const giverOf = (text: string, slot: Slot) => rowOf(text, block.endOfSites(0), slot);
  return {
    surprise: (old: string, other: string, slot: Slot = 'object') =>
      plausibility.surprise(rowOf(old, 0, slot), giverOf(other, slot)),
    likelyTrue: (old: string, other: string) =>
      plausibility.likelyTrue(rowOf(old, 0, 'object'), giverOf(other, 'object')),
  };
}

describe('of two words the one that stands in such places is less surprising', () => {
  test.each<[caption: string, old: string, better: string, worse: string]>([
    ['A dog is sleeping on a couch.', 'dog', 'cat', 'bus'],
    ['A plate of food on a table.', 'table', 'counter', 'giraffe'],
    ['A man riding a horse on a beach.', 'horse', 'bike', 'sink'],
    ['A red bus on a street.', 'bus', 'truck', 'pizza'],
    ['A woman is holding an umbrella.', 'umbrella', 'phone', 'ocean'],
    ['A bathroom with a toilet.', 'toilet', 'sink', 'elephant'],
  ])('%s %s: %s, not %s', (caption, old, better, worse) => {
    const { surprise } = read(caption, [`A ${better}.`, `A ${worse}.`, 'An ocean.', 'An elephant.']);
    expect(surprise(old, better)).toBeGreaterThanOrEqual(0);
    expect(surprise(old, better)).toBeLessThan(surprise(old, worse));
  });
});

test('a fitted corpus makes its own words less surprising', async () => {
  const caption = 'A viaduct crosses a river.';
  const own = await fitCaptions(
    Array.from({ length: 60 }, (_, i) =>
      i % 2 ? 'A viaduct crosses a river.' : 'An aqueduct crosses a river.',
    ),
  );
  const others = ['An aqueduct crosses a valley.'];
  const before = read(caption, others).surprise('viaduct', 'aqueduct');
  const after = read(caption, others, options.fit!.with(own)).surprise('viaduct', 'aqueduct');
  expect(after).toBeLessThan(before);
});

test('among captions of seams that nobody has met the same change is claimed to be less sound', () => {
  const known = Array.from({ length: 40 }, () => 'A man riding a wave on a surfboard.');
  const [rocks, bones] = [
    'basalt gneiss karst esker moraine dolomite',
    'tibia femur ulna stamen pistil ammonite',
  ];
  const unmet = rocks
    .split(' ')
    .flatMap((a) => bones.split(' ').map((b, i) => `Model ${i}${a} with ${b}${a} on slab ${a}${i}.`));
  const among = (others: readonly string[]) =>
    read('A dog is sleeping on a couch.', ['A cat.', ...others]).surprise('dog', 'cat');
  expect(among(unmet)).toBeGreaterThan(1.3 * among(known));
});

test('what most pictures with one of the caption’s things have may be there unsaid', async () => {
  const fit = await fitCaptions(
    Array.from({ length: 100 }, (_, i) => (i % 3 ? 'A boat on the water.' : 'A boat near a dog.')),
  );
  const { likelyTrue } = read('A boat near a pier.', ['Some water.', 'A dog.', 'A cat.'], fit);
  expect(likelyTrue('pier', 'water')).toBe(true);
  expect(likelyTrue('pier', 'cat')).toBe(false);
});
