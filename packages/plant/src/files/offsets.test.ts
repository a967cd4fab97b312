import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { inCodepoints } from './offsets';

const spanAt = (text: string, start: number, end: number) => ({
  text: text.slice(start, end),
  lemma: 'x',
  start,
  end,
});

/** A record about a word between other texts; offsets in UTF-16 code units. */
function recordOf(before: string, word: string, after: string, other: string): HardNegative {
  const caption = before + word + after;
  const negative = before + other + after;
  return {
    id: '1',
    caption,
    negative,
    operation: 'replace',
    slot: 'object',
    keyword: spanAt(caption, before.length, before.length + word.length),
    replacement: spanAt(negative, before.length, before.length + other.length),
    concreteness: 5,
    concretenessSource: 'norms',
    replacementConcreteness: 5,
    instruction: '',
    distance: null,
    seed: 0,
    version: '',
  };
}

test('offsets count what Python counts, whatever stands before, in and behind the word', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, text, text, (before, word, after, other) => {
      const { caption, negative, keyword, replacement } = inCodepoints(recordOf(before, word, after, other));
      expect([...caption].slice(keyword.start, keyword.end).join('')).toBe(word);
      expect([...negative].slice(replacement.start, replacement.end).join('')).toBe(other);
    }),
  );
});

test('both words of a swap count', () => {
  const swap = recordOf('🐶 ', 'dog', ' 🐈 cat', 'cat');
  const second = { keyword2: spanAt(swap.caption, 10, 13), replacement2: spanAt(swap.negative, 10, 13) };
  const { keyword, keyword2, replacement2 } = inCodepoints({ ...swap, ...second });
  expect([keyword.start, keyword2?.start, replacement2?.end]).toEqual([2, 8, 11]);
});

test('spans of a record with a positive are places in it', () => {
  const record = recordOf('🐶 a ', 'brown', ' dog', 'black');
  const added = { ...record, caption: '🐶 a dog', positive: record.caption };
  expect(inCodepoints(added)).toEqual({
    ...inCodepoints(record),
    caption: '🐶 a dog',
    positive: record.caption,
  });
});
