import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromText, toText } from './byte-text';

it('gives back what it was made of, in characters that a string literal holds', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 3 }), (lists) => {
      const { frequent, texts } = toText(lists);
      for (const [i, text] of texts.entries()) {
        expect(text).toMatch(/^[!-~]*$/);
        expect(JSON.stringify(text)).toBe(`"${text}"`);
        expect([...fromText(text, frequent)]).toEqual([...lists[i]!]);
      }
    }),
  );
});

it('writes a frequent byte as one character, and every byte there is', () => {
  const all = Uint8Array.from({ length: 256 + 500 }, (_, i) => (i < 256 ? i : 7));
  const { frequent, texts } = toText([all]);
  expect([...fromText(texts[0]!, frequent)]).toEqual([...all]);
  expect(texts[0]!.length).toBeLessThan(2 * 256 + 500);
});
