import { InputError } from '@slipform/concreteness';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createPlant } from '../create-plant';
import { hashWord } from '../hashes/hash-words';
import { fitCaptions } from './fit-captions';
import { FitTable } from './fit-table';

test('text and back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uniqueArray(fc.integer().filter((hash) => hash !== 0)), (captions, hashes) => {
      const table = FitTable.parse(new FitTable(captions, hashes).toString());
      expect(table.captions).toBe(captions);
      for (const hash of hashes) expect(table.has(hash)).toBe(true);
      expect(table.toString()).toBe(new FitTable(captions, hashes).toString());
    }),
  );
});

test.each(['', 'hello', 'slipform-plant fit 1 x', 'slipform-plant fit 1 -3'])('%j is no table', (text) => {
  expect(() => FitTable.parse(text)).toThrow('FitTable.parse: the first line must be "slipform-plant fit 1"');
});

test.each(['zzzzzzz zzzzzzz zzzzzzz', 'a -b', 'A', '__proto__'])('a broken line is named: %s', (line) => {
  expect(() => FitTable.parse(`slipform-plant fit 1 7\n${line}\n`)).toThrow(
    'FitTable.parse: line 2 is broken',
  );
});

test.each([
  [5, 'text must be a string, got 5; read the file first'],
  [null, 'text must be a string, got null'],
  [' '.repeat(64 * 1024 * 1024 + 1), 'text must have at most 67108864 characters, got 67108865'],
  [`\x1b[2J${'x'.repeat(1e6)}`, `got "\\u001b[2J${'x'.repeat(36)}…"; make`],
])('what is no table at all is one short sentence', (text, message) => {
  // @ts-expect-error: what JavaScript users pass
  expect(() => FitTable.parse(text)).toThrow(InputError);
  // @ts-expect-error: the same
  expect(() => FitTable.parse(text)).toThrow(message);
});

test('a line of a million steps, as no table of ours has, is read without an array of them', () => {
  const split = vi.spyOn(String.prototype, 'split');
  const { size } = FitTable.parse(`slipform-plant fit 1 7\n${'1 '.repeat(1e6)}1\n`);
  expect([size, split.mock.calls.length]).toEqual([1_000_001, 0]);
  split.mockRestore();
});

test('a corpus shows what can stand where', async () => {
  const corpus = [
    'A woman riding a camel in a field.',
    'A man riding a donkey in a field.',
    'A camel in a field.',
  ];
  const fit = await fitCaptions([...corpus, ...corpus]);
  expect(fit.captions).toBe(6);
  const captions = [
    { id: 'a', caption: 'A woman riding a horse in a field.' },
    { id: 'c', caption: 'A small camel in a field.' },
  ];
  const options = { operations: ['exchange'], slots: ['object'], policy: 'max', seed: 0 } as const;
  const negatives = (table: FitTable | null) =>
    createPlant({ ...options, fit: table })
      .mineBlock(captions)
      .map(({ negative }) => negative);
  // Nobody rides a camel in the two captions themselves.
  expect(negatives(null)).toEqual([]);
  expect(negatives(fit)).toContain('A woman riding a camel in a field.');
});

test('the option takes nothing but a table', () => {
  // @ts-expect-error: what JavaScript users pass
  const make = () => createPlant({ fit: 'fit.txt' });
  expect(make).toThrow('createPlant: fit must be a table from fitCaptions or FitTable.parse, got "fit.txt".');
  expect(() => FitTable.parse('x')).toThrow(InputError);
});

test('everyday captions are known from the start, unless they are left out', () => {
  const mined = (fit: null | undefined) =>
    Array.from({ length: 40 }, (_, seed) =>
      createPlant({ seed, fit, operations: ['replace'], slots: ['object'] })
        .mine('A bird that a cat caught is eating from a bucket.')
        .map(({ replacement }) => replacement.lemma),
    ).flat();
  const known = new Set(mined(undefined));
  const unknown = new Set(mined(null));
  expect(known.size).toBeGreaterThan(0);
  // Kinds alone would have a camel at the bucket.
  expect(known.size).toBeLessThan(unknown.size);
});

test('words that are common and never meet clash, until a corpus shows them together', async () => {
  const sea = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, caption: 'A whale in the ocean.' }));
  const farm = Array.from({ length: 40 }, (_, i) => ({ id: `f${i}`, caption: 'A tractor on a farm.' }));
  const apart = await fitCaptions([...sea, ...farm]);
  const [whale, tractor] = [hashWord('whale'), hashWord('tractor')];
  expect(apart.clash(whale, tractor)).toBe(true);
  expect(apart.clash(whale, hashWord('ocean'))).toBe(false);
  expect(FitTable.parse(String(apart)).clash(whale, tractor)).toBe(true);
  const both = 'A whale beside a tractor.';
  expect(apart.with(await fitCaptions([both, both])).clash(whale, tractor)).toBe(false);
});
