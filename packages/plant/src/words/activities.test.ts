import { expect, test } from 'vitest';
import { isTold, leavesActivity } from './activities';

test.each([
  ['surfboard', 'skateboard', 'a man rides a wave on a surfboard', true],
  ['surfboard', 'skateboard', 'a man holds a surfboard', false],
  ['skier', 'surfer', 'a skier on a snow covered slope', true],
  ['skier', 'snowboarder', 'a skier on a snow covered slope', false],
  ['tennis racket', 'baseball bat', 'a tennis racket on a bench', false],
  ['tennis racket', 'baseball bat', 'a tennis racket on a court', true],
  ['dog', 'cat', 'a dog on a wave', false],
  ['elephant', 'cat', 'an elephant with a trunk', true],
  ['elephant', 'cat', 'an elephant in a field', false],
  ['train', 'bus', 'a train on a track', true],
  ['bus', 'train', 'a bus driving on a street', true],
  ['bus', 'truck', 'a bus driving on a street', false],
  ['street', 'field', 'a street with traffic', true],
  ['bag', 'baseball bat', 'a tennis player with a bag', true],
])('%s for %s in "%s"', (lemma, keyword, caption, expected) => {
  expect(leavesActivity(lemma, keyword, caption.split(' '), false)).toBe(expected);
});

test('a sport is recognised by what it is played with', () => {
  expect(isTold('soccer', ['a', 'goalkeeper', 'plays', 'soccer'])).toBe(true);
  expect(isTold('soccer', ['a', 'girl', 'plays', 'soccer'])).toBe(false);
});
