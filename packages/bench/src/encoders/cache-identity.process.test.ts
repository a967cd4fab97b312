import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  clipMean,
  createClip,
  encoderIdentity,
  loadEncoder,
  saveClip,
  saveTokenizer,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, test } from 'vitest';
import { cacheIdentity } from '../commands/judge-model';

const tokenizer = trainTokenizer(['red dog', 'blue cat above green tree'], { kind: 'bpe' });
const picture = { width: 16, height: 16, data: Uint8Array.from({ length: 768 }, (_, i) => (i * 37) % 256) };
const work = temporaryFolder();
let copies = 0;

/** A small model in shards, with every small file that a model may have. */
async function makeFolder(): Promise<string> {
  const folder = join(work, `model-${copies++}`);
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 8, layers: 1, heads: 1 };
  const text = { ...tower, vocabularySize, contextLength, startToken, endToken };
  const image = { ...tower, imageSize: 16, patchSize: 8 };
  const model = createClip({ embeddingSize: 8, image, text }, { seed: 0 });
  await saveClip(model, folder, { maxShardSize: 20_000 });
  model.dispose();
  await saveTokenizer(tokenizer, folder);
  await writeFile(join(folder, 'tokenizer_config.json'), '{ "model_max_length": 20 }');
  await writeFile(join(folder, 'special_tokens_map.json'), '{}');
  await writeFile(join(folder, 'preprocessor_config.json'), preprocessing(clipMean));
  return folder;
}

const preprocessing = (mean: readonly number[]) =>
  JSON.stringify({ size: { shortest_edge: 16 }, crop_size: { height: 16, width: 16 }, image_mean: mean });

let original = '';
beforeAll(async () => {
  await useBackend('cpu');
  original = await makeFolder();
});

async function changed(change: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(work, `copy-${copies++}`);
  await cp(original, folder, { recursive: true });
  await change(folder);
  return folder;
}

async function identityOf(folder: string): Promise<string> {
  return cacheIdentity({ identity: await encoderIdentity(folder) });
}

async function embed(folder: string) {
  using encoder = await loadEncoder(folder);
  const [image] = await encoder.embedImages([picture]);
  const [text] = await encoder.embedTexts(['blue cat above red dog']);
  return { image, text };
}

/** Another last number of a tensor, or a space behind JSON. */
async function change(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (!file.endsWith('.safetensors')) return appendFile(file, ' ');
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(file, bytes);
}

describe('cacheIdentity', () => {
  test('is that of the encoder', async () => {
    using encoder = await loadEncoder(original);
    expect(cacheIdentity(encoder)).toBe(await identityOf(original));
    expect(() => cacheIdentity({})).toThrow('--cache needs a model that is read from files');
  });

  test.each([
    'config.json',
    'model-00001-of-00002.safetensors',
    'model-00002-of-00002.safetensors',
    'model.safetensors.index.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'special_tokens_map.json',
    'preprocessor_config.json',
  ])('is another where only %s is', async (name) => {
    expect(await readFile(join(original, name))).toBeDefined();
    const other = await changed((folder) => change(join(folder, name)));
    expect(await identityOf(other)).not.toBe(await identityOf(original));
  });

  test.each(['vocab.json', 'merges.txt', 'open_clip_config.json'])(
    'is another where %s is there as well',
    async (name) => {
      const other = await changed((folder) => writeFile(join(folder, name), '{}'));
      expect(await identityOf(other)).not.toBe(await identityOf(original));
    },
  );

  test('is the same for a copy, and for results or a README beside the model', async () => {
    const other = await changed((folder) =>
      Promise.all(['results.json', 'README.md'].map((name) => writeFile(join(folder, name), 'x'))),
    );
    expect(await identityOf(other)).toBe(await identityOf(original));
  });
});

describe('loadEncoder', () => {
  test('embeds with the folder’s own preprocessing', async () => {
    const same = await embed(original);
    expect(await embed(await changed(async () => {}))).toEqual(same);
    const without = await changed((folder) => rm(join(folder, 'preprocessor_config.json')));
    expect(await embed(without)).toEqual(same);
    const other = await embed(
      await changed((folder) =>
        writeFile(join(folder, 'preprocessor_config.json'), preprocessing([0.1, 0.2, 0.9])),
      ),
    );
    expect(other.text).toEqual(same.text);
    expect(other.image).not.toEqual(same.image);
  });

  test('refuses preprocessing of another size', async () => {
    const folder = await changed((each) =>
      writeFile(join(each, 'preprocessor_config.json'), '{ "size": 24, "crop_size": 24 }'),
    );
    await expect(loadEncoder(folder)).rejects.toThrow(
      /preprocessing gives images of 24 pixels, the model takes 16/,
    );
  });
});
