import { add, memory, mul, randomNormal, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeWithWorkers } from '../testing/backends';
import { keptWorkers, sourceWorkers } from '../testing/worker-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { EmbeddingWorkers } from './embedding-workers';

const words = ['red', 'blue', 'green', 'square', 'circle', 'left', 'of', 'above', 'a', 'the', 'small'];
const tokenizer = trainTokenizer([words.join(' ')], { contextLength: 12 });
const size = 16;
// Odd sizes, so that no kernel's block ends where a row does.
const config = {
  embeddingSize: 20,
  image: { imageSize: size, patchSize: 4, width: 36, layers: 1, heads: 3 },
  text: {
    ...{ width: 28, layers: 1, heads: 2, contextLength: 12 },
    ...{ vocabularySize: tokenizer.vocabularySize, endToken: tokenizer.endToken },
  },
};
// Enough that each of three workers gets some.
const count = 29;
const images = Array.from({ length: count }, (_, image) =>
  Float32Array.from({ length: size * size * 3 }, (_, i) => Math.sin((1 + image) * 0.37 * i)),
);
const texts = Array.from({ length: count }, (_, text) =>
  Array.from({ length: text % 10 }, (_, i) => words[(text * 7 + i * i) % words.length]).join(' '),
);
const batchSizes = [128, 17, 5];
const bytesOf = (rows: readonly Float32Array[]) => rows.map((row) => Buffer.from(row.buffer).toString('hex'));

