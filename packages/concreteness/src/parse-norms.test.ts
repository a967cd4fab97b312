import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from './input-error';
import { longestNorms, parseNorms } from './parse-norms';
import { longestRow } from './read-delimited';

// Made-up ratings throughout: no human rating is kept in this repository.
const original = [
  'Word\tBigram\tConc.M\tConc.SD\tUnknown\tTotal\tPercent_known\tSUBTLEX\tDom_Pos',
  'Roof\t0\t4.25\t0.5\t0\t30\t1\t10\tNoun',
  'roof garden\t1\t4.5\t0.5\t0\t30\t1\t0\t#N/A',
  'blurb\t0\t#N/A\t#N/A\t30\t30\t0\t0\t',
].join('\r\n');

describe('parseNorms reads', () => {
  test("the layout of Brysbaert's own file", () => {
    const norms = parseNorms(original);
    expect(Object.fromEntries(norms.ratings)).toEqual({ roof: 4.25, 'roof garden': 4.5 });
    expect(norms).toMatchObject({ skipped: 1, duplicates: 0, warnings: [] });
    expect(Object.fromEntries(norms.deviations!)).toEqual({ roof: 0.5, 'roof garden': 0.5 });
  });

  test.each([
    ['a byte order mark', '\uFEFFword,rating\nroof,4\n'],
    ['other names', 'id;Lemma;Concreteness\n7;roof;4\n'],
    ['quotes', '"word","rating"\n"roof","4"\n'],
    ['two columns without a header', 'roof\t4\n'],
    ['old line ends', 'word,rating\rroof,4\r'],
    ['blank lines', '\n\nword,rating\n\nroof,4\n\n'],
  ])('%s', (_, text) => {
    expect([...parseNorms(text).ratings]).toEqual([['roof', 4]]);
  });

  test.each([
    ['beside its own mean', 'Expression,Mean_C,SD_C\nroof,4,0.5\n', 0.5],
    ['on another scale', 'Words,CNC M,CNC SD\nroof,4,1.5\n', 1],
    ['that is no number', 'Word,Conc.M,Conc.SD\nroof,4,NA\n', undefined],
    ['of another measure', 'Word,Conc.M,Valence.SD\nroof,4,0.5\n', undefined],
  ])('a deviation %s', (_, text, deviation) => {
    expect(parseNorms(text).deviations?.get('roof')).toBe(deviation);
  });

  test('words that are names of object properties', () => {
    const norms = parseNorms('word,rating\n__proto__,2\nconstructor,3\ntoString,4\n');
    expect([...norms.ratings]).toEqual([
      ['__proto__', 2],
      ['constructor', 3],
      ['tostring', 4],
    ]);
  });

  test('a word that comes twice: the first counts, a conflict is told with its lines', () => {
    const norms = parseNorms('word,rating\nroof,4\nRoof,4\nroof,2\n');
    expect(norms.ratings.get('roof')).toBe(4);
    expect(norms.duplicates).toBe(2);
    expect(norms.warnings).toEqual(['"roof" has rating 4 in line 2 and 2 in line 4; the first counts.']);
  });

  test('words with control characters are quoted without them', () => {
    const [warning] = parseNorms('word,rating\nr\x1b[2Jf,4\nr\x1b[2Jf,2\n').warnings;
    expect(warning).toMatch(/^"r\\u001b\[2jf" has rating 4 in line 2/);
  });

  test('repeated rows are counted, not kept', () => {
    const text = `word,rating\n${'roof,4\nroof,2\n'.repeat(50_000)}`;
    const { ratings, duplicates, warnings } = parseNorms(text);
    expect([ratings.size, duplicates, warnings.length]).toEqual([1, 99_999, 6]);
    expect(warnings.at(-1)).toBe('49995 more words have two different ratings; the first counts.');
  });

  test('many conflicts in a few sentences', () => {
    const text = `word,rating\n${'roof,4\n'}${Array.from({ length: 50 }, (_, i) => `roof,${1 + i / 50}`).join('\n')}`;
    expect(parseNorms(text).warnings).toHaveLength(6);
  });
});

