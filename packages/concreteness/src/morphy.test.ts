import { expect, test } from 'vitest';
import { openEstimates } from './estimates';
import { findInflection, findIrregularLemmaOf, findLemmaOf } from './morphy';

const estimates = openEstimates();
const lemma = (form: string) =>
  findInflection(form, (candidate) => estimates.get(candidate) !== undefined)?.lemma;

test.each([
  ['dogs', 'dog'],
  ['boxes', 'box'],
  ['ladies', 'lady'],
  ['men', 'man'],
  ['mice', 'mouse'],
  ['knives', 'knife'],
  ['riding', 'ride'],
  ['sitting', 'sit'],
  ['ran', 'run'],
  ['flying', 'fly'],
  ['carries', 'carry'],
  ['biggest', 'big'],
  ['larger', 'large'],
  ['women', 'woman'],
])('%s comes from %s', (form, expected) => {
  expect(lemma(form)).toBe(expected);
});

test.each(['glass', 'ss', 's', '', 'ing', 'qwxzs', '__proto__', 'constructor'])(
  '%j comes from nothing else',
  (form) => {
    expect(lemma(form)).toBeUndefined();
  },
);

test('an ambiguous form is a noun first, unless that lemma is not accepted', () => {
  expect(lemma('leaves')).toBe('leaf');
  expect(findInflection('leaves', (candidate) => candidate === 'leave')?.lemma).toBe('leave');
});

test('a part of speech that does not inflect is refused', () => {
  // @ts-expect-error: adverbs have no rules.
  expect(() => findLemmaOf('adverb', 'dogs', () => true)).toThrow(
    'findLemmaOf: part must be one of noun, verb, adjective, got "adverb"; name one of them.',
  );
});

test.each([
  ['noun', 'mice', 'mouse'],
  ['verb', 'found', 'find'],
  ['adjective', 'younger', 'young'],
  ['noun', 'dogs', undefined],
] as const)('the exception list of the part of speech %s says: %s comes from %s', (part, form, expected) => {
  expect(findIrregularLemmaOf(part, form, () => true)).toBe(expected);
});
