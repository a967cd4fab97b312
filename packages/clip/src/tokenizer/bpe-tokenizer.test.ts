import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { type BpeParts, BpeTokenizer, byteLevel } from './bpe-tokenizer';
import { unescapeHtml } from './clean-text';
import { loadTokenizer, tokenizerJson } from './tokenizer-file';
import { trainTokenizer } from './train-tokenizer';

const captions = [
  'A red square, and a blue square.',
  "it's the dog's café; they'll don't",
  'photo of 3 dogs & 12 cats',
  'the photograph of the squared circle',
];

beforeAll(async () => {
  await useBackend('cpu');
});

describe('BpeTokenizer', () => {
  const tokenizer = trainTokenizer(captions, { kind: 'bpe', vocabularySize: 560, minCount: 1 });
  const { startToken: s, endToken: e } = tokenizer;
  const tokens = (text: string) =>
    tokenizer
      .encode(text)
      .slice(1, -1)
      .map((id) => tokenizer.parts.vocabulary[id]);

  it('has bytes, merges, start and end, and the end token has the largest id', () => {
    expect(tokenizer.vocabularySize).toBe(560);
    expect([s, e]).toEqual([558, 559]);
    expect(tokens('SQUARE red')).toEqual(['square</w>', 'red</w>']);
    expect(tokens('zq')).toEqual(['z', 'q</w>']);
    expect(tokens('it’s')).toEqual(['it</w>', 'â', 'Ģ', 'Ļ</w>', 's</w>']);
    expect(tokenizer.encode('')).toEqual([s, e]);
    expect(tokenizer.encode(' \u0000\u001c\u3000')).toEqual([s, 188 + 256, e]);
  });

  it('reads text as CLIP does: HTML unescaped twice, white space as one space, lower case', () => {
    expect(tokenizer.encode('A&amp;nbsp;red\u001c\n&lt;')).toEqual(tokenizer.encode('a red <'));
    expect(tokens("It'S 12")).toEqual(['it</w>', "'s</w>", '1</w>', '2</w>']);
  });

  it('takes the names of special tokens for these where they begin a word', () => {
    expect(tokenizer.encode('<|startoftext|>red<|ENDOFTEXT|>')).toEqual([
      s,
      s,
      ...tokenizer.encode('red').slice(1),
      e,
    ]);
    expect(tokenizer.encode('!<|endoftext|>')).not.toContain([e, e]);
    expect(tokenizer.encode('!<|endoftext|>').filter((id) => id === e)).toHaveLength(1);
  });

  it('takes any string: lone surrogates as U+FFFD, long words, names of Object’s own', () => {
    expect(tokenizer.encode('\ud800')).toEqual(tokenizer.encode('\ufffd'));
    expect(tokenizer.encode('x'.repeat(100_000)).length).toBeGreaterThan(90_000);
    expect(tokens('__proto__')).toEqual(['_', '_</w>', ...tokens('proto'), '_', '_</w>']);
    expect(tokens('constructor')?.join('')).toBe('constructor</w>');
  });

  it('merges as the published algorithm does, and loses no byte', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'squared photo'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (sample) => {
        const word =
          sample
            .toLowerCase()
            .normalize('NFC')
            .match(/^\p{L}+/u)?.[0] ?? 'x';
        expect(tokens(word.normalize('NFC'))).toEqual(
          naiveBpe(word.normalize('NFC').toLowerCase(), tokenizer.parts),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('makes batches padded with 0 after the end, cut with the end kept', () => {
    expect(tokenizer.batch(['', 'red']).arraySync()).toEqual([
      [s, e, 0],
      [s, tokenizer.encode('red')[1], e],
    ]);
    expect(tokenizer.batch(['red '.repeat(200)], { length: 4 }).arraySync()).toEqual([
      [s, ...Array.from({ length: 2 }, () => tokenizer.encode('red')[1]), e],
    ]);
    expect(tokenizer.batch(['red '.repeat(200)]).shape).toEqual([1, tokenizer.contextLength]);
  });

  it('keeps no more words than it has room for', () => {
    for (let i = 0; i < 70_000; i++)
      tokenizer.encode(`w${i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)]!)}`);
    expect(tokens('square red')).toEqual(['square</w>', 'red</w>']);
  });

  it('refuses a vocabulary without its special tokens, or with a token twice', () => {
    const { parts } = tokenizer;
    expect(() => new BpeTokenizer({ ...parts, startText: '<s>' })).toThrow(/no token "<s>"/);
    expect(() => new BpeTokenizer({ ...parts, vocabulary: [...parts.vocabulary, 'a'] })).toThrow(
      /a token twice/,
    );
    expect(() => new BpeTokenizer({ ...parts, contextLength: 1 })).toThrow(
      /contextLength must be an integer from 2/,
    );
  });
});

const shared = process.env.SLIPFORM_SHARED ?? '../shared';
const golden = join(shared, 'golden/clip-tokenizer');
const missing = existsSync(golden)
  ? ''
  : ` (skipped: there is no ${golden}; SLIPFORM_SHARED names the folder)`;

describe.skipIf(missing !== '')(`CLIP's own vocabulary${missing}`, () => {
  const { cases, contextLength }: { cases: { text: string; ids: number[] }[]; contextLength: number } =
    missing === ''
      ? JSON.parse(readFileSync(join(shared, 'golden/tokenizer.json'), 'utf8'))
      : { cases: [], contextLength: 77 };

  it('gives the ids that OpenAI’s tokenizer gives, from vocab.json and from tokenizer.json', async () => {
    const tokenizer = await loadTokenizer(golden);
    const again = await loadTokenizer({ 'tokenizer.json': tokenizerJson(tokenizer) });
    expect(tokenizer.contextLength).toBe(contextLength);
    expect([tokenizer.startToken, tokenizer.endToken]).toEqual([49406, 49407]);
    expect(cases.length).toBeGreaterThan(100);
    for (const { text, ids } of cases) {
      expect(tokenizer.encode(text)).toEqual([49406, ...ids, 49407]);
      expect(again.encode(text)).toEqual([49406, ...ids, 49407]);
    }
  });
});

/** Sennrich et al. 2016: the pair that was merged earliest goes first, all its places from the left. */
function naiveBpe(word: string, { merges }: BpeParts): string[] {
  let tokens = [...byteLevel(word)];
  tokens[tokens.length - 1] += '</w>';
  for (;;) {
    const pairs = new Set(tokens.slice(1).map((right, i) => `${tokens[i]} ${right}`));
    const merge = merges.find((pair) => pairs.has(pair.join(' ')));
    if (merge === undefined) return tokens;
    const after: string[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const found = tokens[i] === merge[0] && tokens[i + 1] === merge[1];
      after.push(found ? merge.join('') : tokens[i]!);
      if (found) i++;
    }
    tokens = after;
  }
}

// What Python 3.13's html.unescape gives.
const cases: readonly (readonly [escaped: string, text: string])[] = [
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['&ampfoo &notit; &notin; &copy2 &hellip &hellip;', '&foo ¬it; ∉ ©2 &hellip …'],
  ['&foo; &am & &; &#; &#x; &#xg;', '&foo; &am & &; &#; &#x; &#xg;'],
  ['&ngE; &CounterClockwiseContourIntegral;', '≧̸ ∳'],
  ['&#39;s &#x27;s &#X27s &#65B', "'s 's 's AB"],
  ['&#128;&#150;&#159;&#129;', '€–Ÿ\u0081'],
  ['a&#0;b&#xD800;c&#x110000;d&#99999999999999999999;e', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['a&#1;b&#11;c&#127;d&#xFDD0;e&#x1FFFF;f&#13;g&#9;h', 'abcdef\rg\th'],
  ['&#128054; &amp &amp', '🐶 & &'],
];

it.each(cases)('%j is %j', (escaped, text) => {
  expect(unescapeHtml(escaped)).toBe(text);
});