describe('scales and layouts', () => {
  // Scott et al. 2019: a measure over its mean, deviation and number of raters.
  const glasgow = [
    'Words,Length,AROU,,,CNC,,,IMAG,,',
    ',,M,SD,N,M,SD,N,M,SD,N',
    'roof,4,2.5,1,33,7,0.5,33,6,1,33',
    'blurb,5,2.5,1,33,1,0.5,33,6,1,33',
    'bank,4,2,1,33,4,1,33,4,1,33',
    'bank (river),12,2,1,33,6,1,33,4,1,33',
    'tap (knock),11,2,1,33,3,1,33,4,1,33',
    'tap (water),11,2,1,33,5,1,33,4,1,33',
  ].join('\r\n');

  test('the Glasgow norms: two rows of header, 1–7 mapped to 1–5, senses apart', () => {
    const norms = parseNorms(glasgow);
    expect(Object.fromEntries(norms.ratings)).toEqual({ roof: 5, blurb: 1, bank: 3, tap: 3 });
    expect(norms.scale).toEqual([1, 7]);
    expect(norms.warnings).toHaveLength(2);
    expect(norms.warnings[0]).toMatch(/from 1 to 7 were mapped linearly to 1–5/);
    expect(norms.warnings[1]).toMatch(
      /2 words with rows for single senses.*else \(1 word\) their mean counts/,
    );
  });

  test('multiword expressions as Muraki et al. 2022 have them', () => {
    const norms = parseNorms('Expression,Mean_C,SD_C,N_C\nRoof Garden,4.5,0.5,10\nup to now,1.5,0.5,10\n');
    expect(Object.fromEntries(norms.ratings)).toEqual({ 'roof garden': 4.5, 'up to now': 1.5 });
    expect(norms).toMatchObject({ scale: [1, 5], warnings: [] });
  });

  test("Brysbaert's file as CSV, with the part of speech", () => {
    const norms = parseNorms(original.replaceAll('\t', ','));
    expect(norms.ratings.get('roof')).toBe(4.25);
    expect([...norms.partsOfSpeech!]).toEqual([['roof', 'noun']]);
  });

  test('columns by the names that the caller gives', () => {
    const text = 'Wort;Imag;Konkretheit\nroof;1;4\n';
    expect(() => parseNorms(text)).toThrow(/name yours by the options/);
    expect([...parseNorms(text, { word: 'wort', rating: 'Konkretheit' }).ratings]).toEqual([['roof', 4]]);
    expect(() => parseNorms(text, { word: 'Wort', rating: 'Größe' })).toThrow(
      /"Größe"; there are Wort, Imag/,
    );
    expect(parseNorms(glasgow, { rating: 'IMAG' }).ratings.get('roof')).toBeCloseTo(13 / 3, 4);
  });

  test('any scale that the caller names', () => {
    const text = 'word,rating\nroof,700\ntile,100\nslate,400\n';
    expect([...parseNorms(text, { scale: [100, 700] }).ratings.values()]).toEqual([5, 1, 3]);
    expect(() => parseNorms(text)).toThrow(/\[1, 5\], got 700 .* line 2; if the raters had another scale/);
    expect(() => parseNorms(text, { scale: [1, 7] })).toThrow(/\[1, 7\], got 700/);
    for (const scale of [[5, 1], [1], [1, Number.NaN], 7]) {
      // @ts-expect-error: JavaScript callers may pass anything.
      expect(() => parseNorms(text, { scale })).toThrow(/scale must be its lowest and highest/);
    }
  });

  test('many ratings above 5 are another scale, a single one is a slip', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 6.5];
    const text = `word,rating\n${steps.map((rating, index) => `w${index},${rating}`).join('\n')}`;
    expect(parseNorms(text).scale).toEqual([1, 7]);
    const slip = `word,rating\n${Array.from({ length: 100 }, (_, index) => `w${index},${index === 50 ? 7 : 3}`).join('\n')}`;
    expect(() => parseNorms(slip)).toThrow(/got 7 for "w50" in line 52/);
  });

  test('rows parted otherwise than the header are told with a line', () => {
    const { warnings, skipped } = parseNorms('word,rating\nroof,4\ntile\t3\n');
    expect(skipped).toBe(1);
    expect(warnings).toEqual(["1 row with fewer columns than the rating's, the first in line 3: skipped."]);
  });
});

