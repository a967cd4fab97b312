import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const relationsOf = (caption: string) =>
  read(caption)!.relations.map(({ text, left, right }) => `${left?.lemma ?? '-'} <${text}> ${right.lemma}`);

test.each([
  ['A cat on a mat under a tree', ['cat <on> mat', 'mat <under> tree']],
  ['A dog in front of a car', ['dog <in front of> car']],
  ['A bus on the side of the road next to a house', ['bus <on the side of> road', 'road <next to> house']],
  ['A man standing on top of a hill.', ['man <on top of> hill']],
  ['A tree in the middle of a field.', ['tree <in the middle of> field']],
  ['red dog left of blue cat', ['dog <left of> cat']],
  ['A cat sitting up on a couch', ['cat <on> couch']],
  ['A man walks up a hill', ['man <up> hill']],
])('%s', (caption, expected) => expect(relationsOf(caption)).toEqual(expected));

test.each([
  'A dog barks at night.',
  'A man looking at a dog',
  'A horse ridden by a man',
  'A man lifting up a toilet',
  'People standing outside.',
  'Toilets in a row',
])('says no place: %s', (caption) => expect(relationsOf(caption)).toEqual([]));

test('offsets and the verb before', () => {
  const [relation] = read('A man stands in front of a car.')!.relations;
  expect(relation).toMatchObject({ start: 13, end: 24, text: 'in front of', lemma: 'in front of' });
  expect(relation?.verb?.lemma).toBe('stand');
});
