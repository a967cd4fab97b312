import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const spansOf = (caption: string) => read(caption).closed.filter(({ slot }) => slot === 'relation');
const relationsOf = (caption: string) =>
  spansOf(caption).map(({ text, headLemma }) => `${text} ${headLemma}`);

test.each([
  ['A cat on a mat under a tree', ['on mat', 'under tree']],
  ['A dog in front of a car', ['in front of car']],
  ['A man standing on top of a table.', ['on top of table']],
  ['A cat sitting up on a couch', ['on couch']],
  ['A man walks up a hill', ['up hill']],
  ['A table with a cup on it', ['on table']],
])('%s', (caption, expected) => expect(relationsOf(caption)).toEqual(expected));

test.each([
  'A dog barks at night.',
  'A man looking at a dog',
  'A horse ridden by a man',
  'A man lifting up a toilet',
  'People standing outside.',
  'Toilets in a row',
])('says no place: %s', (caption) => expect(relationsOf(caption)).toEqual([]));

test('offsets', () => {
  const [relation] = spansOf('A man stands in front of a car.');
  expect(relation).toMatchObject({ start: 13, end: 24, text: 'in front of', lemma: 'in front of' });
});
