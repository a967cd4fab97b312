import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { checkPrompt, fillPrompt, rewriterPrompt } from './prompts';
import { captionIn } from './rewriter-of-endpoint';

test.each([
  ['a dog on a bed', 'A cat on a bed.', 'a cat on a bed'],
  ['A dog on a bed.', '"a cat on a bed"', 'A cat on a bed.'],
  ['A dog on a bed', '“A cat on a bed.”\n', 'A cat on a bed'],
  [' A dog on a bed. ', "'A cat on a bed'", ' A cat on a bed. '],
  ['TV on a bed', 'Radio on a bed', 'Radio on a bed'],
  ['a dog on a bed', 'TV on a bed', 'TV on a bed'],
  ['A dog on a bed', '', ''],
  ['"Dog" on a bed', '"Cat" on a bed', '"Cat" on a bed'],
])('of %j the answer %j is %j', (caption, answer, text) => {
  expect(captionIn(answer, { caption })).toBe(text);
});

test('an answer that is a caption already stays as it is', () => {
  const word = fc.constantFrom('dog', 'cat', 'On', 'a', 'red', 'T-shirt', 'x.y', '5', 'Ärmel');
  const text = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom('', '.'))
    .map(([words, end]) => words.join(' ') + end);
  fc.assert(
    fc.property(text, (caption) => {
      expect(captionIn(caption, { caption })).toBe(caption);
      expect(captionIn(`"${caption}"\n`, { caption })).toBe(caption);
    }),
  );
});

test('a prompt has the texts in its places, whatever is in them', () => {
  const record = {
    caption: 'A $& dog {new}',
    negative: 'A $1 cat {old}',
    keyword: { text: 'dog' },
    replacement: { text: 'cat' },
    slot: 'object',
  } as HardNegative;
  expect(fillPrompt('{caption}|{negative}|{old}|{new}|{slot}', record)).toBe(
    'A $& dog {new}|A $1 cat {old}|dog|cat|object',
  );
  const prompt = fillPrompt(checkPrompt(rewriterPrompt, 'ours'), record);
  for (const text of [record.caption, record.negative, '"dog" to "cat"']) expect(prompt).toContain(text);
  expect(() => checkPrompt('{caption} {negativ}', 'p')).toThrow('p has the place "{negativ}"; there are');
  expect(() => checkPrompt('{negative}', 'p')).toThrow('p must have the place {caption}');
});
