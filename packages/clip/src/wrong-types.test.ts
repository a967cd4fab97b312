import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memory, type Optimizer } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trainingData } from './data/index';
import * as clip from './index';
import { tinyConfig } from './testing/tiny';

// JavaScript may pass anything. Every public function answers with an InputError, or takes it.
const junk: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['0', 0],
  ['−1', -1],
  ['1.5', 1.5],
  ['NaN', Number.NaN],
  ['10n', 10n],
  ['Symbol()', Symbol('x')],
  ["''", ''],
  ['a function', () => {}],
  ['[]', []],
  ['[null]', [null]],
  ['[Symbol()]', [Symbol('x')]],
  ['{}', {}],
  ['Object.create(null)', Object.create(null)],
  ['a Map', new Map()],
  ['bytes', new Uint8Array(3)],
  ['a Promise', Promise.resolve(1)],
];
const plain = junk.filter(([name]) => name !== 'undefined');

let folder: string;
let model: clip.ClipModel;
let tokenizer: clip.WordTokenizer;
let encoder: clip.ClipEncoder;
const sgd: object = {
  iterations: 0,
  learningRate: 0.1,
  getClassName: () => 'SGD',
  applyGradients() {},
  getWeights() {},
  setWeights() {},
  dispose() {},
};

beforeAll(async () => {
  await clip.useBackend('cpu');
  folder = await mkdtemp(join(tmpdir(), 'slipform-junk-'));
  model = clip.createClip(tinyConfig);
  // As many words as the model has tokens for.
  tokenizer = clip.trainTokenizer(['a b c d e f g h i j k l m n o p'], { contextLength: 6 });
  encoder = clip.createEncoder(model, tokenizer);
});
afterAll(() => rm(folder, { recursive: true }));

/** What a function is called with, one argument or one option of it being `x`. */
type Calls = Readonly<Record<string, (x: never) => unknown>>;

const options = {
  createClip: ['seed'],
  saveClip: ['naming', 'dtype', 'maxShardSize'],
  save: ['naming', 'dtype', 'maxShardSize'],
  classify: ['templates', 'topK', 'batchSize', 'signal', 'onProgress', 'onError'],
  trainTokenizer: ['kind', 'minCount', 'maxWords', 'contextLength'],
  bpe: ['vocabularySize', 'minCount', 'contextLength'],
  adamW: ['learningRate', 'schedule', 'warmupSteps', 'weightDecay', 'beta1', 'beta2', 'epsilon', 'clipNorm'],
  trainClip: [
    'model',
    'data',
    'loss',
    'optimizer',
    'steps',
    'microBatch',
    'workers',
    'trainable',
    'observe',
    'resume',
    'overwrite',
    'signal',
  ],
  metricsFile: ['to', 'every'],
  budgetObserver: ['budget', 'every', 'recorder', 'name'],
  checkpoint: ['folder', 'every', 'keep', 'identity', 'onEvent'],
  fromTfOptimizer: ['schedule', 'warmupSteps'],
  createEncoder: ['batchSize', 'preprocessing', 'workers'],
  embed: ['batchSize', 'signal', 'onProgress', 'onError'],
  load: ['signal', 'onProgress', 'fetch', 'revision', 'token', 'cache', 'offline', 'hubUrl'],
  preprocessing: ['size', 'shorterSide', 'fit', 'oddCrop', 'interpolation', 'mean', 'deviation'],
  trainingData: [
    'source',
    'images',
    'format',
    'fields',
    'negatives',
    'hardImages',
    'perCaption',
    'layout',
    'tokenizer',
    'imageSize',
    'preprocessing',
    'augment',
    'batchSize',
    'seed',
    'captions',
    'lastBatch',
    'workers',
    'ahead',
    'onSkip',
  ],
} as const;

const raw = { width: 8, height: 8, data: new Uint8Array(192) };
const run = (more: object) =>
  clip.trainClip({
    model,
    data: () => ({ images: new Float32Array(192), tokens: [[1, 2]] }),
    loss: () => {
      throw new clip.InputError('as far as this');
    },
    optimizer: clip.adamW(),
    steps: 1,
    ...more,
  });

