import { expect, test } from 'vitest';
import { fitOf } from './fitting-attributes';
import type { Noun } from './nouns';

const noun = (lemma: string, kind: string | undefined, person = false): Noun => ({
  lemma,
  synset: 0,
  kind,
  person,
  rating: undefined,
  tags: 0,
});

test.each([
  ['elderly', noun('man', undefined, true), true],
  ['elderly', noun('girl', undefined, true), false],
  ['old', noun('puppy', 'animal'), false],
  ['modern', noun('kitchen', 'room'), true],
  ['purple', noun('dog', 'animal'), false],
  ['blue', noun('banana', 'fruit'), false],
])('%s fits %o: %s', (word, head, expected) => {
  expect(fitOf(word, head.lemma, head) > 0).toBe(expected);
});

test('what is not known to be made is not called antique', () => {
  expect(fitOf('antique', undefined, undefined)).toBe(0);
  expect(fitOf('old', undefined, undefined)).toBe(1);
});
