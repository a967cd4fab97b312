import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { loadEncoder } from '../encoder/load-encoder';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { encoderFiles } from './save-clip';

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
