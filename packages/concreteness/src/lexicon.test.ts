import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEstimates } from './estimates';
import { createLexicon, parseNorms } from './index';

const lexicon = createLexicon();
const words = [...openEstimates().words()];
const property = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf');

describe('rate', () => {
  test('tells concrete from abstract', () => {
    for (const concrete of ['dog', 'banana', 'bicycle', 'umbrella', 'traffic light']) {
      for (const abstract of ['justice', 'hope', 'although', 'essence', 'meaning']) {
        expect(lexicon.rate(concrete)!.rating).toBeGreaterThan(lexicon.rate(abstract)!.rating + 1);
      }
    }
  });

  test.each([
    ['Dogs', 'dog', 'lemma'],
    ['RIDING', 'riding', 'entry'],
    ['mice', 'mouse', 'lemma'],
    ["dog's", 'dog', 'spelling'],
    ['dogs’', 'dog', 'spelling'],
    ['t-shirts', 't-shirt', 'lemma'],
    ['ice-cream', 'ice cream', 'spelling'],
    ['traffic lights', 'traffic light', 'lemma'],
    ['traffic_light', 'traffic light', 'entry'],
    ['foot-ball', 'football', 'spelling'],
    ['firehydrant', 'fire hydrant', 'spelling'],
    ['under', 'under', 'entry'],
    ['dog.', 'dog', 'punctuation'],
    ['(dogs),', 'dog', 'punctuation'],
    ['“traffic lights”', 'traffic light', 'punctuation'],
    ['a.m.', 'a.m.', 'entry'],
  ])('%s is rated as %s, by the step %s', (word, lemma, via) => {
    expect(lexicon.rate(lemma)!.via).toBe('entry');
    expect(lexicon.rate(word)).toEqual({ ...lexicon.rate(lemma), lemma, via });
  });

  test.each([
    ['jumped', 'lemma', ['jump', '-ed']],
    ['lockless', 'parts', ['lock', '-less']],
    ['smoke detector', 'parts', ['smoke', 'detector']],
  ])('%s is rated by the step %s and its parts %j', (word, via, parts) => {
    expect(lexicon.rate(word)).toMatchObject({ via, parts });
  });

  test.each([
    '',
    ' ',
    '-',
    '---',
    "'s",
    'qwxz',
    'щука',
    '犬',
    '🐶',
    '__proto__',
    'hasOwnProperty',
    '\0',
    '\uD800',
    '4.5',
  ])('%j is unknown and has no default, "dog" after it is known', (word) => {
    expect(lexicon.rate(word)).toBeUndefined();
    expect(lexicon.rate('dog')).toBeDefined();
  });

  test('every entry and any other text: in [1, 5] or undefined, the same each time', () => {
    const text = fc.oneof(
      fc.nat(words.length - 1).map((index) => words[index]!),
      fc.string({ unit: 'binary' }),
      property,
    );
    let known = 0;
    fc.assert(
      fc.property(text, (word) => {
        const rated = lexicon.rate(word);
        expect(createLexicon().rate(word)).toEqual(rated);
        if (!rated) return;
        known += 1;
        expect(rated.rating).toBeGreaterThanOrEqual(1);
        expect(rated.rating).toBeLessThanOrEqual(5);
        expect(rated.source).toBe('estimate');
        if (!rated.parts) expect(lexicon.rate(rated.lemma)).toEqual({ ...rated, via: 'entry' });
      }),
      { numRuns: 2000 },
    );
    expect(known).toBeGreaterThan(0);
  });

  test('a word of a million letters is soon unknown', () => {
    expect(lexicon.rate(`dog${'.'.repeat(1e6)}`)).toMatchObject({ lemma: 'dog', via: 'punctuation' });
    expect(lexicon.rate('a'.repeat(1e6))).toBeUndefined();
    expect(lexicon.rate('-'.repeat(1e6))).toBeUndefined();
    expect(lexicon.rate('_'.repeat(1e6))).toBeUndefined();
    expect(lexicon.rate(`${'.'.repeat(1e6)}b`)).toBeUndefined();
    expect(lexicon.rate(`a${' '.repeat(1e6)}b`)).toBeUndefined();
  });

  test('what is no string is refused', () => {
    // @ts-expect-error: JavaScript callers may pass anything.
    expect(() => lexicon.rate(7)).toThrow('rate: word must be a string, got 7; pass a word');
  });
});

describe('norms', () => {
  const withNorms = createLexicon({ norms: parseNorms('word,rating\nDog,1.23\nblorp,2.5\n__proto__,3\n') });

  test('win over estimates, also for inflected forms and words that we do not know', () => {
    expect(withNorms.rate('dog')).toEqual({ rating: 1.23, source: 'norms', lemma: 'dog', via: 'norms' });
    expect(withNorms.rate('Dogs')).toEqual({ rating: 1.23, source: 'norms', lemma: 'dog', via: 'lemma' });
    expect(withNorms.rate('blorps')).toEqual({ rating: 2.5, source: 'norms', lemma: 'blorp', via: 'lemma' });
    expect(withNorms.rate('__proto__')).toEqual({
      rating: 3,
      source: 'norms',
      lemma: '__proto__',
      via: 'norms',
    });
    expect(withNorms.rate('cat')).toEqual(lexicon.rate('cat'));
  });

  test('of the other spelling of a word count as ratings of the word', () => {
    const british = createLexicon({ norms: parseNorms('word,rating\ncolour,1.5\n') });
    expect(british.rate('color')).toEqual({ rating: 1.5, source: 'norms', lemma: 'colour', via: 'norms' });
    expect(british.rate('colors')!.source).toBe('estimate');
  });

  test('leave other lexicons alone', () => {
    expect(createLexicon().rate('dog')!.source).toBe('estimate');
    expect(createLexicon().rate('blorp')).toBeUndefined();
  });

  test('made by hand are checked', () => {
    const made = (rating: number) => ({
      ratings: new Map([['Dog', rating]]),
      skipped: 0,
      duplicates: 0,
      warnings: [],
    });
    expect(createLexicon({ norms: made(2) }).rate('dog')).toEqual({
      rating: 2,
      source: 'norms',
      lemma: 'dog',
      via: 'norms',
    });
    for (const rating of [0, 7, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => createLexicon({ norms: made(rating) })).toThrow(`[1, 5], got ${rating} for "Dog"`);
    }
    // @ts-expect-error: the text instead of what parseNorms makes of it.
    expect(() => createLexicon({ norms: 'word,rating' })).toThrow('parseNorms');
    // @ts-expect-error: the ratings alone.
    expect(() => createLexicon({ norms: new Map([['dog', 4]]) })).toThrow('pass { ratings: map }');
  });

  test('in another place than options.norms are refused', () => {
    // @ts-expect-error: null for no options.
    expect(() => createLexicon(null)).toThrow('options must be an object, got null');
    // @ts-expect-error: a misspelt option.
    expect(() => createLexicon({ norm: 1 })).toThrow('there is no option "norm"');
    // @ts-expect-error: norms for options.
    expect(() => createLexicon(parseNorms('word,rating\ndog,4\n'))).toThrow('; there are norms.');
  });
});
