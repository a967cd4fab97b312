import '@tensorflow/tfjs-backend-cpu';
import { removeBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadEncoder } from '../encoder/load-encoder';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { tokenizerJson } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { loadClip } from '../weights/load-clip';
import { clipFiles } from '../weights/save-clip';

it('loadClip and loadEncoder say what to do where no backend has been started', async () => {
  const tokenizer = trainTokenizer(['a red square']);
  const text = { ...tinyConfig.text, endToken: tokenizer.endToken };
  const model = createClip({ ...tinyConfig, text });
  const files = { ...(await clipFiles(model)), 'tokenizer.json': tokenizerJson(tokenizer) };
  const encoder = await loadEncoder(files);
  expect(await encoder.embedTexts(['a red square'])).toHaveLength(1);
  removeBackend('cpu');
  const says = (place: string) =>
    `${place}: a backend of tfjs must have been started before a model is loaded (No backend found in registry); await useBackend('wasm') first.`;
  await expect(loadClip(files)).rejects.toThrow(says('loadClip'));
  await expect(loadEncoder(files)).rejects.toThrow(says('loadEncoder'));
});