const calls: Calls = {
  'createClip(x)': (x) => clip.createClip(x),
  'createClip(config, x)': (x) => clip.createClip(tinyConfig, x),
  'createClip({ image: x })': (x) => clip.createClip({ ...tinyConfig, image: x }),
  'createClip({ text: x })': (x) => clip.createClip({ ...tinyConfig, text: x }),
  'createClip({ embeddingSize: x })': (x) => clip.createClip({ ...tinyConfig, embeddingSize: x }),
  'loadClip(x)': (x) => clip.loadClip(x),
  'saveClip(x)': (x) => clip.saveClip(x, folder),
  'saveClip(model, x)': (x) => clip.saveClip(model, x),
  'saveClip(model, folder, x)': (x) => clip.saveClip(model, folder, x),
  'clipFiles(x)': (x) => clip.clipFiles(x),
  'clipFiles(model, x)': (x) => clip.clipFiles(model, x),
  'encoder.save(x)': (x) => encoder.save(x),
  'encoder.save(folder, x)': (x) => encoder.save(folder, x),
  'refuseModelFolder(x)': (x) => clip.refuseModelFolder(x),
  'encoderIdentity(x)': (x) => clip.encoderIdentity(x),
  'trainTokenizer(x)': (x) => clip.trainTokenizer(x),
  'trainTokenizer(captions, x)': (x) => clip.trainTokenizer(['a cat'], x),
  'saveTokenizer(x)': (x) => clip.saveTokenizer(x, folder),
  'saveTokenizer(tokenizer, x)': (x) => clip.saveTokenizer(tokenizer, x),
  'tokenizerJson(x)': (x) => clip.tokenizerJson(x),
  'loadTokenizer(x)': (x) => clip.loadTokenizer(x),
  'tokenizer.encode(x)': (x) => tokenizer.encode(x),
  'tokenizer.batch(x)': (x) => tokenizer.batch(x),
  'tokenizer.batch(texts, x)': (x) => tokenizer.batch(['a'], x),
  'adamW(x)': (x) => clip.adamW(x),
  'trainClip(x)': (x) => clip.trainClip(x),
  'trainClip, a batch x': (x) => run({ data: () => x }),
  'trainClip, images x': (x) => run({ data: () => ({ images: x, tokens: [[1, 2]] }) }),
  'trainClip, tokens x': (x) => run({ data: () => ({ images: new Float32Array(192), tokens: x }) }),
  'trainClip, a loss that returns x': (x) => run({ loss: () => x }),
  'trainClip, an observer x': (x) => run({ observe: [x] }),
  'metricsFile(x)': (x) => clip.metricsFile(x),
  'budgetObserver(x)': (x) => clip.budgetObserver(x),
  'checkpoint(x)': (x) => clip.checkpoint(x),
  'fromTfOptimizer(x)': (x) => clip.fromTfOptimizer(x),
  'createEncoder(x)': (x) => void clip.createEncoder(x, tokenizer),
  'createEncoder(model, x)': (x) => void clip.createEncoder(model, x),
  'createEncoder(model, tokenizer, x)': (x) => void clip.createEncoder(model, tokenizer, x),
  'loadEncoder(x)': (x) => clip.loadEncoder(x),
  'loadEncoder(source, x)': (x) => clip.loadEncoder(folder, x),
  'embedImages([], x)': (x) => encoder.embedImages([], x),
  'embedTexts([], x)': (x) => encoder.embedTexts([], x),
  'embedImages(x)': (x) => encoder.embedImages(x),
  'embedImages([x])': (x) => encoder.embedImages([x]),
  'classify(x)': (x) => encoder.classify(x, ['a', 'b']),
  'classify([], x)': (x) => encoder.classify([], x),
  'classify([], [x, b])': (x) => encoder.classify([], [x, 'b']),
  'classify([], labels, x)': (x) => encoder.classify([], ['a', 'b'], x),
  'embedTexts(x)': (x) => encoder.embedTexts(x),
  'embedTexts([x])': (x) => encoder.embedTexts([x]),
  'model.encodeImages(x)': (x) => model.encodeImages(x),
  'model.encodeTexts(x)': (x) => model.encodeTexts(x),
  'model.projectImages(x)': (x) => model.projectImages(x),
  'model.parameter(x)': (x) => model.parameter(x),
  'normalizePixels(x)': (x) => clip.normalizePixels(x),
  'normalizePixels(rgb, x)': (x) => clip.normalizePixels(new Uint8Array(3), x),
  'normalizePixels(rgb, mean, x)': (x) => clip.normalizePixels(new Uint8Array(3), clip.clipMean, x),
  'readImage(x)': (x) => clip.readImage(x, 8),
  'readImage(image, x)': (x) => clip.readImage(raw, x),
  'readImage(image, 8, x)': (x) => clip.readImage(raw, 8, x),
  'readImage({ width: x })': (x) => clip.readImage({ ...raw, width: x }, 8),
  'readImage({ data: x })': (x) => clip.readImage({ ...raw, data: x }, 8),
  'loadPreprocessing(x)': (x) => clip.loadPreprocessing(x),
  'trainingData(x)': (x) => trainingData(x),
  ...withOptions('createClip', options.createClip, (more) => clip.createClip(tinyConfig, more)),
  ...withOptions('saveClip', options.saveClip, (more) => clip.saveClip(model, folder, more)),
  ...withOptions('encoder.save', options.save, (more) => encoder.save(folder, more)),
  ...withOptions('classify', options.classify, (more) => encoder.classify([], ['a', 'b'], more)),
  ...withOptions('trainTokenizer', options.trainTokenizer, (more) => clip.trainTokenizer(['a cat'], more)),
  ...withOptions('trainTokenizer bpe', options.bpe, (more) =>
    clip.trainTokenizer(['a cat'], { kind: 'bpe', ...more }),
  ),
  ...withOptions('adamW', options.adamW, (more) => clip.adamW(more)),
  ...withOptions('trainClip', options.trainClip, run),
  ...withOptions('metricsFile', options.metricsFile, (more) =>
    run({ observe: [clip.metricsFile({ to: () => {}, ...more })] }),
  ),
  ...withOptions('budgetObserver', options.budgetObserver, (more) =>
    run({ observe: [clip.budgetObserver({ budget: () => ({}), ...more })] }),
  ),
  ...withOptions('checkpoint', options.checkpoint, (more) => clip.checkpoint({ folder, ...more })),
  ...withOptions('fromTfOptimizer', options.fromTfOptimizer, (more) =>
    clip.fromTfOptimizer(sgd as Optimizer, more),
  ),
  // An encoder holds the model that the other calls need.
  ...withOptions(
    'createEncoder',
    options.createEncoder,
    (more) => void clip.createEncoder(model, tokenizer, more),
  ),
  ...withOptions('embedImages', options.embed, (more) => encoder.embedImages([], more)),
  ...withOptions('embedTexts', options.embed, (more) => encoder.embedTexts([], more)),
  ...withOptions('loadEncoder', [...options.load, ...options.createEncoder], (more) =>
    clip.loadEncoder(folder, more),
  ),
  ...withOptions('loadClip', options.load, (more) => clip.loadClip(folder, more)),
  ...withOptions('loadTokenizer', options.load, (more) => clip.loadTokenizer(folder, more)),
  ...withOptions('readImage', options.preprocessing, (more) => clip.readImage(raw, { size: 8, ...more })),
  ...withOptions('trainingData', options.trainingData, (more) =>
    trainingData({
      source: join(folder, 'no.csv'),
      tokenizer,
      imageSize: 8,
      batchSize: 1,
      workers: 0,
      ...more,
    }),
  ),
};

