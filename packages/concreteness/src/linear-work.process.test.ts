import { afterEach, expect, test, vi } from 'vitest';
import { createLexicon } from './index';
import { longestWord } from './normalize-word';

const lexicon = createLexicon({
  norms: { ratings: new Map([['dog', 4.5]]), skipped: 0, duplicates: 0, warnings: [] },
});

/** Each repeated fills a caption or a word; most of them are what patterns with nested repeats choke on. */
const units = [
  ...[
    'a',
    'z',
    "'",
    '’',
    '-',
    '‐',
    '.',
    ',',
    '!',
    '(',
    ')',
    '"',
    '_',
    ' ',
    '\t',
    '\u3000',
    '0',
    'é',
    '犬',
    '🐶',
  ],
  ...[
    '\u0301',
    '\u0301\u0316',
    'a\u0301\u0316',
    '\u200d',
    '\ud800',
    'ß',
    'İ',
    'ﷺ',
    'ing',
    'ed',
    'ss',
    "s'",
    "'s",
  ],
  ...[
    "dog's ",
    'dog ',
    'dog-',
    'dog and ',
    'traffic ',
    'a ',
    '. ',
    '( ',
    '."',
    "a'",
    'a.',
    'a_',
    'a@a@',
    '1,1,',
  ],
  ...['[[', '((', '<a>', '&amp;', 'our', 'lll', 'or', 'cat-like ', 'un', 'traffic light ', '👩‍👩‍👧'],
] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many characters are put in order (NFC, NFD), made lower case, replaced in and looked up. */
function workOn(action: () => unknown): number {
  let work = 0;
  const strings = String.prototype;
  const spies = (['normalize', 'toLowerCase', 'replace', 'replaceAll', 'slice', 'split'] as const).map(
    (name) => {
      const original: (...args: unknown[]) => unknown = strings[name] as never;
      return vi.spyOn(strings, name).mockImplementation(function (this: string, ...args: unknown[]) {
        const result = original.apply(this, args);
        // The accents of one letter are put in order in the square of their number.
        if (name === 'normalize') work += this.length ** 2;
        else work += name === 'slice' ? String(result).length : this.length;
        return result as never;
      });
    },
  );
  action();
  for (const spy of spies) spy.mockRestore();
  return work;
}

test.each(units)('the work on %j repeated grows with its length', (unit) => {
  const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
  for (const ask of [lexicon.rate, lexicon.rateCaption]) {
    const once = workOn(() => ask(text(8192)));
    const twice = workOn(() => ask(text(16_384)));
    expect(twice).toBeLessThan(longestWord ** 2 + 2.5 * once);
  }
});

test('no text of more than a thousand characters is put in order at once', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  lexicon.rate(`a${'\u0301\u0316'.repeat(5000)}`);
  lexicon.rateCaption(`a dog ${'\u0301\u0316'.repeat(5000)} and a${'\u0301\u0316'.repeat(5000)}`);
  const lengths = normalize.mock.contexts.map((text) => String(text).length);
  expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(longestWord);
});

test('words between white space and punctuation of any length are found', () => {
  const padding = ' . '.repeat(10_000);
  expect(lexicon.rate(`${' '.repeat(5000)}( "dogs" )${padding}`)).toMatchObject({
    rating: 4.5,
    lemma: 'dog',
  });
  expect(lexicon.rateCaption(`${padding}dog${padding}`).words).toHaveLength(1);
  expect(lexicon.rate('a'.repeat(longestWord + 1))).toBeUndefined();
});
