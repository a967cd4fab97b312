import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openEstimates } from './estimates';
import { createLexicon, type Lexicon } from './index';

const entries = [...openEstimates().words()];

/** Makes other words of entries: forms, spellings, derivations, compounds, phrases, misspellings. */
const changes: readonly ((word: string) => string)[] = [
  (word) => `${word}s`,
  (word) => `${word}ed`,
  (word) => `${word}ing`,
  (word) => `un${word}`,
  (word) => `${word}less`,
  (word) => `${word}like`,
  (word) => word.toUpperCase(),
  (word) => word.replaceAll(' ', '-'),
  (word) => word.replaceAll('-', ' '),
  (word) => word.replaceAll(' ', ''),
  (word) => `${word}'s`,
  (word) => `(${word},`,
  (word) => word.replace('e', 'é'),
  (word) => word.replace('our', 'or'),
  (word) => `${word} detector`,
  (word) => `in ${word}`,
  (word) => `${word}houses`,
  (word) => word.slice(1),
  (word) => `${word}est`,
  (word) => word.replace(' ', '_'),
  (word) => `take ${word}`,
];
const odd = entries.flatMap((word, index) =>
  index % 29 === 0 ? [changes[(index / 29) % changes.length]!(word)] : [],
);
const captions = Array.from({ length: 2000 }, (_, index) =>
  [0, 1, 2, 3, 4, 5].map((at) => entries[(index * 7919 + at * 104729 + 1) % entries.length]!).join(' '),
);

/** One hash of the ratings, sources, lemmas and parts of all words. */
function hashOf(words: readonly string[], lexicon: Lexicon): { hash: string; rated: number } {
  const hash = createHash('sha256');
  let rated = 0;
  for (const word of words) {
    const rating = lexicon.rate(word);
    if (rating) rated += 1;
    hash.update(`${rating?.rating} ${rating?.source} ${rating?.lemma} ${rating?.parts?.join('+')}\n`);
  }
  return { hash: hash.digest('hex').slice(0, 16), rated };
}

// The hashes are those of the look-up before it became a list of steps. A new fit of the table changes them.
describe.each([
  ['estimates', createLexicon(), '849e1f5fafd6cd17', '96201cf9942a7f99', '311b0e4eeb11d6c8'],
  [
    'human norms over estimates',
    createLexicon({
      norms: {
        ratings: new Map(
          entries.flatMap((word, index) => (index % 10 === 0 ? [[word, 1 + (index % 5)]] : [])),
        ),
        skipped: 0,
        duplicates: 0,
        warnings: [],
        scale: [1, 5],
      },
    }),
    '27fa10d55f501ccd',
    '9512b03bc9db80d5',
    '9b74bc3fe064a5c1',
  ],
] as const)('%s: the same ratings as ever', (_, lexicon, ofEntries, ofOddWords, ofTexts) => {
  test('of all entries', () => {
    expect(hashOf(entries, lexicon)).toEqual({ hash: ofEntries, rated: 158_337 });
  });

  test('of 5,460 other words', () => {
    expect(odd).toHaveLength(5460);
    expect(hashOf(odd, lexicon)).toEqual({ hash: ofOddWords, rated: 5105 });
  });

  test('of 2,000 texts', () => {
    const hash = createHash('sha256');
    let rated = 0;
    for (const text of captions) {
      const { words, mean } = lexicon.rateCaption(text);
      rated += words.length;
      hash.update(`${mean} ${words.map(({ start, end, rating }) => `${start}-${end}:${rating}`)}\n`);
    }
    expect({ hash: hash.digest('hex').slice(0, 16), rated }).toEqual({ hash: ofTexts, rated: 11_983 });
  });
});
