import { InputError } from '@slipform/concreteness';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlant } from '../create-plant';
import { fitCaptions } from './fit-captions';
import { FitTable } from './fit-table';

test('text and back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uniqueArray(fc.integer()), (captions, hashes) => {
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

test('a corpus shows what can stand where', async () => {
  const corpus = [
    'A man riding a zebra in a field.',
    'A man riding a camel in a field.',
    'A zebra in a field.',
  ];
  const fit = await fitCaptions([...corpus, ...corpus]);
  expect(fit.captions).toBe(6);
  const captions = [
    { id: 'a', caption: 'A woman riding a horse in a field.' },
    { id: 'c', caption: 'A small zebra in a field.' },
  ];
  const options = { operations: ['exchange'], slots: ['object'], policy: 'max', seed: 0 } as const;
  const negatives = (table: FitTable | undefined) =>
    createPlant({ ...options, fit: table })
      .mineBlock(captions)
      .map(({ negative }) => negative);
  // Nobody rides a zebra in the two captions themselves.
  expect(negatives(undefined)).toEqual([]);
  expect(negatives(fit)).toContain('A woman riding a zebra in a field.');
});

test('the option takes nothing but a table', () => {
  // @ts-expect-error: what JavaScript users pass
  const make = () => createPlant({ fit: 'fit.txt' });
  expect(make).toThrow('createPlant: fit must be a table from fitCaptions or FitTable.parse, got "fit.txt".');
  expect(() => FitTable.parse('x')).toThrow(InputError);
});
