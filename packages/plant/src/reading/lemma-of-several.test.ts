import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();

test.each([
  ['A cyclist in a yellow jacket waits.', 'jacket'],
  ['A boy with a red ball and a hot dog.', 'hot dog'],
  ['A traffic light above a street.', 'traffic light'],
])('%s names a %s', (caption, lemma) => {
  expect(read(caption)!.objects.map((object) => object.lemma)).toContain(lemma);
});

test('a colour behind which a jacket stands is an attribute of the jacket, no wasp', () => {
  expect(
    read('A cyclist in a yellow jacket waits.')!.attributes.map(({ lemma, head }) => [lemma, head]),
  ).toEqual([['yellow', 'jacket']]);
});
