import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import * as audit from './audit/index';
import * as files from './files/index';
import * as library from './index';
import * as probes from './probes/index';
import * as report from './report/index';
import { useOwnBenchmarks } from './testing/own-benchmarks';
import { sampleBenchmark } from './testing/sample-benchmark';
import { sampleRecord } from './testing/sample-record';

useOwnBenchmarks();
const benchmark = sampleBenchmark({ count: 4 });
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

const probing = { C: [1], validationShare: 0.5, seed: 0, tolerance: 1e-3, maxIterations: 3 };
const tagger = (text: string) => text.split(' ').map((each) => ({ text: each, tag: 'other' }));

/** Right arguments of what users call; each of them, and each field of options, is then of a wrong type. */
meetHostileCallers(
  {
    evaluate: [
      library.evaluate,
      { encoder, benchmark, options: { name: 'm', seed: 0, batchSize: 4, retrieval: true, trainingSeed: 1 } },
    ],
    evaluateBlind: [
      library.evaluateBlind,
      { benchmark, options: { captions: ['red dog'], folds: 2, seed: 0, name: 'm' } },
    ],
    compare: [library.compare, { results, options: { resamples: 5, seed: 0 } }],
    compareSeeds: [
      library.compareSeeds,
      { results: results.map((result, trainingSeed) => ({ ...result, model: 'm', trainingSeed })) },
    ],
    summariseResults: [report.summariseResults, { results }],
    renderReport: [report.renderReport, { results }],
    'renderReport of a record': [report.renderReport, { results: sampleRecord }],
    inputsOf: [library.inputsOf, { benchmark, options: { retrieval: true } }],
    bagOfWordsUpperBound: [library.bagOfWordsUpperBound, { benchmark }],
    registerBenchmark: [library.registerBenchmark, { name: 'mine', load: () => benchmark }],
    loadBenchmark: [
      library.loadBenchmark,
      { name: 'cola', path: 'nowhere.json', options: { images: 'nowhere' } },
    ],
    blindScorer: [library.blindScorer, { captions: ['red dog'] }],
    sugarCrepe: [library.sugarCrepe, { json: crepe, options: { images } }],
    sugarCrepePlus: [
      library.sugarCrepePlus,
      {
        json: {
          swap_att: [{ id: 1, filename: '0.jpg', caption: 'a', caption2: 'b', negative_caption: 'c' }],
        },
        options: { images },
      },
    ],
    valse: [
      library.valse,
      {
        json: { nouns: { a: { image_file: '0.jpg', caption: 'a', foil: 'b', mturk: { caption: 3 } } } },
        options: { images },
      },
    ],
    cola: [library.cola, { rows: [['a.jpg', 'a', 'b.jpg', 'b']], options: { images } }],
    winoground: [
      library.winoground,
      {
        rows: [{ id: 0, image_0: 'a', image_1: 'b', caption_0: 'a b', caption_1: 'b a' }],
        options: { images },
      },
    ],
    aro: [
      library.aro,
      {
        rows: [{ image: 'a.jpg', caption: ['a red dog'] }],
        options: { images, tagger, seed: 0, split: 'test', name: 'x' },
      },
    ],
    retrieval: [
      library.retrieval,
      {
        rows: [{ image: 'a.jpg', caption: ['a red dog'] }],
        options: { images: () => 'a.jpg', split: 'test', captionsPerImage: 5, name: 'x' },
      },
    ],
    zeroShot: [
      library.zeroShot,
      { options: { images: ['a', 'b'], labels: [0, 1], classes: ['x', 'y'], templates: ['{}'], name: 'z' } },
    ],
    recall: [
      library.recall,
      {
        scores: [
          [1, 2],
          [3, 4],
        ],
        imageOf: [0, 1],
        at: [1],
        options: { resamples: 5, seed: 0 },
      },
    ],
    wilsonInterval: [library.wilsonInterval, { successes: 1, total: 2 }],
    holm: [library.holm, { p: [0.1, 0.2] }],
    mcnemar: [library.mcnemar, { onlyA: 1, onlyB: 2 }],
    signFlipTest: [library.signFlipTest, { differences: [1, 2], options: { resamples: 5, seed: 0 } }],
    seedInterval: [library.seedInterval, { values: [1, 2] }],
    bootstrapMean: [
      library.bootstrapMean,
      { groups: [{ sum: 1, weight: 1 }], options: { resamples: 5, seed: 0 } },
    ],
    averagePrecision: [probes.averagePrecision, { labels: [1, 0], scores: [0.5, 0.2] }],
    auditRecords: [
      audit.auditRecords,
      { options: { relation: () => undefined, name: 'n', judged: 10, seed: 0 } },
    ],
    linearProbe: [
      probes.linearProbe,
      { options: { ...probing, train: rows, test: rows, precision: 'double' } },
    ],
    multiLabelProbe: [probes.multiLabelProbe, { options: { ...probing, train: many, test: many } }],
    transformersEncoder: [
      library.transformersEncoder,
      { model: 'm', options: { model: {}, batchSize: 1, library: hub } },
    ],
    precomputedEncoder: [
      files.precomputedEncoder,
      { options: { images: 'nowhere.npy', texts: 'nowhere.npy', imageNames: ['a'], textNames: ['a'] } },
    ],
    eccvCaption: [files.eccvCaption, { source: { imageToText: {}, textToImage: {} } }],
    readCsv: [files.readCsv, { file: 'nowhere.csv' }],
    halfTruths: [files.halfTruths, { file: 'nowhere.csv', options: { images, seed: 0, split: 'test' } }],
    negations: [files.negations, { file: 'nowhere.csv', options: { images, seed: 0, split: 'test' } }],
    readNpy: [files.readNpy, { file: 'nowhere.npy' }],
    readParquet: [files.readParquet, { file: 'nowhere.parquet' }],
  },
  { wary: () => false },
);
