import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const countsOf = (caption: string) =>
  read(caption)!.counts.map(({ text, value, head }) => `${text}=${value ?? 'some'} ${head.lemma}`);

test.each([
  ['Three dogs and one cat', ['Three=3 dog', 'one=1 cat']],
  ['a couple of giraffes', ['a couple of=2 giraffe']],
  ['Several large boats', ['Several=some boat']],
  ['A few people wait.', ['A few=some people']],
  ['4 planes in the sky', ['4=4 plane']],
  ['the two big red dogs', ['two=2 dog']],
])('%s', (caption, expected) => expect(countsOf(caption)).toEqual(expected));

test.each([
  'a ten speed bicycle',
  'a pair of scissors',
  'Boeing 747 on a runway',
  'two of the men',
  'one of them',
  'A couple on a bench',
])('counts nothing: %s', (caption) => expect(countsOf(caption)).toEqual([]));
