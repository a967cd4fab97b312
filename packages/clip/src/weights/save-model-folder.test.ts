import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { loadEncoder } from '../encoder/load-encoder';
import { openFile } from '../files/open-file';
import type { ClipConfig } from '../model/clip-config';
import { createClip } from '../model/create-clip';
import { openClipNames, openClipTensor } from '../testing/open-clip-naming';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { loadClip } from './load-clip';
import { readSafetensorsHeader } from './safetensors';
import { encoderFiles, saveClip } from './save-clip';

const words = trainTokenizer(['a red square', 'a blue circle']);
const pieces = trainTokenizer(['a red square', 'a blue circle'], { kind: 'bpe' });
const texts = ['a red square', 'a blue circle', 'zebra'];
const image = { width: 9, height: 8, data: new Uint8Array(216).map((_, i) => (i * 7) % 256) };
const preprocessing = { size: 8, mean: [0.5, 0.25, 0], deviation: [1, 0.5, 1] } as const;
const huggingFace = [
  'config.json',
  'model.safetensors',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];
const openClip = [
  'open_clip_config.json',
  'open_clip_model.safetensors',
  'tokenizer.json',
  'tokenizer_config.json',
];

const folder = temporaryFolder();
let count = 0;
beforeAll(async () => {
  await useBackend('cpu');
});

function encoderOf(
  tokenizer: typeof words | typeof pieces,
  change: { image?: object; text?: object; own?: object } = {},
): ClipEncoder {
  const { vocabularySize, contextLength } = tokenizer;
  const config: ClipConfig = {
    ...tinyConfig,
    image: { ...tinyConfig.image, ...change.image },
    text: { ...tinyConfig.text, vocabularySize, contextLength, ...change.text },
  };
  return createEncoder(createClip(config, { seed: 3 }), tokenizer, {
    preprocessing: { ...preprocessing, ...change.own },
  });
}

const place = () => join(folder, String(count++));
const embed = async (encoder: ClipEncoder) => [
  ...(await encoder.embedTexts(texts)),
  ...(await encoder.embedImages([image])),
];

it.each([
  ['huggingface', words],
  ['huggingface', pieces],
  ['open_clip', words],
  ['open_clip', pieces],
] as const)(
  'saves the whole model in the naming of %s, which embeds the same when it is loaded',
  async (naming, tokenizer) => {
    const target = place();
    for (const change of [{}, { image: { activation: 'gelu' }, text: { activation: 'gelu_pytorch_tanh' } }]) {
      const encoder = encoderOf(tokenizer, change);
      await encoder.save(target, { naming });
      expect((await readdir(target)).sort()).toEqual(naming === 'open_clip' ? openClip : huggingFace);
      const loaded = await loadEncoder(target);
      expect(await embed(loaded)).toEqual(await embed(encoder));
      expect(loaded.model.config).toEqual({
        ...encoder.model.config,
        // The file says what the largest id is, and not how a text begins.
        text: { ...encoder.model.config.text, startToken: loaded.model.config.text.startToken },
      });
      encoder.dispose();
      loaded.dispose();
    }
  },
);

it('saveClip writes the model alone in open_clip’s form too', async () => {
  const target = place();
  const encoder = encoderOf(words);
  await saveClip(encoder.model, target, { naming: 'open_clip', dtype: 'float16' });
  expect((await readdir(target)).sort()).toEqual(openClip.slice(0, 2));
  const loaded = await loadClip(target);
  expect(loaded.config.image).toEqual(encoder.model.config.image);
  expect(await readFile(join(target, 'open_clip_config.json'), 'utf8')).toContain('"preprocess_cfg"');
  for (const options of [{ naming: 'openai' }, { naming: 'open_clip', maxShardSize: '1MB' }]) {
    await expect(saveClip(encoder.model, target, options as object)).rejects.toThrow(
      /^saveClip: (naming must be|open_clip reads its weights from one file)/,
    );
  }
  encoder.dispose();
  loaded.dispose();
});

it('gives tensors open_clip’s names, shapes and values', async () => {
  const target = place();
  const encoder = encoderOf(words, { text: { mlpWidth: 24 } });
  await encoder.save(target, { naming: 'open_clip' });
  const file = await openFile(target, 'open_clip_model.safetensors');
  if ('missing' in file) throw new Error(file.missing);
  const { entries } = await readSafetensorsHeader(file, 'open_clip_model.safetensors');
  expect(entries.map(({ name }) => name)).toEqual(openClipNames({ image: 2, text: 2 }).sort());
  for (const { name, shape, start, end } of entries) {
    const expected = openClipTensor(name, (parameter) => encoder.model.parameter(parameter));
    expect([name, shape]).toEqual([name, expected.shape]);
    const { buffer } = await file.read(end - start);
    expect([...new Float32Array(buffer)]).toEqual([...(await expected.data())]);
  }
  await file.close();
  encoder.dispose();
});

