import { expect, test } from 'vitest';
import { createSiblingReader, maxSiblings } from './siblings';
import { loadWordForms } from './word-forms';

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

test('who is asked for is left out, but not what another one says as well', () => {
  const captions = ['A dog on a red sofa', 'A dog runs', 'A cat sits'];
  const others = read(captions, 'A dog on a red sofa');
  expect([others.has('dog'), others.has('sofa'), others.has('red sofa'), others.has('cat')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(others.someNoun((noun) => noun === 'sofa')).toBe(false);
  expect(others.someText((text) => text.includes('sofa'))).toBe(false);
});

test('a crowd of captions is read once for all of them, and no more than are looked at', () => {
  let looked = 0;
  const count = createSiblingReader((lower) => {
    looked += 1;
    return loadWordForms()(lower);
  });
  const work = (captions: readonly string[]) => {
    const before = looked;
    for (const caption of captions) {
      const others = count(captions, caption);
      others.has('horse');
      others.someNoun((noun) => noun === 'horse');
    }
    return looked - before;
  };
  const crowd = (size: number) => Array.from({ length: size }, (_, i) => `The ${size} dog number ${i}`);
  expect(work(crowd(100))).toBe(100 * 5);
  expect(work(crowd(maxSiblings))).toBe(maxSiblings * 5);
  expect(work(crowd(20 * maxSiblings))).toBe(maxSiblings * 5);
});
