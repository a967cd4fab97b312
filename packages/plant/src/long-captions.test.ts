import { expect, test } from 'vitest';
import { createReaders } from './create-readers';
import { resolveOptions } from './options';
import { createPlant } from './plant';
import { longestCaption } from './reading/caption-refusals';
import { maxSpans, readCaption } from './reading/read-caption';

const patterns = [
  "dog's ",
  'dog and ',
  'a dog and a cat ',
  'dog, a cat, ',
  'dog next to ',
  'a red dog and a blue cat ',
  'dog sits cat runs ',
  'two dogs three cats ',
  'a boy and a girl ',
  'running ',
  'a',
  'hot dog ',
  '5 year old ',
];

/** Texts in which nothing is to change, and so nothing to refuse. */
const unchangeable = ['running ', 'a'];

function text(pattern: string, length: number): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

/** How many changes were weighed, all refused ones among them. */
function work(pattern: string, length: number): number {
  const plant = createPlant({ seed: 1, perCaption: 2, sense: 9 });
  plant.mineBlock(Array.from({ length: 3 }, (_, i) => ({ id: `${i}`, caption: text(pattern, length) })));
  plant.mine(text(pattern, length));
  const { negatives, refusals } = plant.stats();
  return Object.values(refusals).reduce((sum, times) => sum + times, negatives);
}

test.each(patterns)('a caption of "%s" again and again costs no more than its length asks for', (pattern) => {
  const half = work(pattern, longestCaption / 2);
  if (!unchangeable.includes(pattern)) expect(half).toBeGreaterThan(0);
  expect(work(pattern, longestCaption)).toBeLessThanOrEqual(2.2 * half + 100);
});

test('the words beyond the places that may be changed are still known', () => {
  const { reader } = createReaders(resolveOptions({ contextLength: 0 }));
  const animals = text('a dog and a cat ', 1200);
  const { objects, words, nouns } = readCaption(`${animals} near a horse and a traffic light`, reader)!;
  expect(objects).toHaveLength(maxSpans);
  expect(words).toContain('horse');
  expect(nouns).toContain('traffic light');
});
