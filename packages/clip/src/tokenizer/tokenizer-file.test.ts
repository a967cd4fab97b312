import { InputError } from '@slipform/kit/errors/input-error';
import { describe, expect, it } from 'vitest';
import { byteCharacters } from './bpe-tokenizer';
import { loadTokenizer, tokenizerJson } from './tokenizer-file';
import { trainTokenizer } from './train-tokenizer';

const captions = ['a red square', 'a blue circle', 'the red-hot café isn’t a square'];
const texts = [...captions, 'RED & blue &lt;', '', 'zebra 🐶', '<|endoftext|>'];

describe('a BPE tokenizer’s files', () => {
  const tokenizer = trainTokenizer(captions, { kind: 'bpe', vocabularySize: 530, minCount: 1 });
  const { vocabulary, merges } = tokenizer.parts;
  type Json = Record<string, Record<string, unknown>>;
  const changed = (change: (json: Json) => void) => {
    const json: Json = JSON.parse(tokenizerJson(tokenizer));
    change(json);
    return { 'tokenizer.json': JSON.stringify(json) };
  };
  const vocab = () => Object.fromEntries(vocabulary.map((token, id) => [token, id]));
  const openAi = {
    'vocab.json': JSON.stringify(vocab()),
    'merges.txt': `#version: 0.2\n${merges.map((pair) => pair.join(' ')).join('\n')}\n`,
  };

  it('bring the same tokenizer back', async () => {
    const loaded = await loadTokenizer({ 'tokenizer.json': tokenizerJson(tokenizer) });
    expect(tokenizerJson(loaded)).toBe(tokenizerJson(tokenizer));
    for (const text of texts) expect(loaded.encode(text)).toEqual(tokenizer.encode(text));
  });

  it('are read as vocab.json and merges.txt, with 77 tokens where nothing says otherwise', async () => {
    const loaded = await loadTokenizer(openAi);
    expect(loaded.contextLength).toBe(77);
    for (const text of texts) expect(loaded.encode(text)).toEqual(tokenizer.encode(text));
    const settings = { model_max_length: 12, eos_token: { content: '<|endoftext|>' }, bos_token: 'a</w>' };
    const other = await loadTokenizer({ ...openAi, 'tokenizer_config.json': JSON.stringify(settings) });
    expect(other.contextLength).toBe(12);
    expect(vocabulary[other.startToken]).toBe('a</w>');
    expect(other.endToken).toBe(529);
    const unlimited = JSON.stringify({ model_max_length: 1e30 });
    expect((await loadTokenizer({ ...openAi, 'tokenizer_config.json': unlimited })).contextLength).toBe(77);
  });

  it('compose characters where tokenizer.json asks for it, and not where there is only vocab.json', async () => {
    const plain = await loadTokenizer(openAi);
    expect(plain.encode('cafe\u0301')).not.toEqual(plain.encode('café'));
    const composing = await loadTokenizer({ 'tokenizer.json': tokenizerJson(tokenizer) });
    expect(composing.encode('cafe\u0301')).toEqual(composing.encode('café'));
    const bare = changed(({ normalizer }) => {
      normalizer!.normalizers = [{ type: 'Lowercase' }];
    });
    expect((await loadTokenizer(bare)).encode('cafe\u0301')).toEqual(plain.encode('cafe\u0301'));
  });

  it('may hold more special tokens, and merges as pairs', async () => {
    const more = changed(({ added_tokens: added, model }) => {
      (added as unknown as unknown[]).push({ id: 530, content: '<cat>', special: true });
      model!.merges = merges;
    });
    const loaded = await loadTokenizer(more);
    expect(loaded.vocabularySize).toBe(531);
    expect(loaded.encode('a <cat>')).toEqual([528, 320, 530, 529]);
  });

  it('may lack bytes where an unknown token stands in', async () => {
    const few = { a: 0, 'a</w>': 1, '<unk>': 2, '<|startoftext|>': 3, '<|endoftext|>': 4, 'aa</w>': 5 };
    const files = { 'vocab.json': JSON.stringify(few), 'merges.txt': 'a a</w>\n' };
    await expect(loadTokenizer(files)).rejects.toThrow(/each of the 256 bytes as a token.* or an unk_token/);
    const settings = JSON.stringify({ unk_token: { content: '<unk>' } });
    const loaded = await loadTokenizer({ ...files, 'special_tokens_map.json': settings });
    expect(loaded.encode('aa b a')).toEqual([3, 5, 2, 1, 4]);
  });

  it('are refused in one sentence where they contradict themselves', async () => {
    const refusals: [Record<string, string>, RegExp][] = [
      [{}, /no tokenizer.json in the files given; there is no vocab.json either/],
      [{ 'vocab.json': '{}' }, /no merges.txt in the files given; it belongs to vocab.json/],
      [
        changed(({ model }) => {
          model!.type = 'Unigram';
        }),
        /BPE or a WordLevel model, got "Unigram"/,
      ],
      [
        changed(({ model }) => {
          model!.end_of_word_suffix = '_';
        }),
        /end_of_word_suffix <\/w>/,
      ],
      [
        changed((json) => {
          json.pre_tokenizer = { type: 'ByteLevel' } as never;
        }),
        /must split words as CLIP's does/,
      ],
      [
        changed(({ model }) => {
          (model!.vocab as Json).a = 70 as never;
        }),
        /must be 0 to 529, each once/,
      ],
      [
        changed(({ model }) => {
          (model!.vocab as Json).a = 9e9 as never;
        }),
        /must be 0 to 529, each once; see "a"/,
      ],
      [
        changed(({ model }) => {
          (model!.vocab as Json).a = -1 as never;
        }),
        /each once; see "a"/,
      ],
      [
        changed(({ model }) => {
          (model!.vocab as Json).a = '64' as never;
        }),
        /each once; see "a"/,
      ],
      [
        changed(({ model }) => {
          delete (model!.vocab as Json)['red</w>'];
        }),
        /each once/,
      ],
      [
        changed(({ model }) => {
          model!.merges = ['a q'];
        }),
        /merge 1 needs the token "aq"/,
      ],
      [
        changed(({ model }) => {
          model!.merges = ['a b c'];
        }),
        /merge 1 must be two tokens/,
      ],
      [
        changed(({ model }) => {
          model!.merges = [7];
        }),
        /merge 1 must be two tokens/,
      ],
      [
        changed(({ model }) => {
          model!.merges = {};
        }),
        /merges must be a list/,
      ],
      [
        changed(({ model }) => {
          model!.merges = [merges[0], merges[0]];
        }),
        /merge 2 is there twice/,
      ],
      [
        changed(({ truncation }) => {
          truncation!.max_length = 1;
        }),
        /context length .* integer from 2/,
      ],
      [
        changed(({ added_tokens: a }) => {
          (a as unknown as Json[])[0]!.id = 3 as never;
        }),
        /one id among added_tokens/,
      ],
      [
        { 'tokenizer.json': tokenizerJson(tokenizer).replace('"red</w>"', '"__proto__"') },
        /needs the token "red<\/w>"/,
      ],
      [{ 'tokenizer.json': tokenizerJson(tokenizer).replace('"c":', '"b":') }, /has the key "b" twice/],
      [{ ...openAi, 'merges.txt': 'aa' }, /merges.txt: merge 1 must be two tokens/],
      [{ ...openAi, 'tokenizer_config.json': '{"bos_token":"<s>"}' }, /must have the start token "<s>"/],
      [{ ...openAi, 'tokenizer_config.json': '{"model_max_length":"long"}' }, /context length .* got "long"/],
      [{ ...openAi, 'vocab.json': '[]' }, /vocab.json must hold a JSON object/],
    ];
    for (const [files, message] of refusals) {
      const failure: unknown = await loadTokenizer(files).catch((error: unknown) => error);
      expect(InputError.isInstance(failure), String(failure)).toBe(true);
      expect(String(failure)).toMatch(message);
    }
  });

  it('may name a token __proto__', async () => {
    const files = {
      'vocab.json': openAi['vocab.json'].replace('"red</w>"', '"__proto__"'),
      'merges.txt': merges
        .filter((pair) => !pair.includes('red</w>') && pair.join('') !== 'red</w>')
        .map((pair) => pair.join(' '))
        .join('\n'),
    };
    const loaded = await loadTokenizer(files);
    expect(tokenizerJson(await loadTokenizer({ 'tokenizer.json': tokenizerJson(loaded) }))).toBe(
      tokenizerJson(loaded),
    );
    expect(loaded.encode('a __proto__')).not.toContain(undefined);
    expect(Object.hasOwn(Object.prototype, 'red</w>')).toBe(false);
  });
});

