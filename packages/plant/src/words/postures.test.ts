import { expect, test } from 'vitest';
import { unfitDeeds, unfitHandling, unfitTravel } from './postures';

/** "a man is walking down the street": actor, verb, and what follows. */
function unfit(actor: string, verb: string, rest: string, place = ''): ReadonlySet<string> {
  const words = wordsOf(`${verb} ${rest}`);
  return unfitDeeds({ verb, actor, isPerson: actor === 'man', next: words[1]!.lower, place, words, at: 0 });
}

function wordsOf(text: string): { lower: string }[] {
  return text.split(' ').map((lower) => ({ lower }));
}

test.each([
  ['man', 'walk', 'down the street', '', 'sit', true],
  ['man', 'walk', 'down the street', '', 'run', false],
  ['man', 'walk', 'on the street', '', 'sit', false],
  ['man', 'sit', 'across from a pizza', '', 'walk', true],
  ['bird', 'sit', 'on a fence', '', 'stand', true],
  ['cat', 'sit', 'on a floor', '', 'lie', true],
  ['cat', 'sit', 'on a floor', '', 'stand', false],
  ['zebra', 'stand', 'in a field', '', 'sit', true],
  ['cow', 'stand', 'grazing in a field', '', 'sit', true],
  ['man', 'sit', 'on a motorcycle', 'motorcycle', 'stand', true],
  ['man', 'stand', 'in front of a car with a trick', '', 'sit', true],
  ['man', 'sit', 'reading a book', '', 'run', true],
  ['man', 'sit', 'holding a cup', '', 'sleep', true],
  ['man', 'run', 'on a beach', '', 'eat', true],
])('a %s who %ss "%s" %s: %s unfit, %s', (actor, verb, rest, place, deed, expected) => {
  expect(unfit(actor, verb, rest, place).has(deed)).toBe(expected);
});

test('nothing is parked in the sky, and no bike drives by itself', () => {
  expect(unfitTravel('plane', 'high', wordsOf('flies high in the sky'), 0).has('park')).toBe(true);
  expect(unfitTravel('plane', 'over', wordsOf('flies over a city'), 0).has('park')).toBe(true);
  expect(unfitTravel('plane', 'on', wordsOf('sits on a runway'), 0).has('park')).toBe(false);
  expect(unfitTravel('bike', 'on', wordsOf('sits on a road'), 0).has('drive')).toBe(true);
});

test('an umbrella is not worn, and a surfboard on a wave not carried', () => {
  expect(unfitHandling('carry', 'umbrella', false, 'on', [], 0).has('wear')).toBe(true);
  expect(unfitHandling('carry', 'hat', true, 'on', [], 0).has('wear')).toBe(false);
  expect(unfitHandling('ride', 'surfboard', false, 'on', wordsOf('rides on a wave'), 0).has('hold')).toBe(
    true,
  );
  expect(unfitHandling('ride', 'bike', false, 'near', wordsOf('rides near a car'), 0).has('push')).toBe(
    false,
  );
});
