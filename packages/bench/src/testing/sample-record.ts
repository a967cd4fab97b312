import { compare } from '../compare/compare';
import type { ExperimentRecord } from '../report/record';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import { sampleBenchmark } from './sample-benchmark';

const benchmark = sampleBenchmark();
/** Two text-only models' results, one with markup in its name. */
export const sampleResults = [
  await evaluate(blindScorer(['red dog above blue cat']), benchmark, {
    name: 'one <b>caption</b>',
    retrieval: true,
  }),
  await evaluate(blindScorer(sampleBenchmark({ count: 500, seed: 1 }).captions), benchmark, {
    name: 'many captions',
  }),
];
export const samplePoints = Array.from({ length: 40 }, (_, index) => ({
  step: index + 1,
  loss: 3 / (index + 1),
  logitScale: 14 + index / 10,
  ...(index % 5 === 0 ? { budget: { pull: 0.5, hard: 0.2, easy: 0.3 } } : {}),
}));
/** A whole experiment's record with every part that a report can show, and hostile texts. */
export const sampleRecord: ExperimentRecord = {
  format: 'slipform-experiment',
  version: 2,
  title: 'A & B',
  command: 'slipform-bench experiment demo --out "<out>"',
  startedAt: '2026-01-02T03:04:05.000Z',
  seconds: 12,
  environment: { node: 'v20' },
  settings: { seed: '<img src=x onerror=alert(1)>' },
  conclusion: ['No difference.'],
  results: sampleResults,
  comparisons: compare(sampleResults),
  runs: [{ model: 'many captions', seed: 0, seconds: 3, points: samplePoints }],
};
/** The same with the names of the demo's models. */
export const demoRecordText = JSON.stringify(sampleRecord)
  .replaceAll('many captions', 'Cement')
  .replaceAll('one <b>caption</b>', 'hard negatives');

/** One red pixel, and one blue one. */
const pictures = [
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mM4IScHAAK2AQUKW6YGAAAAAElFTkSuQmCC',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mOQkzsBAAFiAQUv5nCNAAAAAElFTkSuQmCC',
] as const;
const difference = { value: 0.01, interval: [-0.005, 0.025] as const };
/** The same with what a record of icons has beside it: pairs of pictures, a trade-off. */
export const iconRecord: ExperimentRecord = {
  ...sampleRecord,
  pairs: [
    {
      drawnBy: 'Somebody & Co',
      pictures,
      captions: ['off cloud off', 'off cloud check'],
      words: ['off', 'check'],
      concreteness: 2.9,
      answers: [
        {
          model: 'one <b>caption</b>',
          scores: [
            [0.5, 0.4],
            [0.3, 0.4],
          ],
        },
        {
          model: 'many captions',
          scores: [
            [0.5, 0.6],
            [0.3, 0.3],
          ],
        },
      ],
    },
  ],
  tradeOff: {
    against: 'one <b>caption</b>',
    composition: 'group score',
    retrieval: 'recall@10',
    points: [{ model: 'many captions', composition: difference, retrieval: { value: 0, interval: [0, 0] } }],
  },
  models: { 'many captions': 'a model of many captions' },
  credits: ['Carbon (IBM, Apache-2.0)'],
};