describe('trainTokenizer with kind "bpe"', () => {
  it('is deterministic, and its context is the longest caption’s', () => {
    const one = trainTokenizer(captions, { kind: 'bpe' });
    expect(tokenizerJson(trainTokenizer(captions, { kind: 'bpe' }))).toBe(tokenizerJson(one));
    expect(one.contextLength).toBe(Math.max(...captions.map((caption) => one.encode(caption).length)));
    expect(trainTokenizer(captions, { kind: 'bpe', contextLength: 9 }).contextLength).toBe(9);
    expect(byteCharacters.every((c) => one.parts.vocabulary.includes(c))).toBe(true);
  });

  it('refuses what it can’t use', () => {
    expect(() => trainTokenizer([], { kind: 'bpe' })).toThrow(/at least one word/);
    expect(() => trainTokenizer(captions, { kind: 'bpe', vocabularySize: 513 })).toThrow(/integer from 514/);
    const misspelt: object = { kind: 'bpe', maxWords: 3 };
    expect(() => trainTokenizer(captions, misspelt)).toThrow(
      /no option "maxWords"; there are kind, vocabularySize/,
    );
    const unheard: object = { kind: 'unigram' };
    expect(() => trainTokenizer(captions, unheard)).toThrow(/kind must be one of words, bpe, got "unigram"/);
  });
});
