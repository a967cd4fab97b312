import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexicon } from './index';

const lexicon = createLexicon();

test('rates content words and phrases in place', () => {
  const caption = 'The man’s dogs are sitting beside a Traffic Light.';
  const { words, mean } = lexicon.rateCaption(caption);
  expect(words.map(({ text, lemma }) => [text, lemma])).toEqual([
    ['man’s', 'man'],
    ['dogs', 'dog'],
    ['sitting', 'sitting'],
    ['Traffic Light', 'traffic light'],
  ]);
  for (const { text, start, end } of words) expect(caption.slice(start, end)).toBe(text);
  expect(mean).toBeCloseTo(words.reduce((sum, { rating }) => sum + rating, 0) / words.length, 12);
});

test('a phrase is not read across punctuation, nor begun or ended by a function word', () => {
  const lemmas = (text: string) => lexicon.rateCaption(text).words.map(({ lemma }) => lemma);
  expect(lemmas('hot dog')).toEqual(['hot dog']);
  expect(lemmas('hot, dog')).toEqual(['hot', 'dog']);
  expect(lemmas('a man in love')).toEqual(['man', 'love']);
});

test.each([
  ['a red fire hydrant', ['red', 'fire hydrant']],
  ['a large white airplane', ['large', 'white', 'airplane']],
  ['a car parked outside', ['car', 'parked']],
  ['a bed covered in snow', ['bed', 'covered', 'snow']],
  ['a smoke detector', ['smoke', 'detector']],
])('%s: what is no phrase of the table here is rated word by word', (text, expected) => {
  expect(lexicon.rateCaption(text).words.map(({ text: word }) => word)).toEqual(expected);
});

test.each(['', ' ', 'the of and', '???', '🐶🐶', 'qwxz'])(
  '%j has no words and no mean, before a dog it has one',
  (text) => {
    expect(lexicon.rateCaption(text)).toEqual({ words: [], mean: Number.NaN });
    expect(lexicon.rateCaption(`${text} dog`).words.map(({ lemma }) => lemma)).toEqual(['dog']);
  },
);

test('offsets are UTF-16 code units, in order and apart, for any text', () => {
  const piece = fc.constantFrom('dog', ' ', 'red', 'traffic light', ', ', '🐶', 'é', 'the', '’s', '-', '\n');
  let rated = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const { words, mean } = lexicon.rateCaption(text);
        let last = 0;
        rated += words.length;
        for (const word of words) {
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.start).toBeGreaterThanOrEqual(last);
          last = word.end;
          const { text: _text, start, end, ...rating } = word;
          expect(end - start).toBe(word.text.length);
          expect(lexicon.rate(word.text)).toEqual(rating);
        }
        expect(words.length === 0 ? Number.isNaN(mean) : mean >= 1 && mean <= 5).toBe(true);
      },
    ),
  );
  expect(rated).toBeGreaterThan(0);
});

test('a caption of 10,000 words', () => {
  const { words } = lexicon.rateCaption('a red dog '.repeat(3334));
  expect(words).toHaveLength(6668);
});

test('what is no string is refused', () => {
  // @ts-expect-error: JavaScript callers may pass anything.
  expect(() => lexicon.rateCaption(null)).toThrow('rateCaption: text must be a string, got null');
});
