import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';
import { mentionsOf } from './mentions';

const read = createReader();

function saidAgain(caption: string, word: string): readonly string[] {
  const reading = read(caption);
  const span = [...reading.objects, ...reading.attributes, ...reading.actions].find(
    ({ text }) => text === word,
  );
  return mentionsOf(span!, reading).map(({ start, end }) => caption.slice(start, end));
}

test.each([
  ['A dog on a bed and two other dogs', 'dog', ['dogs']],
  ['Two dogs and a dog house', 'dogs', ['dog']],
  ['A tomato: I painted these tomatoes', 'tomato', ['tomatoes']],
  ['A hot dog next to a plate of hot dogs', 'hot dog', ['hot dogs']],
  ['A red car and a redder bus', 'red', ['redder']],
  ['A man rides a horse while a woman is riding a bicycle', 'rides', ['riding']],
  ['A cat on a cat-sized bed', 'cat', ['cat']],
  ['A dog on a bed', 'dog', []],
] as const)('%j says %j again in %j', (caption, word, expected) =>
  expect(saidAgain(caption, word)).toEqual(expected),
);
