import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { fitCaptions } from '../fit-captions';
import { resolveOptions } from '../options';
import { readBlock } from '../sites/read-block';
import { Evidence } from './evidence';
import { vectorsFor } from './word-vectors';

const options = resolveOptions({ fit: null });
const readers = createReaders(options);

function read(captions: readonly string[]) {
  const block = readBlock(
    captions.map((caption, i) => ({ id: `${i}`, caption })),
    readers,
    new Set(options.slots),
  );
  const rowOf = (lemma: string) => {
    for (let row = 0; row < block.sites.size; row += 1) if (block.sites.span(row).lemma === lemma) return row;
    throw new Error(`no ${lemma}`);
  };
  return { block, rowOf };
}

const corpus = [
  ...['dog', 'cat'].flatMap((animal) => [
    `A ${animal} sleeps on a couch.`,
    `A brown ${animal} chases a ball in the grass.`,
    `A woman pets a ${animal}.`,
  ]),
  'A bus drives down a busy street.',
  'A red bus is parked at a station.',
  'Many people wait for a bus.',
].flatMap((caption) => Array.from({ length: 40 }, () => caption));

test('words of the same surroundings are close, and each is closest to itself', () => {
  const { block, rowOf } = read(corpus);
  const vectors = vectorsFor(block, undefined, new Evidence(block, undefined));
  const [dog, cat, bus] = [rowOf('dog'), rowOf('cat'), rowOf('bus')];
  const closeness = (a: number, b: number) => vectors.closeness(block.sites, a, b);
  expect(closeness(dog, dog)).toBeCloseTo(1, 5);
  expect(closeness(dog, cat)).toBeGreaterThan(0.7);
  expect(closeness(dog, bus)).toBeLessThan(0.3);
  expect(closeness(cat, bus)).toBe(closeness(bus, cat));
});

test('a small block has the vectors of the fitted corpus, and a word unknown to it is close to none', async () => {
  const fit = await fitCaptions(corpus);
  const { block, rowOf } = read(['A dog and a cat near a bus.', 'A giraffe.']);
  const vectors = vectorsFor(block, fit, new Evidence(block, fit));
  expect(vectors.closeness(block.sites, rowOf('dog'), rowOf('cat'))).toBeGreaterThan(0.7);
  expect(vectors.closeness(block.sites, rowOf('dog'), rowOf('giraffe'))).toBe(0);
  expect(vectorsFor(read(['A dog.']).block, fit, new Evidence(undefined, fit))).toBe(vectors);
});
