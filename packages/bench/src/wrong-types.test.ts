import { InputError } from '@slipform/kit/errors/input-error';
import { wrongCalls } from '@slipform/kit/testing/wrong-calls';
import { scenes } from '@slipform/scenes';
import { describe, expect, test } from 'vitest';
import * as audit from './audit/index';
import * as files from './files/index';
import * as library from './index';
import * as probes from './probes/index';
import * as report from './report/index';
import { sampleRecord } from './testing/sample-record';

const benchmark = scenes({ count: 4 });
const encoder = {
  embedImages: async (images: readonly unknown[]) => images.map((_, i) => Float32Array.of(1, i)),
  embedTexts: async (texts: readonly string[]) => texts.map((text) => Float32Array.of(1, text.length)),
};
const results = await Promise.all(
  ['one', 'two'].map((name, at) =>
    library.evaluate(library.blindScorer([`red dog ${at}`]), benchmark, { name }),
  ),
);
const features = [
  [1, 2],
  [3, 5],
  [2, 1],
  [9, 9],
];
const rows = { features, labels: ['a', 'b', 'a', 'b'] };
const many = {
  features,
  labels: [
    [0, 1],
    [1, 0],
    [0, 1],
    [1, 0],
  ],
};
const crepe = { swap_att: { 0: { filename: '0.jpg', caption: 'a', negative_caption: 'b' } } };
const images = () => undefined;
const part = { from_pretrained: async () => ({ model_type: 'bert' }) };
const hub = { AutoConfig: part, AutoTokenizer: part, AutoProcessor: part };

/** Right arguments of what users call; each of them, and each field of options, is then of a wrong type. */
const CALLS: Readonly<Record<string, readonly unknown[]>> = {
  evaluate: [encoder, benchmark, { name: 'm', seed: 0, batchSize: 4, retrieval: true, trainingSeed: 1 }],
  evaluateBlind: [benchmark, { captions: ['red dog'], folds: 2, seed: 0, name: 'm' }],
  compare: [results, { resamples: 5, seed: 0 }],
  compareSeeds: [results.map((result, trainingSeed) => ({ ...result, model: 'm', trainingSeed }))],
  summariseResults: [results],
  renderReport: [results],
  'renderReport ': [sampleRecord],
  inputsOf: [benchmark, { retrieval: true }],
  bagOfWordsUpperBound: [benchmark],
  registerBenchmark: ['mine', () => benchmark],
  loadBenchmark: ['cola', 'nowhere.json', { images: 'nowhere' }],
  blindScorer: [['red dog']],
  sugarCrepe: [crepe, { images }],
  sugarCrepePlus: [
    { swap_att: [{ id: 1, filename: '0.jpg', caption: 'a', caption2: 'b', negative_caption: 'c' }] },
    { images },
  ],
  valse: [
    { nouns: { a: { image_file: '0.jpg', caption: 'a', foil: 'b', mturk: { caption: 3 } } } },
    { images },
  ],
  cola: [[['a.jpg', 'a', 'b.jpg', 'b']], { images }],
  winoground: [[{ id: 0, image_0: 'a', image_1: 'b', caption_0: 'a b', caption_1: 'b a' }], { images }],
  aro: [
    [{ image: 'a.jpg', caption: ['a red dog'] }],
    {
      images,
      tagger: (text: string) => text.split(' ').map((each) => ({ text: each, tag: 'other' })),
      seed: 0,
      split: 'test',
      name: 'x',
    },
  ],
  retrieval: [
    [{ image: 'a.jpg', caption: ['a red dog'] }],
    { images: () => 'a.jpg', split: 'test', captionsPerImage: 5, name: 'x' },
  ],
  zeroShot: [{ images: ['a', 'b'], labels: [0, 1], classes: ['x', 'y'], templates: ['{}'], name: 'z' }],
  recall: [
    [
      [1, 2],
      [3, 4],
    ],
    [0, 1],
    [1],
    { resamples: 5, seed: 0 },
  ],
  wilsonInterval: [1, 2],
  holm: [[0.1, 0.2]],
  mcnemar: [1, 2],
  signFlipTest: [[1, 2], { resamples: 5, seed: 0 }],
  seedInterval: [[1, 2]],
  bootstrapMean: [[{ sum: 1, weight: 1 }], { resamples: 5, seed: 0 }],
  averagePrecision: [
    [1, 0],
    [0.5, 0.2],
  ],
  auditRecords: [
    {
      lexicon: { rateCaption: () => ({ words: [] }) },
      relation: () => undefined,
      name: 'n',
      judged: 10,
      sample: 1,
      seed: 0,
    },
  ],
  linearProbe: [
    {
      train: rows,
      test: rows,
      C: [1],
      validationShare: 0.5,
      seed: 0,
      tolerance: 1e-3,
      maxIterations: 3,
      precision: 'double',
    },
  ],
  multiLabelProbe: [
    {
      train: many,
      test: many,
      C: [1],
      validationShare: 0.5,
      seed: 0,
      tolerance: 1e-3,
      maxIterations: 3,
    },
  ],
  transformersEncoder: [
    'm',
    {
      model: {},
      batchSize: 1,
      library: hub,
    },
  ],
  cachedEncoder: [encoder, 'nowhere/cache', { identity: 'm' }],
  precomputedEncoder: [{ images: 'nowhere.npy', texts: 'nowhere.npy', imageNames: ['a'], textNames: ['a'] }],
  readNpy: ['nowhere.npy'],
  readIdx: ['nowhere.idx'],
  readParquet: ['nowhere.parquet'],
};

const functions = { ...library, ...report, ...probes, ...audit, ...files } as Readonly<
  Record<string, unknown>
>;

describe('what users call answers wrong types with one sentence of ours', () => {
  test.each(Object.entries(CALLS))('%s', async (name, right) => {
    const call = functions[name.trim()] as (...values: readonly unknown[]) => unknown;
    expect(call, name).toBeTypeOf('function');
    const faults = new Set<string>();
    let refused = 0;
    for (const values of wrongCalls(right)) {
      try {
        await call(...values);
      } catch (error) {
        refused++;
        if (InputError.isInstance(error) && !/[\p{Cc}]/u.test(error.message) && error.message.length < 1000)
          continue;
        faults.add(String(error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error));
      }
    }
    expect(refused).toBeGreaterThan(5);
    expect([...faults].slice(0, 8)).toEqual([]);
  });
});
