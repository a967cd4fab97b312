import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { readCaption } from './read-caption';

const { reader } = createReaders(resolveOptions({ fit: null }));
const read = (caption: string) => {
  const { objects, attributes } = readCaption(caption, reader);
  return [...objects, ...attributes].map(({ lemma }) => lemma).sort();
};

test.each([
  ['A golden retriever on a bed.', ['bed', 'golden retriever']],
  ['A red panda on a bed.', ['bed', 'red panda']],
  ['Two blue whales near a boat.', ['blue whale', 'boat']],
  ['A red fox near a box.', ['box', 'red fox']],
  ['A brown bear near a box.', ['box', 'brown bear']],
])('a colour that names a kind of animal is no colour: %s', (caption, lemmas) => {
  expect(read(caption)).toEqual(lemmas);
});

test.each([
  ['A black cat on a bed.', ['bed', 'black', 'cat']],
  ['A white horse near a box.', ['box', 'horse', 'white']],
  ['A blue cat on a bed.', ['bed', 'blue', 'cat']],
  ['A cyclist in a yellow jacket.', ['cyclist', 'jacket', 'yellow']],
  ['A dog in a yellow jacket.', ['dog', 'jacket', 'yellow']],
])('a colour beside an animal or a garment that it makes nothing else of is one: %s', (caption, lemmas) => {
  expect(read(caption)).toEqual(lemmas);
});
