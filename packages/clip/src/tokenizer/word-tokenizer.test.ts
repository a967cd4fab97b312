import { InputError } from '@slipform/kit/errors/input-error';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { loadTokenizer, tokenizerJson } from './tokenizer-file';
import { trainTokenizer } from './train-tokenizer';
import { WordTokenizer } from './word-tokenizer';

const captions = ['A red square.', 'a blue circle', 'the red-hot café isn’t a square'];

beforeAll(async () => {
  await useBackend('cpu');
});

describe('trainTokenizer', () => {
  const tokenizer = trainTokenizer(captions);

  it('refuses captions and texts that are no strings', () => {
    for (const [captions, got] of [
      ['a b c', 'a string'],
      [undefined, 'undefined'],
      [3, '3'],
    ]) {
      for (const kind of ['words', 'bpe'] as const) {
        expect(() => trainTokenizer(captions as never, { kind } as never)).toThrow(
          `trainTokenizer: captions must be an array of strings, or iterate over some, got ${got}.`,
        );
      }
    }
    expect(() => tokenizer.encode(42 as never)).toThrow('encode: text must be a string, got number.');
    expect(() => tokenizer.batch('a' as never)).toThrow(
      'batch: texts must be an array of strings, got string; put it in [ ].',
    );
  });

  it('keeps lower-case words, the most frequent first', () => {
    expect(tokenizer.vocabulary.join(' ')).toBe('a square blue café circle isn’t red red-hot the');
    expect(tokenizer.vocabularySize).toBe(13);
    expect(tokenizer.contextLength).toBe(8);
    expect(tokenizer.endToken).toBe(12);
  });

  it('keeps as many words as asked for', () => {
    expect(trainTokenizer(captions, { maxWords: 2 }).vocabulary).toEqual(['a', 'square']);
    expect(trainTokenizer(captions, { minCount: 2 }).vocabulary).toEqual(['a', 'square']);
  });

  it('encodes with start and end; unknown words and the names of special tokens are unknown', () => {
    const { startToken, endToken, unknownToken } = tokenizer;
    expect(tokenizer.encode('A SQUARE!')).toEqual([startToken, 2, 3, endToken]);
    expect(tokenizer.encode('zebra <|endoftext|>')).toEqual([
      startToken,
      unknownToken,
      unknownToken,
      endToken,
    ]);
    expect(tokenizer.encode('')).toEqual([startToken, endToken]);
    expect(tokenizer.encode('CAFE\u0301')).toEqual(tokenizer.encode('café'));
    expect(tokenizer.encode('constructor __proto__')).toEqual([
      startToken,
      unknownToken,
      unknownToken,
      endToken,
    ]);
  });

  it('makes batches: padded after the end, cut with the end kept', () => {
    const { startToken: s, endToken: e } = tokenizer;
    const padded = tokenizer.batch(['a', 'a square']);
    expect(padded.dtype).toBe('int32');
    expect(padded.arraySync()).toEqual([
      [s, 2, e, 0],
      [s, 2, 3, e],
    ]);
    expect(tokenizer.batch(['a a a a'], { length: 3 }).arraySync()).toEqual([[s, 2, e]]);
    expect(tokenizer.batch(['a '.repeat(10_000)]).shape).toEqual([1, 8]);
    expect(tokenizer.batch(['']).arraySync()).toEqual([[s, e]]);
    expect(() => tokenizer.batch(['a'], { length: 9 })).toThrow(/length must be an integer from 2 to 8/);
  });

  it('never makes an id outside the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const ids = tokenizer.encode(text);
        expect(ids.every((id) => id >= 0 && id < tokenizer.vocabularySize)).toBe(true);
        expect(ids.filter((id) => id === tokenizer.endToken)).toHaveLength(1);
      }),
    );
  });

  it('refuses captions without a word', () => {
    expect(() => trainTokenizer([])).toThrow(InputError);
    const misspelt: object = { mincount: 3 };
    expect(() => trainTokenizer(captions, misspelt)).toThrow(/no option "mincount"; there are minCount/);
    expect(() => trainTokenizer(['…', '!'])).toThrow(/at least one word/);
  });
});

describe('tokenizer.json', () => {
  const tokenizer = trainTokenizer([...captions, 'constructor']);
  const file = (json: unknown) => ({
    'tokenizer.json': typeof json === 'string' ? json : JSON.stringify(json),
  });
  const parsed = () => JSON.parse(tokenizerJson(tokenizer));

  it('brings the same tokenizer back', async () => {
    const loaded = await loadTokenizer(file(tokenizerJson(tokenizer)));
    expect(loaded).toBeInstanceOf(WordTokenizer);
    expect(tokenizerJson(loaded)).toBe(tokenizerJson(tokenizer));
    expect(loaded.contextLength).toBe(tokenizer.contextLength);
    for (const caption of captions) expect(loaded.encode(caption)).toEqual(tokenizer.encode(caption));
  });

  it('refuses files that are something else', async () => {
    await expect(loadTokenizer({})).rejects.toThrow(
      'There is no tokenizer.json in the files given; there is no vocab.json either; saveTokenizer writes tokenizer.json beside the weights.',
    );
    await expect(loadTokenizer(file('{'))).rejects.toThrow(/must be JSON/);
    await expect(loadTokenizer(file('[]'))).rejects.toThrow(/JSON object/);
    await expect(loadTokenizer(file({ model: { type: 'WordPiece' } }))).rejects.toThrow(/WordLevel/);
    const twice = parsed();
    twice.model.vocab.red = 3;
    await expect(loadTokenizer(file(twice))).rejects.toThrow(/each once/);
    const proto = parsed();
    await expect(
      loadTokenizer(file(JSON.stringify(proto).replace('"red":', '"__proto__":9e9,"red":'))),
    ).rejects.toThrow(/each once; see "__proto__"/);
  });
});
