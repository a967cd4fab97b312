import { expect, test } from 'vitest';
import { isUnlikely } from './people';

test.each([
  ['man', 'boy', ['little'], 'a little boy eats', true],
  ['man', 'boy', [], 'a boy eats', false],
  ['baby', 'man', [], 'a man is riding a horse', true],
  ['baby', 'man', [], 'a man on a bed', false],
  ['child', 'man', [], 'a man with a beer', true],
  ['man', 'woman', [], 'a woman in a bikini', true],
  ['woman', 'man', [], 'a man with a beard', true],
  ['woman', 'man', [], 'a man with a hat', false],
])('%s for %s %j in "%s": %s', (lemma, keyword, modifiers, caption, expected) => {
  expect(isUnlikely(lemma, { lemma: keyword, modifiers }, caption.split(' '))).toBe(expected);
});
