import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Slot } from '../hard-negative';
import { rowsOf } from '../lexicon/tables';
import { type Change, checkLexicon, refusalOf, siteOf, wordOf } from '../testing/check-change';
import { createChecks } from './create-checks';

const checks = createChecks(checkLexicon);
const nouns =
  'dog cat man boy woman child skier couch sofa table water rice scissors car bus city park animal food tower clock tomato'.split(
    ' ',
  );
const attributes = rowsOf('scales').flatMap(([, words = '']) => words.replaceAll('*', '').split(' '));
const wordIn: Readonly<Record<'object' | 'attribute' | 'count', fc.Arbitrary<string>>> = {
  object: fc.constantFrom(...nouns),
  attribute: fc.constantFrom(...attributes),
  count: fc.constantFrom('two', 'three', 'four', 'several', 'many', 'a group of'),
};
const slot = fc.constantFrom<keyof typeof wordIn>('object', 'attribute', 'count');
const pair = slot.chain((of) => fc.tuple(fc.constant<Slot>(of), wordIn[of], wordIn[of]));

test('two words exclude each other in either direction or in none', () => {
  fc.assert(
    fc.property(pair, ([of, a, b]) => {
      const [old, other] = [wordOf(a, of), wordOf(b, of)];
      const there = checks.words(old, other);
      const back = checks.words(other, old);
      return (there === undefined) === (back === undefined);
    }),
    { numRuns: 500 },
  );
});

const changes: fc.Arbitrary<Change> = fc
  .record({
    slot: fc.constant<Slot>('object'),
    caption: fc.constantFrom(
      'A dog and a cat on a couch.',
      'A boy with his mother near a bus.',
      'A naked man by a car.',
      'A woman beside a child in a park.',
      'An old man at a table.',
    ),
    old: fc.constantFrom('dog', 'cat', 'boy', 'man', 'woman', 'car', 'park', 'table', 'couch', 'bus'),
    other: wordIn.object,
  })
  .filter(({ caption, old }) => new RegExp(`\\b${old}\\b`).test(caption));

test('what a check says does not depend on what was asked before', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 2, maxLength: 8 }), (list) => {
      const answers = list.map((change) => refusalOf(checks, change)?.id);
      const again = list.toReversed().map((change) => refusalOf(createChecks(checkLexicon), change)?.id);
      expect(again.reverse()).toEqual(answers);
    }),
    { numRuns: 60 },
  );
});

test('no word of the caption, no synonym of one and no minor for an adult ever passes', () => {
  let passed = 0;
  fc.assert(
    fc.property(changes, (change) => {
      if (refusalOf(checks, change)) return;
      passed += 1;
      const { words, word } = siteOf(change);
      expect(words).not.toContain(change.other);
      expect(checkLexicon.relations.relation(word.lemma, change.other)).toBeUndefined();
      if (/child|boy/.test(change.other)) expect(change.old).toMatch(/boy/);
    }),
    { numRuns: 400 },
  );
  expect(passed).toBeGreaterThan(20);
});

const sides: Change = {
  slot: 'attribute',
  caption: 'A stone in the left kidney.',
  old: 'left',
  other: 'right',
};
test.each([
  ['a side', sides],
  [
    'a swap across one',
    { slot: 'object', caption: 'A dog left of a cat.', old: 'dog', other: 'cat', operation: 'swap' },
  ],
] as const)('noMirror refuses %s, and nothing does without it', (_of, change) => {
  expect(refusalOf(checks, change)).toBeUndefined();
  expect(refusalOf(createChecks(checkLexicon, { noMirror: true }), change)?.reason).toBe('mirror');
});

test.each([
  ['A flock of birds over a lake.', 'birds', 'giraffes', 'ducks'],
  ['A herd of brown cows by a lake.', 'cows', 'birds', 'horses'],
])('%s: no %s become %s, but %s', (caption, old, refused, passed) => {
  const to = (other: string) => refusalOf(checks, { slot: 'object', caption, old, other })?.id;
  expect(to(refused)).toBe('form/collective');
  expect(to(passed)).not.toBe('form/collective');
});
