import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagCaption, tagCaptions } from './tagger';

test('a reading does not depend on what was read before', () => {
  const asked = "two giraffe's in a zoo";
  const read = () =>
    tagCaption(asked).map(({ text, tag, start, end }) => [text, tag, asked.slice(start, end)]);
  const before = read();
  expect(before.slice(1, 3)).toEqual([
    ['giraffe', 'NOUN', 'giraffe'],
    ["'s", 'PART', "'s"],
  ]);
  tagCaption("the giraffe's, the giraffe's. and (giraffe's) stand");
  expect(read()).toEqual(before);
});

const piece = fc.constantFrom(
  ...[
    'A dog',
    'chases',
    'the',
    'two cats.',
    'to ride',
    "a man's",
    'walking',
    'not',
    'saw',
    'back',
    'No.',
    '3',
    'U.S.',
    'a',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\ufeff',
    '',
    '(',
    '"',
    '…',
    '😀',
    '\ud83d',
    '<b>',
    '#tag',
    'שלום',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('texts that are tagged together are as each alone', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      expect([...tagCaptions(texts)]).toEqual(texts.map(tagCaption));
    }),
    { numRuns: 1000 },
  );
});

test('so are more than one document holds, whatever stands between them', () => {
  const texts = Array.from({ length: 200 }, (_, i) =>
    i % 70 === 69 ? `a${'\n'.repeat(i % 3)}b` : `${i} dogs run to`,
  );
  expect([...tagCaptions(texts)]).toEqual(texts.map(tagCaption));
});

test.each([
  ['3xl.3xl', 'a 3xl shirt'],
  ['a.5km', 'a 5km run'],
  ["it.don't", "dogs don't run"],
])('having read %s does not decide where %s is cut', (before, asked) => {
  const cut = (text: string) => tagCaption(text).map(({ start, end }) => text.slice(start, end));
  const alone = cut(asked);
  expect(alone).toHaveLength(4);
  expect(cut(before).join('')).toBe(before);
  expect(cut(asked)).toEqual(alone);
});