describeWithWorkers('an encoder with workers', () => {
  const create = keptWorkers();
  const mortal = sourceWorkers(`
    import { parentPort } from 'node:worker_threads';
    import { serveClip } from './workers';
    parentPort!.on('message', ({ job }) => job.kind === 'embed' && process.exit(7));
    serveClip();`);
  let model: ClipModel;
  let alone: ClipEncoder;
  /** What one thread gives: of all images, of the first twenty by fours, and of all texts by batch size. */
  let expected: { readonly all: string[]; readonly some: string[]; readonly texts: Map<number, string[]> };
  /** Biases too are unlike one another, which they are not at the start of a training. */
  const made = () => {
    const fresh = createClip(config, { seed: 3 });
    for (const parameter of fresh.parameters.values())
      tidy(() => parameter.assign(add(parameter, randomNormal(parameter.shape, 0, 0.05, 'float32', 5))));
    return fresh;
  };
  beforeAll(async () => {
    model = made();
    alone = createEncoder(model, tokenizer);
    expected = {
      all: bytesOf(await alone.embedImages(images)),
      some: bytesOf(await alone.embedImages(images.slice(0, 20), { batchSize: 4 })),
      texts: new Map(),
    };
    for (const batchSize of batchSizes)
      expected.texts.set(batchSize, bytesOf(await alone.embedTexts(texts, { batchSize })));
  });
  afterAll(() => model.dispose());

  /** An encoder whose workers end, and whose model is left. */
  async function withEncoder(count: number, use: (encoder: ClipEncoder) => Promise<void>, start = create) {
    const own = made();
    const encoder = createEncoder(own, tokenizer, { workers: { count, create: start }, batchSize: 128 });
    try {
      await use(encoder);
    } finally {
      encoder.dispose();
    }
  }

  it.each([1, 3])('gives the same bytes in the same order, of workers: %i', async (workers) => {
    const before = memory().numTensors;
    await withEncoder(workers, async (encoder) => {
      for (const batchSize of batchSizes) {
        const done: number[] = [];
        const onProgress = (progress: { readonly done: number }) => done.push(progress.done);
        const options = { batchSize, onProgress };
        expect(bytesOf(await encoder.embedImages(images, options))).toEqual(expected.all);
        expect(bytesOf(await encoder.embedTexts(texts, options))).toEqual(expected.texts.get(batchSize));
        const each = Array.from({ length: Math.ceil(count / batchSize) }, (_, i) =>
          Math.min(count, (i + 1) * batchSize),
        );
        expect(done).toEqual([...each, ...each]);
      }
      expect(await encoder.classify(images.slice(0, 9), ['red', 'blue circle'])).toEqual(
        await alone.classify(images.slice(0, 9), ['red', 'blue circle']),
      );
    });
    expect(memory().numTensors).toBe(before);
  });

  it.each([true, false])(
    'keeps no tensor but the weights that it needs; shared memory: %s',
    async (isShared) => {
      const workers = new EmbeddingWorkers(model, { count: 2, create }, { isShared });
      try {
        const rows = (count: number) =>
          ({
            tower: 'image',
            kind: 'pixels',
            perPair: undefined,
            shape: [count, size, size, 3],
            values: new Float32Array(count * size * size * 3),
          }) as const;
        const first = workers.embed(rows(24));
        await workers.embed(rows(24));
        await first;
        const towers = [...model.parameters.keys()].filter((name) => !name.startsWith('text_')).length;
        const pool = await workers.open();
        const held = async () =>
          Promise.all([0, 1].map(async (i) => (await pool.run(i, 'memory', {})).numTensors));
        expect(await held()).toEqual([towers, towers]);
        await Promise.all([...Array(9).keys()].map(() => workers.embed(rows(17))));
        expect(await held()).toEqual([towers, towers]);
        // Every worker has its own copy by now.
        expect(pool.feed.bytes).toBe(0);
      } finally {
        await workers.close();
      }
    },
  );

  it('starts for much work alone, or for much that was done before', () => {
    const workers = new EmbeddingWorkers(model, { count: 2, create }, { onlyIfWorth: true });
    expect(workers.forRows('image', 10)).toBeUndefined();
    expect(workers.forRows('text', 10)).toBeUndefined();
    let calls = 0;
    while (workers.forRows('image', 10_000) === undefined) calls += 1;
    expect(calls).toBeGreaterThan(0);
    expect(workers.forRows('image', 1)).toBe(workers);
    const asked = new EmbeddingWorkers(model, { count: 2, create });
    expect(asked.forRows('image', 1)).toBe(asked);
  });

  it('sees weights that change between two calls', async () => {
    await withEncoder(2, async (encoder) => {
      const before = bytesOf(await encoder.embedTexts(texts));
      tidy(() => {
        for (const name of ['text_projection.weight', 'text_model.final_layer_norm.bias']) {
          const weight = encoder.model.parameter(name);
          weight.assign(mul(weight, 1.25));
        }
      });
      const after = bytesOf(await encoder.embedTexts(texts));
      expect(after).not.toEqual(before);
      expect(after).toEqual(bytesOf(await createEncoder(encoder.model, tokenizer).embedTexts(texts)));
    });
  });

  it('leaves out what can’t be read, names what fails, and stops at a signal', async () => {
    await withEncoder(2, async (encoder) => {
      const broken = [...images.slice(0, 12), new Uint8Array([1, 2, 3]), ...images.slice(12, 20)];
      const embedded = await encoder.embedImages(broken, { onError: 'skip', batchSize: 4 });
      expect(embedded.skipped.map(({ index }) => index)).toEqual([12]);
      expect(embedded[12]).toBeUndefined();
      expect(bytesOf(embedded.filter((row) => row !== undefined))).toEqual(expected.some);
      await expect(encoder.embedImages(broken, { batchSize: 4 })).rejects.toThrow(
        /^image 12 could not be read/,
      );

      const controller = new AbortController();
      const stop = new Error('that will do');
      let batches = 0;
      const onProgress = () => {
        batches += 1;
        controller.abort(stop);
      };
      const stopped = encoder.embedImages(images, { batchSize: 4, signal: controller.signal, onProgress });
      await expect(stopped).rejects.toBe(stop);
      expect(batches).toBe(1);

      const infinite = images[0]!.map(() => Number.POSITIVE_INFINITY);
      await expect(encoder.embedImages([...images.slice(0, 20), infinite], { batchSize: 8 })).rejects.toThrow(
        'the embedding of "image 20" must be finite',
      );
      // All of this leaves it as it was.
      expect(bytesOf(await encoder.embedImages(images))).toEqual(expected.all);
    });
  });

  it('says in a sentence that a worker is gone, and starts others for the next call', async () => {
    let made = 0;
    const first = () => {
      made += 1;
      return made <= 2 ? mortal() : create();
    };
    await withEncoder(
      2,
      async (encoder) => {
        await expect(encoder.embedImages(images)).rejects.toMatchObject({
          name: 'InputError',
          message: expect.stringMatching(
            /^workers: worker \d of 2 failed: it ended with code 7; embed again, with fewer workers or a smaller batchSize where memory was short\.$/,
          ),
        });
        expect(bytesOf(await encoder.embedImages(images))).toEqual(expected.all);
      },
      first,
    );
  });

  it('says that the model is gone when it is disposed of meanwhile', async () => {
    await withEncoder(2, async (encoder) => {
      const running = encoder.embedImages(images, { batchSize: 8, onProgress: () => encoder.dispose() });
      await expect(running).rejects.toThrow('the model has been disposed; make or load it anew.');
    });
  });
});
