import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, it } from 'vitest';
import { refuseModelFolder } from './model-files';

const folder = temporaryFolder();

it.each([
  'model.safetensors',
  'model-00001-of-00007.safetensors',
  'model.safetensors.index.json',
  'pytorch_model.bin',
  'pytorch_model.bin.index.json',
  'open_clip_config.json',
  'open_clip_pytorch_model.bin',
  'ViT-B-32.pt',
  'weights.ckpt',
  'tf_model.h5',
  'flax_model.msgpack',
  'model.onnx',
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'vocab.json',
  'merges.txt',
])('refuses a folder with %s', async (name) => {
  const target = await mkdtemp(join(folder, 'one-'));
  await writeFile(join(target, name), '');
  const refusal = refuseModelFolder(target);
  await expect(refusal).rejects.toSatisfy(InputError.isInstance);
  await expect(refusal).rejects.toThrow(`holds a model already (${name}); choose another folder, or --force`);
  expect(await readdir(target)).toEqual([name]);
});

it('takes a folder with other files, an empty one, and none', async () => {
  const target = join(folder, 'run');
  await refuseModelFolder(target);
  await mkdir(join(target, 'checkpoints'), { recursive: true });
  await refuseModelFolder(target);
  for (const name of ['metrics.jsonl', 'train.mjs', 'notes.txt', 'pairs.csv', 'results.json']) {
    await writeFile(join(target, name), '');
  }
  await refuseModelFolder(target);
});

it('names three files and how many more there are', async () => {
  const target = await mkdtemp(join(folder, 'many-'));
  for (let i = 1; i <= 7; i++) await writeFile(join(target, `model-0000${i}-of-00007.safetensors`), '');
  await writeFile(join(target, 'config.json'), '');
  await expect(refuseModelFolder(target, 'give another -o')).rejects.toThrow(
    '(config.json, model-00001-of-00007.safetensors, model-00002-of-00007.safetensors and 5 more); give another -o.',
  );
});
