import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as api from './index';

const {
  InputError,
  compareNorms,
  createLexicon,
  findIrregularLemmaOf,
  findLemmaOf,
  findSpellingsOf,
  parseNorms,
} = api;
const lexicon = createLexicon();

class Strange {
  get length(): never {
    throw new Error('a getter of the caller');
  }
  toString(): never {
    throw new Error('a method of the caller');
  }
  toJSON(): never {
    throw new Error('a method of the caller');
  }
}

const circle: unknown[] = [];
circle.push(circle);

/** What callers in JavaScript pass by mistake, and worse. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2n ** 70n,
    Symbol('\x1b[2J'),
    '',
    'word,rating\ndog,4\n',
    'dog',
    'noun',
    [],
    circle,
    {},
    Object.create(null),
    new Strange(),
    new Date(Number.NaN),
    /x/g,
    new Map([['dog', 4]]),
    new Map<unknown, unknown>([[Symbol('x'), Symbol('y')]]),
    new Set(['dog']),
    new WeakMap(),
    new Uint8Array(3),
    new ArrayBuffer(3),
    new Error('x'),
    Promise.resolve('dog'),
    new Proxy({}, {}),
    () => 'dog',
    Buffer.from('word,rating\ndog,4\n'),
    new String('dog'),
    { ratings: new Map([[5, 4]]) },
    { ratings: new Map([['dog', 4n]]) },
    { ratings: new Map([['dog', Symbol('x')]]) },
    { ratings: { [Symbol.toStringTag]: 'Map' } },
    { norms: null },
    { norms: { ratings: new Map([['dog', Number.NaN]]) } },
    { norms: { ratings: new Map([[null, 4]]) } },
    { word: Symbol('x') },
    { word: '', rating: 7 },
    { word: 'word', rating: 'word' },
    { scale: [1, Symbol('x')] },
    { scale: [1n, 7n] },
    { scale: new Strange() },
    { scale: circle },
    { scale: [-1.7e308, 1.7e308] },
    { __proto__: { scale: 7 } },
  ),
  fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withObjectString: true,
    withMap: true,
    withDate: true,
  }),
);

/** Every public function, with as many arguments as it takes; the list is checked against the exports. */
const calls: Readonly<Record<string, (a: unknown, b: unknown, c: unknown) => unknown>> = {
  compareNorms: (a, b, c) => compareNorms(a as never, b as never, c as never),
  'compareNorms, lexicon': (a) => compareNorms(parseNorms('dog,4'), a as never),
  'compareNorms, options': (a) => compareNorms(parseNorms('dog,4'), lexicon, a as never),
  'compareNorms, worst': (a) => compareNorms(parseNorms('dog,4'), lexicon, { worst: a as never }),
  findSpellingsOf: (a, b) => findSpellingsOf(a as never, b as never),
  'findSpellingsOf, isWord': (a) => findSpellingsOf('grey', a as never),
  createLexicon: (a) => createLexicon(a as never),
  'createLexicon, norms': (a) => createLexicon({ norms: a as never }),
  'createLexicon, ratings': (a) => createLexicon({ norms: { ratings: a } as never }),
  findIrregularLemmaOf: (a, b, c) => findIrregularLemmaOf(a as never, b as never, c as never),
  findLemmaOf: (a, b, c) => findLemmaOf(a as never, b as never, c as never),
  'findLemmaOf, form': (a) => findLemmaOf('noun', a as never, () => true),
  'findLemmaOf, isLemma': (a) => findLemmaOf('noun', 'dogs', a as never),
  parseNorms: (a, b) => parseNorms(a as never, b as never),
  'parseNorms, options': (a) => parseNorms('word,rating\ndog,4\n', a as never),
  'parseNorms, word': (a) => parseNorms('word,rating\ndog,4\n', { word: a as never }),
  'parseNorms, rating': (a) => parseNorms('word,rating\ndog,4\n', { rating: a as never }),
  'parseNorms, scale': (a) => parseNorms('word,rating\ndog,4\n', { scale: a as never }),
  rate: (a) => lexicon.rate(a as never),
  rateCaption: (a) => lexicon.rateCaption(a as never),
  'InputError.isInstance': (a) => InputError.isInstance(a),
};

test('every export is called', () => {
  const names = [...Object.keys(api), ...Object.keys(lexicon)].map((name) =>
    name === 'InputError' ? 'InputError.isInstance' : name,
  );
  expect(Object.keys(calls)).toEqual(expect.arrayContaining(names));
});

describe('a wrong argument is an InputError of one short sentence', () => {
  test.each(Object.keys(calls))('%s', (name) => {
    fc.assert(
      fc.property(wrong, wrong, wrong, (a, b, c) => {
        try {
          calls[name]!(a, b, c);
        } catch (error) {
          if (!InputError.isInstance(error)) throw error;
          expect(error.message).toMatch(/^[\w.]+: [^\p{Cc}\u2028\u2029]{1,400}[.?]$/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
