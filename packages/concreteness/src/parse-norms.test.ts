import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from './input-error';
import { parseNorms } from './parse-norms';

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

  test('many conflicts in a few sentences', () => {
    const text = `word,rating\n${'roof,4\n'}${Array.from({ length: 50 }, (_, i) => `roof,${1 + i / 50}`).join('\n')}`;
    expect(parseNorms(text).warnings).toHaveLength(6);
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
  ])('%s', (_, text, message) => {
    expect(() => parseNorms(text)).toThrow(InputError);
    expect(() => parseNorms(text)).toThrow(message);
  });

  test('what is no text', () => {
    // @ts-expect-error: JavaScript callers pass buffers.
    expect(() => parseNorms(Buffer.from('word,rating'))).toThrow(/must be a string, got object/);
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
