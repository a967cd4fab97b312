import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { trainingData } from './data/index';
import * as clip from './index';
import { tinyConfig } from './testing/tiny';

await clip.useBackend('cpu');
const folder = temporaryFolder();
const model = clip.createClip(tinyConfig);
// As many words as the model has tokens for.
const tokenizer = clip.trainTokenizer(['a b c d e f g h i j k l m n o p'], { contextLength: 6 });
const encoder = clip.createEncoder(model, tokenizer);
const raw = { width: 8, height: 8, data: new Uint8Array(192) };
const { signal } = new AbortController();
const training = {
  model,

  loss: () => {
    throw new clip.InputError('as far as this.');
  },
  // Of no plain object, so that it is replaced as a whole.
  optimizer: Object.assign(Object.create({}), clip.adamW()),
  steps: 1,
};
const data = () => ({ images: new Float32Array(192), tokens: [[1, 2]] });
const run = (more: object) => clip.trainClip({ ...training, data, ...more });
const loading = {
  ...{ signal, onProgress: () => {}, fetch, revision: 'main', token: 'x', cache: folder, offline: true },
  hubUrl: 'http://localhost:1',
};
const embedding = { batchSize: 1, signal, onProgress: () => {}, onError: 'throw' };
const pictures = {
  ...{ size: 8, shorterSide: 8, fit: 'crop', oddCrop: 'even', interpolation: 'bicubic' },
  ...{ mean: [0, 0, 0], deviation: [1, 1, 1] },
};
const saving = { naming: 'huggingface', dtype: 'float32', maxShardSize: '1GB' };
const reading = {
  ...{ source: join(folder, 'no.csv'), images: folder, format: 'csv', fields: {}, hardImages: folder },
  ...{ imageEmbeddings: folder, teacher: folder },
  ...{ perCaption: 1, layout: 'captions', tokenizer, imageSize: 8, preprocessing: pictures, augment: true },
  ...{ batchSize: 1, seed: 0, captions: 'one', lastBatch: 'drop', workers: 0, ahead: 1, onSkip: () => {} },
};
const bpe = { kind: 'bpe', vocabularySize: 514, minCount: 1, contextLength: 6 };
const adamW = {
  ...{ learningRate: 0.1, schedule: 'cosine', warmupSteps: 0, weightDecay: 0, beta1: 0.9, beta2: 0.9 },
  warmStatistics: 0,
  ...{ epsilon: 1e-6, clipNorm: 1 },
};
const observed = (make: (options: never) => unknown) => (options: never) => run({ observe: [make(options)] });
/** What is a path must lie in the test's own folder. */
const inside = (path: never) =>
  (typeof path === 'string' && path !== '' ? join(folder, path) : path) as never;
// An encoder holds the model that the other calls need, and is not disposed of.
const create = (...given: Parameters<typeof clip.createEncoder>) => void clip.createEncoder(...given);

meetHostileCallers(
  {
    createClip: [clip.createClip, { config: tinyConfig, options: { seed: 0 } }],
    interpolateWeights: [
      (...given: Parameters<typeof clip.interpolateWeights>) => clip.interpolateWeights(...given).dispose(),
      { before: model, after: model, alpha: 0.5 },
    ],
    loadClip: [clip.loadClip, { source: folder, options: loading }],
    loadEncoder: [
      clip.loadEncoder,
      { source: folder, options: { ...loading, batchSize: 1, tokenizer, workers: 0 } },
    ],
    loadTokenizer: [clip.loadTokenizer, { source: folder, options: loading }],
    loadPreprocessing: [clip.loadPreprocessing, { source: folder }],
    activationWarning: [clip.activationWarning, { source: folder, config: model.config }],
    saveClip: [(from, to, how) => clip.saveClip(from, inside(to), how), { model, folder, options: saving }],
    clipFiles: [clip.clipFiles, { model, options: { dtype: 'float32' } }],
    'encoder.save': [(to, how) => encoder.save(inside(to), how), { folder, options: saving }],
    refuseModelFolder: [clip.refuseModelFolder, { folder }],
    encoderIdentity: [clip.encoderIdentity, { source: folder }],
    trainTokenizer: [
      clip.trainTokenizer,
      { captions: ['a cat'], options: { kind: 'words', minCount: 1, maxWords: 9, contextLength: 6 } },
    ],
    'trainTokenizer of bpe': [clip.trainTokenizer, { captions: ['a cat'], options: bpe }],
    saveTokenizer: [(from, to) => clip.saveTokenizer(from, inside(to)), { tokenizer, folder }],
    tokenizerJson: [clip.tokenizerJson, { tokenizer }],
    'tokenizer.encode': [(text: string) => tokenizer.encode(text), { text: 'a' }],
    'tokenizer.batch': [
      (texts: string[], options: object) => tokenizer.batch(texts, options),
      { texts: ['a'], options: { length: 4 } },
    ],
    adamW: [clip.adamW, { options: adamW }],
    trainClip: [
      run,
      {
        options: {
          ...{ ...training, microBatch: 1, workers: 0, rank: 1, plainEvery: 2, observe: [() => {}] },
          ...{ resume: false, overwrite: false, signal },
        },
      },
    ],
    'trainClip, a batch': [
      (batch: object) => run({ data: () => batch }),
      { batch: { images: new Float32Array(192), tokens: [[1, 2]] } },
    ],
    'trainClip, what a loss returns': [(value: object) => run({ loss: () => value }), { value: 1 }],
    metricsFile: [
      observed((options: object) => clip.metricsFile({ ...options, to: () => {} })),
      { options: { every: 1 } },
    ],
    budgetObserver: [observed(clip.budgetObserver), { options: { budget: () => ({}), every: 1, name: 'x' } }],
    checkpoint: [
      clip.checkpoint,
      { options: { folder, every: 1, keep: 1, identity: { run: 'x' }, onEvent: () => {} } },
    ],
    createEncoder: [
      create,
      { model, tokenizer, options: { batchSize: 1, preprocessing: pictures, workers: 0 } },
    ],
    embedImages: [encoder.embedImages, { images: [], options: embedding }],
    embedTexts: [encoder.embedTexts, { texts: [], options: embedding }],
    classify: [
      encoder.classify,
      { images: [], labels: ['a', 'b'], options: { ...embedding, templates: ['{}'], topK: 1 } },
    ],
    'model.encodeImages': [(images: never) => model.encodeImages(images), { images: [] }],
    'model.encodeTexts': [(texts: never) => model.encodeTexts(texts), { texts: [] }],
    'model.parameter': [(name: never) => model.parameter(name), { name: 'logit_scale' }],
    normalizePixels: [
      clip.normalizePixels,
      { rgb: new Uint8Array(3), mean: [0, 0, 0], deviation: [1, 1, 1] },
    ],
    readImage: [clip.readImage, { image: raw, size: 8, options: { name: 'x' } }],
    'readImage of a preprocessing': [(options: never) => clip.readImage(raw, options), { options: pictures }],
    trainingData: [trainingData, { options: reading }],
  },
  {
    // The options are not all read by tables yet.
    wary: (name) => /^(adamW|budgetObserver|checkpoint)$/.test(name),
    left: () => memory().numTensors,
  },
);

it('writes nowhere but where it was asked to', async () => {
  expect((await readdir('.')).filter((name) => /safetensors|tokenizer|preprocessor/.test(name))).toEqual([]);
});