describe('parseNorms refuses', () => {
  test.each([
    ['an empty text', '', /empty/],
    ['a byte order mark alone', '\uFEFF\r\n', /empty/],
    ['an unknown delimiter', 'word|rating\nroof|4', /tabs, commas or semicolons.*word\|rating/],
    ['a header without a rating', 'word,colour\nroof,red', /rating column.*line 1/],
    ['a header without a word', 'x,rating\n1,2', /word column.*line 1/],
    ['a rating above the scale', 'word,rating\nroof,4\ntile,6.5', /\[1, 5\], got 6\.5 for "tile" in line 3/],
    ['a rating below the scale', 'word,rating\nroof,0', /line 2/],
    ['no number', 'word,rating\nroof,high', /"high" for "roof" in line 2/],
    ['an infinite rating', 'word,rating\nroof,Infinity', /line 2/],
    ['a hexadecimal rating', 'word,rating\nroof,0x3', /line 2/],
    ['a decimal comma', 'word;rating\nroof;4,5', /"4,5".*line 2/],
    ['no rating at all', 'word,rating\nroof,NA', /no row has a rating/],
    ['an open quote', 'word,rating\n"roof,4', /line 2/],
    ['more than a double holds', 'word,rating\nroof,1e400', /a number, got "1e400" for "roof" in line 2/],
    ['UTF-16 read as Latin-1', 'w\0o\0r\0d\0', /NUL characters, as in UTF-16/],
    ['two rating columns', 'word,rating,Rating\nroof,4,1', /"rating" for columns 2 and 3; rename/],
    ['two word columns', 'word,rating,word\nroof,4,tile', /"word" for columns 1 and 3; rename/],
    [
      'control characters, written out',
      'word,rating\n\x1b[31mroof\u202e,\x9b4',
      /got "\\u009b4" for "\\u001b\[31mroof\\u202e" in line 2;/,
    ],
    ['a rating of any length, cut', `word,rating\nroof,${'x'.repeat(1e6)}`, /^.{0,250}$/],
    ['a header of any length, cut', `a,${'x'.repeat(1e6)}\nroof,4`, /^.{0,250}$/],
  ])('%s', (_, text, message) => {
    expect(() => parseNorms(text)).toThrow(InputError);
    expect(() => parseNorms(text)).toThrow(message);
  });

  const header = 'word,rating\n';
  test.each([
    ['a text past 32 MiB', () => header.padEnd(longestNorms + 1, ' '), /at most 33554432 characters/],
    [
      'a row past 1 MiB',
      () => `${header}roof,${' '.repeat(longestRow)}4`,
      /at most 1048576 characters and 1000 columns, got more in the row of line 2/,
    ],
    ['1,001 columns', () => `${header}roof,4${','.repeat(999)}`, /got more in the row of line 2/],
    [
      'quotes closed in another row only',
      () => `${header}"roof,4\n${'tile,4\n'.repeat(200_000)}"slate",4\n`,
      /got more in the row of line 2; close its quotes/,
    ],
    [
      'a word of 1,001 characters',
      () => `${header}${'a'.repeat(1001)},4`,
      /a word must have at most 1000 characters, got 1001 in line 2 \("a{40}…"\)/,
    ],
    [
      'more than a million words',
      () => header + Array.from({ length: 1_000_001 }, (_, i) => `${i.toString(36)},4\n`).join(''),
      /at most 1000000 words, got more from line 1000002 on/,
    ],
  ])('%s', (_, text, message) => {
    let error: unknown;
    try {
      parseNorms(text());
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
  });

  test.each([
    [null, /options must be an object, got null/],
    [5, /options must be an object, got 5/],
    [['word'], /got an array of 1/],
    [{ words: 'roof' }, /there is no option "words"; there are word, rating, scale/],
    [{ word: Symbol('x') }, /word must be the name of a column, got Symbol\(x\)/],
    [{ scale: 7n }, /scale must be .* got 7n/],
    [{ scale: [0, 1.7e308] }, /scale must be .* got an array of 2/],
    [{ word: 'rating', rating: 'rating' }, /two columns, got "rating" for both/],
  ])('options: %o', (options, message) => {
    // @ts-expect-error: JavaScript callers pass anything.
    expect(() => parseNorms('word,rating\nroof,4', options)).toThrow(message);
  });

  test('what is no text', () => {
    // @ts-expect-error: JavaScript callers pass buffers.
    expect(() => parseNorms(Buffer.from('word,rating'))).toThrow(
      /must be a string, got a typed array; read the file first/,
    );
  });

  test('garbage, without ever failing in another way', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('word', 'rating', ',', '\t', '"', '\n', '\r', '4', '1e9', ';', 'NaN'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        try {
          for (const rating of parseNorms(text).ratings.values())
            expect(rating >= 1 && rating <= 5).toBe(true);
        } catch (error) {
          if (!InputError.isInstance(error)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
