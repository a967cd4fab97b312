import {
  dictionary,
  exactly,
  flag,
  list,
  number,
  object,
  type Shape,
  text,
  textLike,
  where,
  whole,
} from '@slipform/kit/formats/shape';
import type { Comparison, KindComparison } from '../compare/compare';
import { pair, resultShape, share, shown } from '../scoring/result-shape';
import type {
  BudgetPoint,
  ExperimentRecord,
  Lead,
  LeadCell,
  PairExample,
  TradeOff,
  TrainingPoint,
  TrainingRun,
} from './record';

const difference = number({ from: -1 - 1e-6, to: 1 + 1e-6 });
// What a figure can draw: the steps of an axis are computed from it.
const measure = number({ from: -1e12, to: 1e12 });
const seconds = number({ from: 0, to: 1e12 });

const kindComparison: Shape<KindComparison> = object({
  difference,
  onlyA: whole(0),
  onlyB: whole(0),
  p: share,
  holm: share,
  verdict: text,
});
const comparison: Shape<Comparison> = object(
  {
    benchmark: text,
    a: text,
    b: text,
    difference,
    interval: pair(difference),
    p: share,
    differs: flag,
    verdict: text,
    kinds: dictionary(kindComparison),
  },
  { trainingSeed: number() },
);

const budget: Shape<BudgetPoint> = object({ pull: measure, hard: measure, easy: measure });
const point: Shape<TrainingPoint> = object({ step: measure, loss: measure, logitScale: measure }, { budget });
const run: Shape<TrainingRun> = object({
  model: text,
  seed: number(),
  seconds,
  points: where(list(point), (points) => points.length > 0, 'hold at least one point'),
});

// A picture from elsewhere would make the page call out when it is opened.
const picture = textLike(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, 'a PNG data URI');

const cosine = number({ from: -1 - 1e-6, to: 1 + 1e-6 });
const two = <T>(each: Shape<T>): Shape<readonly [T, T]> => {
  const both = where(list(each), ({ length }) => length === 2, 'hold two');
  return (value, place) => {
    const [first, second] = both(value, place) as [T, T];
    return [first, second];
  };
};
const pairExample: Shape<PairExample> = object(
  {
    drawnBy: text,
    pictures: two(picture),
    captions: two(text),
    answers: list(object({ model: text, scores: two(two(cosine)) })),
  },
  { kind: text, words: two(text), concreteness: measure },
);
const estimated = object({ value: difference, interval: pair(difference) });
const tradeOff: Shape<TradeOff> = object({
  against: text,
  composition: text,
  retrieval: text,
  points: list(object({ model: text, composition: estimated, retrieval: estimated })),
});
const leadCell: Shape<LeadCell> = object(
  { value: difference, bySeed: list(difference) },
  { interval: pair(measure) },
);
const lead: Shape<Lead> = object(
  {
    benchmark: text,
    model: text,
    against: text,
    seeds: whole(1),
    kinds: dictionary(leadCell),
    mean: leadCell,
  },
  { imageToText: leadCell, textToImage: leadCell },
);
/** What results.json holds. */
export const recordShape: Shape<ExperimentRecord> = object(
  {
    format: exactly('slipform-experiment'),
    version: exactly(2),
    title: text,
    command: text,
    startedAt: text,
    seconds,
    environment: dictionary(text),
    settings: dictionary(text),
    conclusion: list(text),
    runs: list(run),
    results: list(shown(resultShape)),
    comparisons: list(comparison),
  },
  {
    pairs: list(pairExample),
    tradeOff,
    asked: text,
    leads: list(lead),
    details: list(text),
    models: dictionary(text),
    credits: list(text),
  },
);
