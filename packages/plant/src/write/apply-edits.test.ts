import { expect, test } from 'vitest';

import { tagCaption } from '../reading/tagger';
import { applyEdits, type TextEdit } from './apply-edits';

function edit(caption: string, ...changes: readonly [string, string][]) {
  const tokens = tagCaption(caption);
  const edits = changes.map(([from, to]): TextEdit => {
    const first = tokens.findIndex(({ text }) => text === from);
    const { start, end } = tokens[first]!;
    return { first, start, end, keywordLemma: from, text: to, lemma: to };
  });
  return applyEdits(caption, (place) => tokens[place], edits);
}

test.each([
  ['a dog sleeps', 'dog', 'owl', 'an owl sleeps'],
  ['An owl sleeps', 'owl', 'dog', 'A dog sleeps'],
  ['AN OWL SLEEPS', 'OWL', 'DOG', 'A DOG SLEEPS'],
  ['A DOG SLEEPS', 'DOG', 'OWL', 'AN OWL SLEEPS'],
  ['a red dog sleeps', 'dog', 'owl', 'a red owl sleeps'],
  ['a red dog sleeps', 'red', 'orange', 'an orange dog sleeps'],
  ['the dog sleeps', 'dog', 'owl', 'the owl sleeps'],
  // A slip of the caption's writer stays where the sound does.
  ['a elephant sleeps', 'elephant', 'owl', 'a owl sleeps'],
  ['  a   dog   sleeps ', 'dog', 'owl', '  an   owl   sleeps '],
])('%j: %s → %s', (caption, from, to, negative) => expect(edit(caption, [from, to]).negative).toBe(negative));

test('spans of a swap lie where the texts are, after an article has grown', () => {
  const caption = 'a dog chases an owl';
  const { negative, keywords, replacements } = edit(caption, ['dog', 'owl'], ['owl', 'dog']);
  expect(negative).toBe('an owl chases a dog');
  for (const { text, start, end } of keywords) expect(caption.slice(start, end)).toBe(text);
  for (const { text, start, end } of replacements) expect(negative.slice(start, end)).toBe(text);
});

test('edits out of order are refused: the caption would come out garbled', () => {
  expect(() => edit('a dog chases an owl', ['owl', 'dog'], ['dog', 'owl'])).toThrow('comes before the end');
});

test('offsets are UTF-16 code units', () => {
  const { negative, keywords } = edit('🐶🐶 a dog', ['dog', 'owl']);
  expect(negative).toBe('🐶🐶 an owl');
  expect(keywords[0]).toMatchObject({ start: 7, end: 10 });
});
