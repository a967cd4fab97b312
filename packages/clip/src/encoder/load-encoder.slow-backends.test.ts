import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { memory, zerosLike } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import type { LoadProgress } from '../files/load-options';
import { createClip } from '../model/create-clip';
import { describeAboveOps } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { tokenizerJson } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { loadClip } from '../weights/load-clip';
import { clipFiles } from '../weights/save-clip';
import { createEncoder } from './create-encoder';
import { encoderIdentity } from './encoder-identity';
import { loadEncoder } from './load-encoder';
import { preprocessingJson } from './preprocess';

const tokenizer = trainTokenizer(['a red square', 'a blue circle']);
const preprocessing = { size: 8, mean: [0, 0, 0], deviation: [1, 1, 1] } as const;
const texts = ['a red square', 'a blue circle', 'zebra'];

describeAboveOps('loadEncoder', () => {
  const folder = temporaryFolder();
  let files: Record<string, Uint8Array | string>;
  beforeAll(async () => {
    const model = createClip({ ...tinyConfig, text: { ...tinyConfig.text, endToken: tokenizer.endToken } });
    files = {
      ...(await clipFiles(model)),
      'tokenizer.json': tokenizerJson(tokenizer),
      'preprocessor_config.json': preprocessingJson('test', preprocessing),
    };
    model.dispose();
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    await sharp({ create: { width: 9, height: 8, channels: 3, background: { r: 200, g: 40, b: 90 } } })
      .png()
      .toFile(join(folder, 'red.png'));
    await writeFile(join(folder, 'broken.png'), 'no picture');
  });

  it('is the three parts as one, from a folder, a URL and files in memory', async () => {
    const before = memory().numTensors;
    const server = createServer((request, response) => {
      const content = Object.hasOwn(files, request.url!.slice(1)) ? files[request.url!.slice(1)] : undefined;
      response.writeHead(content === undefined ? 404 : 200).end(content);
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const model = await loadClip(folder);
    const parts = createEncoder(model, tokenizer, { preprocessing });
    const image = join(folder, 'red.png');
    const expected = [...(await parts.embedTexts(texts)), ...(await parts.embedImages([image]))];
    expect(parts.identity).toBeUndefined();
    const identity = await encoderIdentity(folder);
    for (const source of [folder, url, new URL(url), files]) {
      const encoder = await loadEncoder(source);
      expect(encoder.preprocessing).toEqual({
        ...preprocessing,
        shorterSide: 8,
        oddCrop: 'start',
        interpolation: 'bicubic',
      });
      expect([...(await encoder.embedTexts(texts)), ...(await encoder.embedImages([image]))]).toEqual(
        expected,
      );
      expect(encoder.identity).toBe(identity);
      encoder.dispose();
    }
    parts.dispose();
    server.close();
    expect(memory().numTensors).toBe(before);
  });

  it('loses its identity with its weights, and is disposed of by its symbol', async () => {
    const encoder = await loadEncoder(folder);
    expect(encoder.identity).toMatch(/^[0-9a-f]{64}$/);
    const scale = encoder.model.parameter('logit_scale');
    const zero = zerosLike(scale);
    scale.assign(zero);
    zero.dispose();
    expect(encoder.identity).toBeUndefined();
    encoder[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    await expect(encoder.embedTexts(texts)).rejects.toThrow(/the model has been disposed/);
  });

  it('reports each file to its last byte, and ends by a signal', async () => {
    const seen = new Map<string, LoadProgress>();
    const encoder = await loadEncoder(folder, {
      onProgress: (progress) => seen.set(progress.file, progress),
    });
    encoder.dispose();
    for (const [name, content] of Object.entries(files)) {
      const bytes = Buffer.from(content).length;
      expect(seen.get(name)).toEqual({ file: name, done: bytes, total: bytes });
    }
    const stop = new AbortController();
    const before = memory().numTensors;
    const stopped = loadEncoder(folder, {
      signal: stop.signal,
      onProgress: ({ file }) => {
        if (file === 'model.safetensors') stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(memory().numTensors).toBe(before);
  });

  it('leaves out images that can’t be read where it may, and says which and why', async () => {
    const encoder = await loadEncoder(folder);
    const images = [join(folder, 'red.png'), join(folder, 'broken.png'), join(folder, 'none.png')];
    const seen: number[] = [];
    const embeddings = await encoder.embedImages([...images, images[0]!], {
      onError: 'skip',
      batchSize: 2,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    expect(embeddings.map((x) => x?.length)).toEqual([8, undefined, undefined, 8]);
    expect(embeddings.skipped).toEqual([
      { index: 1, reason: expect.stringMatching(/^could not be read: .*unsupported/) },
      { index: 2, reason: 'could not be read: there is no such file' },
    ]);
    expect(seen).toEqual([0.5, 1]);
    const thrown = encoder.embedImages(images);
    await expect(thrown).rejects.toThrow(new InputError(`${images[1]} ${embeddings.skipped[0]!.reason}.`));
    await expect(encoder.embedImages([3 as never], { onError: 'skip' })).rejects.toThrow(/image must be/);
    encoder.dispose();
  });

  it('ends an embedding between two batches by a signal', async () => {
    const encoder = await loadEncoder(folder);
    const stop = new AbortController();
    let done = 0;
    const stopped = encoder.embedTexts(texts, {
      batchSize: 1,
      signal: stop.signal,
      onProgress(progress) {
        done = progress.done;
        stop.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(done).toBe(1);
    encoder.dispose();
  });

  it('says first that a folder of something else is no model', async () => {
    const pictures = join(folder, 'pictures');
    await mkdir(pictures);
    await expect(loadEncoder(pictures)).rejects.toThrow(
      /pictures is no model folder: it holds neither config\.json nor open_clip_config\.json; a model folder holds config\.json and model\.safetensors/,
    );
    await writeFile(join(pictures, 'config.json'), files['config.json']!);
    await expect(loadEncoder(pictures)).rejects.toThrow(
      /^There is no tokenizer\.json in .*pictures; there is no vocab\.json either; saveTokenizer writes/,
    );
  });

  it('refuses parts that contradict one another, and frees what it read', async () => {
    const before = memory().numTensors;
    const other = trainTokenizer([Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ')]);
    const load = (more: Record<string, string>) => loadEncoder({ ...files, ...more });
    await expect(load({ 'tokenizer.json': tokenizerJson(other) })).rejects.toThrow(
      /^loadEncoder: the tokenizer has 34 tokens and the model only 20/,
    );
    await expect(
      load({ 'preprocessor_config.json': preprocessingJson('test', { size: 9 }) }),
    ).rejects.toThrow(
      /^the model: the preprocessing gives images of 9 pixels, the model takes 8; correct its/,
    );
    await expect(loadEncoder('openai/clip-vit-base-patch32')).rejects.toThrow(
      /^There is no folder openai\/clip-vit-base-patch32 \(did you mean hf:openai\/clip-vit-base-patch32\?\); a model folder holds/,
    );
    await expect(loadEncoder({ ...files, 'tokenizer.json': undefined as never })).rejects.toThrow(
      /no tokenizer.json/,
    );
    expect(memory().numTensors).toBe(before);
  });
});
