import { expect, test } from 'vitest';
import { createLexicon, findSpellingsOf } from './index';

const lexicon = createLexicon();
const isEntry = (word: string) => lexicon.rate(word)?.via === 'entry';

test.each([
  ['grey', ['gray']],
  ['Color', ['colour']],
  ['ice-cream', ['ice cream', 'icecream']],
  ['café', ['cafe']],
  ['dog', []],
  ['', []],
])('%s is also written %j', (word, spellings) => {
  expect(findSpellingsOf(word, isEntry)).toEqual(spellings);
});
