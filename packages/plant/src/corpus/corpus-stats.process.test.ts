import { InputError } from '@slipform/concreteness';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Caption } from '../caption';
import { fitCaptions } from '../fit-captions';
import { type Slot, slots } from '../hard-negative';
import { CountTable } from '../hashes/count-table';
import { hashBinding, hashPair, hashWord } from '../hashes/hash-words';
import { createPlant } from '../plant';
import { CorpusStats } from './corpus-stats';
import { Vocabulary } from './vocabulary';

const wordText = fc.stringMatching(/^[a-z é.'-]{1,20}$/);
const words = fc.array(
  fc.record({
    slot: fc.constantFrom<Slot>(...slots),
    lemma: wordText,
    text: wordText,
    form: wordText,
    pictures: fc.integer({ min: 1, max: 0x7fffffff }),
  }),
  { maxLength: 5 },
);
const count = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 0x7fffffff }));
/** Few different hashes, so that tables share some. */
const hashes = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer());
const tables = fc
  .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }), fc.array(fc.tuple(hashes, count)), words)
  .map(([captions, pictures, least, entries, all]) => {
    const counts = new CountTable(1);
    for (const [hash, times] of entries) counts.add(hash, times);
    const vocabulary = new Vocabulary();
    for (const word of all) vocabulary.add(word);
    return new CorpusStats({ captions, pictures: Math.min(captions, pictures), least, counts, vocabulary });
  });

test('text and back', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const read = CorpusStats.parse(String(table));
      expect(String(read)).toBe(String(table));
      table.each((hash, times) => expect(read.count(hash)).toBe(times));
      expect(read.vocabulary).toEqual(table.vocabulary);
    }),
  );
});

test('adding tables is associative and commutative, byte for byte', () => {
  fc.assert(
    fc.property(tables, tables, tables, (a, b, c) => {
      expect(String(a.with(b))).toBe(String(b.with(a)));
      expect(String(a.with(b).with(c))).toBe(String(a.with(b.with(c))));
    }),
  );
});

const sentence = fc.constantFrom(
  'A dog on a red couch.',
  'Two dogs chase a cat in the snow.',
  'A man rides a brown horse on a beach.',
  'A plate of food on a wooden table.',
  'A woman is holding an umbrella near a bus.',
  'Three white sheep stand behind a fence.',
);

test('a corpus in parts adds up to the very table of the whole, however it is cut between images', async () => {
  const photo = fc.tuple(fc.boolean(), fc.array(sentence, { minLength: 1, maxLength: 5 }));
  await fc.assert(
    fc.asyncProperty(fc.array(photo, { maxLength: 9 }), fc.nat(), async (photos, cut) => {
      const captionsOf = (some: typeof photos, start: number) =>
        some.flatMap(([hasImage, captions], i) =>
          captions.map(
            (caption): Caption => (hasImage ? { caption, imageId: `i${start + i}` } : { caption }),
          ),
        );
      const at = cut % (photos.length + 1);
      const whole = await fitCaptions(captionsOf(photos, 0));
      const first = await fitCaptions(captionsOf(photos.slice(0, at), 0));
      const second = await fitCaptions(captionsOf(photos.slice(at), at));
      expect(String(first.with(second))).toBe(String(whole));
    }),
    { numRuns: 30 },
  );
});

test('a word is counted by pictures, a sequence and a binding by captions', async () => {
  const captions = ['A dog on a couch.', 'A brown dog on a couch.', 'A dog sleeps.'];
  const fit = await fitCaptions([
    ...captions.map((caption) => ({ caption, imageId: '1' })),
    { caption: 'Two dogs.', imageId: '2' },
    'A cat on a couch.',
  ]);
  const [dog, couch, on] = ['dog', 'couch', 'on'].map(hashWord) as [number, number, number];
  expect([fit.captions, fit.pictures, fit.least]).toEqual([5, 3, 1]);
  expect(fit.count(dog)).toBe(3);
  expect(fit.count(hashPair(on, couch))).toBe(3);
  expect(fit.count(hashBinding(on, couch))).toBe(3);
  expect([fit.met(dog), fit.met(couch), fit.together(dog, couch)]).toEqual([2, 2, 1]);
  expect(fit.vocabulary).toContainEqual({
    slot: 'object',
    lemma: 'dog',
    text: 'dogs',
    form: 'plural',
    pictures: 1,
  });
  expect(fit.vocabulary.find(({ text }) => text === 'dog')?.pictures).toBe(1);
  const few = fit.pruned(2);
  expect([few.least, few.count(hashPair(on, couch)), few.count(hashPair(dog, on))]).toEqual([2, 3, 2]);
  expect(few.count(hashWord('two'))).toBe(0);
  expect(few.size).toBeLessThan(fit.size);
});