function withOptions(name: string, keys: readonly string[], call: (more: object) => unknown): Calls {
  return Object.fromEntries(keys.map((key) => [`${name}({ ${key}: x })`, (x: never) => call({ [key]: x })]));
}

it.each(Object.keys(calls))('%s takes anything, or says what is wrong with it', async (name) => {
  const failures: string[] = [];
  const before = memory().numTensors;
  for (const [shown, value] of name.endsWith('x })') ? plain : junk) {
    try {
      const result: unknown = await calls[name]!(value as never);
      dispose(result);
    } catch (error) {
      if (!clip.InputError.isInstance(error)) failures.push(`${shown}: ${String(error)}`);
      else if (error.message.length > 600 || error.message.includes('\n'))
        failures.push(`${shown}: ${error.message}`);
    }
  }
  expect(failures).toEqual([]);
  expect(memory().numTensors).toBe(before);
});

it('writes nowhere but where it was asked to', async () => {
  expect((await readdir('.')).filter((name) => /safetensors|tokenizer|preprocessor/.test(name))).toEqual([]);
});

function dispose(result: unknown): void {
  if (
    typeof result === 'object' &&
    result !== null &&
    'dispose' in result &&
    typeof result.dispose === 'function'
  ) {
    result.dispose();
  }
}