it('leaves nothing in a folder that contradicts what it saved', async () => {
  const target = place();
  const [first, second] = [encoderOf(words), encoderOf(pieces)];
  await first.save(target, { maxShardSize: '20KB' });
  expect((await readdir(target)).length).toBeGreaterThan(huggingFace.length);
  await writeFile(join(target, 'vocab.json'), '{}');
  await writeFile(join(target, 'processor_config.json'), '{"image_processor": {"size": 4}}');
  await writeFile(join(target, 'notes.txt'), 'mine');
  await second.save(target, { naming: 'open_clip' });
  expect((await readdir(target)).sort()).toEqual(['notes.txt', ...openClip]);
  await first.save(target);
  const both = new Set([...huggingFace, ...openClip, 'notes.txt']);
  expect((await readdir(target)).sort()).toEqual([...both].sort());
  // Its own tokenizer's config stays as somebody wrote it.
  await writeFile(join(target, 'tokenizer_config.json'), '{"mine": true}');
  await first.save(target, { dtype: 'float16' });
  expect(await readFile(join(target, 'tokenizer_config.json'), 'utf8')).toBe('{"mine": true}');
  first.dispose();
  second.dispose();
});

it('refuses what open_clip’s form cannot say', async () => {
  const target = place();
  const cases: [Parameters<typeof encoderOf>[1], object, RegExp][] = [
    [
      { text: { activation: 'gelu' } },
      {},
      /^save: open_clip's config cannot say that one tower alone has quick_gelu; /,
    ],
    [
      { image: { stem: [6] } },
      {},
      /^save: open_clip's config cannot say that convolutions come before the patches \(image\.stem\); save with/,
    ],
    [{ own: { interpolation: 'lanczos' } }, {}, /^save: open_clip resizes pictures by bicubic or bilinear/],
    [{ own: { shorterSide: 9 } }, {}, /^save: open_clip resizes pictures/],
    [
      { text: { vocabularySize: 30, endToken: words.endToken } },
      {},
      /cannot say that a text ends with 8: it reads it at 29/,
    ],
    [{}, { maxShardSize: '1MB' }, /^save: open_clip reads its weights from one file/],
    [
      {},
      { naming: 'openai' },
      /^save: there is no|^save: naming must be one of huggingface, open_clip, got "openai"/,
    ],
  ];
  for (const [change, options, message] of cases) {
    const encoder = encoderOf(words, change);
    await expect(encoder.save(target, { naming: 'open_clip', ...options })).rejects.toThrow(message);
    encoder.dispose();
  }
  await expect(readdir(target)).rejects.toThrow('ENOENT');
});

let encoder: ClipEncoder;
beforeAll(async () => {
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['a red square']);
  const model = createClip({ ...tinyConfig, text: { ...tinyConfig.text, endToken: tokenizer.endToken } });
  const preprocessing = {
    size: tinyConfig.image.imageSize,
    mean: [1, 1, 1],
    deviation: [0.4, 0.4, 0.4],
  } as const;
  encoder = createEncoder(model, tokenizer, { preprocessing });
});
afterAll(() => encoder.dispose());

it.each(['float32', 'float16'] as const)('are what save writes, in %s', async (dtype) => {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-files-'));
  try {
    await encoder.save(folder, { dtype });
    const files = await encoderFiles(encoder, { dtype });
    expect(Object.keys(files).sort()).toEqual((await readdir(folder)).sort());
    for (const [name, content] of Object.entries(files)) {
      expect(Buffer.from(content)).toEqual(await readFile(join(folder, name)));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('give the same encoder back', async () => {
  const again = await loadEncoder(await encoderFiles(encoder));
  expect(again.preprocessing).toMatchObject(encoder.preprocessing);
  expect(await again.embedTexts(['a red square'])).toEqual(await encoder.embedTexts(['a red square']));
  again.dispose();
});

it('refuse a tokenizer that has no file', async () => {
  const { encode, batch, vocabularySize, contextLength, startToken, endToken } = encoder.tokenizer;
  const own = { encode, batch, vocabularySize, contextLength, startToken, endToken };
  const { model, preprocessing } = encoder;
  await expect(encoderFiles({ model, preprocessing, tokenizer: own })).rejects.toThrow(
    /tokenizer must be what/,
  );
});
