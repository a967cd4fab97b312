import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balances, policies } from '../options';
import { createPlant } from '../plant';

const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** From the strictest on. A number makes a tier of its own. */
const levels = ['strict', 'usual', 'all'] as const;

test('what a caption gets at a stricter level of sense stays at a wider one', () => {
  let [mined, more] = [0, 0];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(fixture, { minLength: 20 }),
      fc.constantFrom(...policies),
      fc.constantFrom(...balances),
      fc.integer({ min: 0, max: levels.length - 2 }),
      fc.constantFrom(1, 3),
      (texts, policy, balance, level, perCaption) => {
        const captions = texts.map((caption, i) => ({ id: `${i}`, caption }));
        const at = (sense: (typeof levels)[number]) =>
          createPlant({ policy, balance, sense, perCaption })
            .mineGroups(captions)
            .map(({ negatives }) => negatives.map(({ negative }) => negative));
        const strict = at(levels[level]!);
        const wide = at(levels[level + 1]!);
        expect(wide.map((negatives, i) => negatives.slice(0, strict[i]!.length))).toEqual(strict);
        mined += strict.flat().length;
        more += wide.flat().length - strict.flat().length;
      },
    ),
    { numRuns: 40 },
  );
  expect(mined).toBeGreaterThan(500);
  expect(more).toBeGreaterThan(100);
});

test('later negatives of a caption change other slots first', () => {
  const captions = Array.from({ length: 60 }, (_, i) => ({
    id: `${i}`,
    caption: `A ${['red', 'blue', 'green'][i % 3]} ${['car', 'bus', 'truck', 'van'][i % 4]} near a ${['dog', 'cat', 'horse', 'cow', 'sheep'][i % 5]}.`,
  }));
  const groups = createPlant({ perCaption: 2 }).mineGroups(captions);
  const pairs = groups.filter(({ negatives }) => negatives.length === 2);
  expect(pairs.length).toBeGreaterThan(40);
  for (const {
    negatives: [a, b],
  } of pairs)
    expect(a!.slot).not.toBe(b!.slot);
});

test('a word that the row of contrasts passes over is left to `all`, unless somebody wrote it there', () => {
  const minedOf = (other: string, sense: 'usual' | 'all') =>
    createPlant({ slots: ['object'], sense, perCaption: 12 })
      .mineGroups([{ caption: 'A cat sleeps on a sofa.' }, { caption: other }])[0]!
      .negatives.map(({ negative }) => negative);
  // The row of "cat" lists "fox", and not "bird".
  const [bird, fox] = ['A bird sleeps on a sofa.', 'A fox sleeps on a sofa.'];
  expect(minedOf('A bird is in a garden.', 'all')).toContain(bird);
  expect(minedOf('A bird is in a garden.', 'usual')).not.toContain(bird);
  expect(minedOf('A fox is in a garden.', 'usual')).toContain(fox);
  expect(minedOf(bird, 'usual')).toContain(bird);
});
