import { expect, test } from 'vitest';
import { loadWordForms } from './reading/load-word-forms';
import { createSiblingReader } from './surroundings';

const read = createSiblingReader(loadWordForms());
const said = read(['Two men riding horses past a hot dog stand.', 'Riders near a food cart']);

test.each(['men', 'man', 'horse', 'hot dog', 'food cart', 'cart'])('siblings say %s', (word) => {
  expect(said.has(word)).toBe(true);
});

test.each(['woman', 'dog hot', 'stand riders'])('siblings do not say %s', (word) => {
  expect(said.has(word)).toBe(false);
});

test('verbs come as lemmas, nouns too short to mean something are left out', () => {
  expect(said.someVerb((verb) => verb === 'ride')).toBe(true);
  expect(said.someVerb((verb) => verb === 'run')).toBe(false);
  expect(read(['An ox and a pi']).someNoun((noun) => noun === 'ox')).toBe(false);
});

test('without siblings nothing is said', () => {
  const none = read([]);
  expect(none.has('man')).toBe(false);
  expect(none.someText(() => true)).toBe(false);
});