const small = `slipform-plant fit 2 captions 7 pictures 3 least 1 hashes 3 words 1
1:5 2
4:5z
2\tobject\tdog\tdogs\tplural
`;

test('the format is as its description says', () => {
  const table = CorpusStats.parse(small);
  expect([5, 7, 5 * 36 + 35].map((hash) => table.count(hash))).toEqual([1, 1, 4]);
  expect(String(table)).toBe(small);
});

test.each([
  ['', 'the first line must be "slipform-plant fit 2" and its numbers'],
  ['hello', 'the first line must be "slipform-plant fit 2" and its numbers'],
  [small.split('\n')[0]!, 'the first line must be'],
  ['slipform-plant fit 1 7\n1 2 3\n', 'the first line must be "slipform-plant fit 2" and its numbers'],
  [small.replace('hashes 3', 'hashes 999999999'), 'tells of more than there is'],
  [small.replace('words 1', 'words 99'), 'tells of more than there is'],
  [small.replace('pictures 3', 'pictures 8'), 'tells of more than there is'],
  [small.replace('least 1', 'least 0'), 'tells of more than there is'],
  [small.replace('hashes 3', 'hashes 4'), 'line 4 is broken'],
  [small.replace('hashes 3', 'hashes 2'), 'line 3 is broken'],
  [small.replace('5 2', '5 0'), 'line 2 is broken'],
  [small.replace('5 2', '0 2'), 'line 2 is broken'],
  [small.replace('5 2', '5  2'), 'line 2 is broken'],
  [small.replace('5 2', 'zzzzzzz 2'), 'line 2 is broken'],
  [small.replace('5 2', 'A 2'), 'line 2 is broken'],
  [small.replace('1:5 2', '0:5 2'), 'line 2 is broken'],
  [small.replace('1:5 2', '9999999999:5 2'), 'line 2 is broken'],
  [small.replace('4:5z', '4:7'), 'line 3 is broken'],
  [small.replace('4:5z', '1:1'), 'line 3 is broken'],
  [small.replace('object', 'thing'), 'line 4 is broken'],
  [small.replace('2\tobject', '0\tobject'), 'line 4 is broken'],
  [small.replace('\tplural', ''), 'line 4 is broken'],
  [small.replace('dogs', 'd\u001bogs'), 'line 4 is broken'],
  [small.replace('dogs', 'd'.repeat(500)), 'line 4 is broken'],
  [`${small}more\n`, 'line 5 is broken'],
  [small.trimEnd(), 'line 4 is broken'],
])('a broken table is refused with one sentence: %j', (text, message) => {
  expect(() => CorpusStats.parse(text)).toThrow(InputError);
  expect(() => CorpusStats.parse(text)).toThrow(message);
});

test.each([
  [5, 'text must be a string, got 5; read the file as text'],
  [String.fromCharCode(0x1f, 0x8b, 8), 'text is packed by gzip; unpack it first'],
  [Buffer.from([0x1f, 0x8b, 8, 0]).toString(), 'text is packed by gzip; unpack it first'],
  [null, 'text must be a string, got null'],
  [`\x1b[2J${'x'.repeat(1e6)}`, `got "\\u001b[2J${'x'.repeat(36)}…"; make`],
])('what is no table at all is one short sentence', (text, message) => {
  expect(() => CorpusStats.parse(text as string)).toThrow(InputError);
  expect(() => CorpusStats.parse(text as string)).toThrow(message);
});

test('a line of a million steps, as no table of ours has, is read without an array of them', () => {
  const split = vi.spyOn(String.prototype, 'split');
  const head = 'slipform-plant fit 2 captions 7 pictures 7 least 1 hashes 1000001 words 0';
  const { size } = CorpusStats.parse(`${head}\n1:${'1 '.repeat(1e6)}1\n`);
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
  const options = {
    operations: ['exchange'],
    slots: ['object'],
    policy: 'max',
    seed: 0,
    sense: 0.08,
  } as const;
  const negatives = (table: CorpusStats | null) =>
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
  expect(make).toThrow(
    'createPlant: fit must be a table from fitCaptions or FitTable.parse, or null, got "fit.txt".',
  );
});
