import { expect, test } from 'vitest';
import { contradictsScene, fitOf, hasKnownColour, isChangeable } from './fitting-attributes';
import type { Noun } from './nouns';

const noun = (lemma: string, kind: string | undefined, person = false): Noun => ({
  lemma,
  isLong: false,
  synset: 0,
  kind,
  person,
  lexfile: 6,
  rating: undefined,
  tags: 0,
  isMass: false,
});

test.each([
  ['elderly', noun('man', undefined, true), true],
  ['elderly', noun('girl', undefined, true), false],
  ['old', noun('puppy', 'animal'), false],
  ['modern', noun('kitchen', 'room'), true],
  ['purple', noun('dog', 'animal'), false],
  ['blue', noun('banana', 'fruit'), false],
  ['leather', noun('vase', 'drinking vessel'), false],
  ['glass', noun('couch', 'furniture'), false],
  ['wooden', noun('refrigerator', 'appliance'), false],
  ['white', noun('light', undefined), false],
])('%s fits %o: %s', (word, head, expected) => {
  expect(fitOf(word, head.lemma, head) > 0).toBe(expected);
});

test('what is not known to be made is not called antique', () => {
  expect(fitOf('antique', undefined, undefined)).toBe(0);
  expect(fitOf('old', undefined, undefined)).toBe(1);
});

test('what snow sports ask for, and what people fill, is recognised by them', () => {
  expect(contradictsScene('snowy', 'grassy', ['a', 'man', 'on', 'skis'])).toBe(true);
  expect(contradictsScene('snowy', 'grassy', ['a', 'dog'])).toBe(false);
  expect(contradictsScene('busy', 'empty', ['a', 'street', 'with', 'people'])).toBe(true);
});

test('names that say a colour, views that are not full, hills that are not flat', () => {
  expect(hasKnownColour('polar')).toBe(true);
  expect(hasKnownColour('bear')).toBe(false);
  expect(isChangeable('full', 'view', undefined)).toBe(false);
  expect(isChangeable('full', 'glass', undefined)).toBe(true);
  expect(isChangeable('steep', 'hill', undefined)).toBe(false);
});
