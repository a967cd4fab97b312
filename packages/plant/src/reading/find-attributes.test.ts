import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();

/** What of each caption is an attribute, with the noun that it is said of; "-" for none. */
const rows: readonly (readonly [caption: string, attributes: string])[] = [
  ['A low stone wall beside a path.', 'low of wall'],
  ['A high school beside a path.', ''],
  ['A light-grey couch in a room.', 'grey of couch'],
  ['A sugar-white couch in a room.', ''],
  ['A dark red door.', 'red of door'],
  ['A lime green door.', ''],
  ['A low-angle shot of a tower.', 'low of angle'],
  ['A low-budget film about a tower.', ''],
  ['A man facing right on a bench.', 'right of -'],
  ['A hand pointing to the left.', 'left of -'],
  ['A tree to the left of a house.', ''],
  ['The left side of the image shows a dog.', 'left of -'],
  ['A man who left the house.', ''],
  ['A dog on the left and a cat on the right.', ''],
  ['Cotton Shirt, White', 'Cotton of shirt, White of shirt'],
  ['Wooden Chair, Matte Black', 'Wooden of chair, Black of chair'],
  ['A dog, a cat, white', 'white of cat'],
  ['A mug, black and white', ''],
  ['CT of the chest shows a nodule in the right lower lobe.', 'right of lobe, lower of lobe'],
  // One word in the lexicon, and a garment that is a wasp there.
  ['A golden retriever, a red panda and a blue whale.', ''],
  ['A man in a yellow jacket.', 'yellow of jacket'],
  // Of which noun a predicate is said.
  ['The car is red and the big bus is blue.', 'red of car, big of bus, blue of bus'],
  ['A bell, which is green, and a cloud that is grey.', 'green of bell, grey of cloud'],
  ['The colour of the roof is red.', 'red of roof'],
  ['The man with a hat is tall.', 'tall of -'],
  ['It is red.', 'red of -'],
];

test.each(rows)('%s: %s', (caption, attributes) => {
  const found = read(caption)!.attributes.map(({ text, head = '-' }) => `${text} of ${head}`);
  expect(found.join(', ')).toBe(attributes);
});

test('where the words of a place come first, they may change', () => {
  const placesIn = (caption: string) => read(caption)!.closed.map(({ text }) => text);
  expect(placesIn('Behind the trees is a white house.')).toEqual(['Behind']);
  expect(placesIn('Behind the trees a white house.')).toEqual([]);
});
