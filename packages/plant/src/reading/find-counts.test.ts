import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';

const read = createReader();
const countsOf = (caption: string) =>
  read(caption)
    .closed.filter(({ slot }) => slot === 'count')
    .map(({ text, headLemma }) => `${text} ${headLemma}`);

test.each([
  ['Three dogs and two cats', ['Three dog', 'two cat']],
  ['a couple of giraffes', ['a couple of giraffe']],
  ['Several large boats', ['Several boat']],
  ['two big red dogs', ['two dog']],
  ['A group of people wait.', ['A group of people']],
])('%s', (caption, expected) => expect(countsOf(caption)).toEqual(expected));

test.each([
  'a ten speed bicycle',
  'a pair of scissors',
  'Boeing 747 on a runway',
  'two of the men',
  'one of them',
  'A couple on a bench',
])('counts nothing: %s', (caption) => expect(countsOf(caption)).toEqual([]));
