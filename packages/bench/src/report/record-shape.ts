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
} from '../checks/shape';
import type { Comparison, KindComparison } from '../compare/compare';
import type { Coverage } from '../questions/benchmark';
import type { MeanOfKinds, Result, RetrievalResult, ScoredItem } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import type { Proportion } from '../statistics/wilson-interval';
import type {
  BudgetPoint,
  Example,
  ExperimentRecord,
  MiningSummary,
  TrainingPoint,
  TrainingRun,
} from './record';

// Sums of shares may end a little above 1.
const share = number({ from: 0, to: 1 + 1e-6 });
const difference = number({ from: -1 - 1e-6, to: 1 + 1e-6 });
// What a figure can draw: the steps of an axis are computed from it.
const measure = number({ from: -1e12, to: 1e12 });
const seconds = number({ from: 0, to: 1e12 });

/** Two numbers in order. */
function pair(each: Shape<number>): Shape<readonly [number, number]> {
  const both = where(
    list(each),
    ([low, high, ...rest]) => low !== undefined && high !== undefined && low <= high && rest.length === 0,
    'be two numbers, the lower one first',
  );
  return (value, place) => {
    const [low, high] = both(value, place);
    return [low!, high!];
  };
}

const estimate: Shape<Estimate> = object({ value: share, interval: pair(share) });
const proportion: Shape<Proportion> = object({
  correct: whole(0),
  total: whole(1),
  value: share,
  interval: pair(share),
});
const coverage: Shape<Coverage> = object({ scored: whole(0), total: whole(0) }, { excluded: whole(0) });
const meanOfKinds: Shape<MeanOfKinds> = object({
  kinds: list(text),
  value: share,
  interval: pair(share),
  rows: estimate,
});
const recalls: Shape<RetrievalResult['imageToText']> = where(
  dictionary(proportion),
  (each) => Object.hasOwn(each, '1') && Object.keys(each).every((k) => /^[1-9]\d{0,8}$/.test(k)),
  'hold recall@k by k, a whole number, with one for k = 1',
);
const retrieval: Shape<RetrievalResult> = object(
  { imageToText: recalls, textToImage: recalls },
  { coverage },
);

/** JSON has no −∞, which an item has for `negative` where there is no wrong answer; there it is written as null. */
const negative: Shape<number> = (value, place) =>
  value === null || value === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : number()(value, place);
const item: Shape<ScoredItem> = object(
  { id: text, kind: text, group: text, caption: number(), negative },
  { question: text },
);

/** What {@link evaluate} returns. */
export const resultShape: Shape<Result> = object(
  {
    benchmark: text,
    model: text,
    kinds: dictionary(proportion),
    mean: estimate,
    chance: share,
    items: list(item),
  },
  {
    seed: number({ from: -(2 ** 31), to: 2 ** 32 }),
    means: dictionary(meanOfKinds),
    chances: dictionary(share),
    coverage: dictionary(coverage),
    ceilings: dictionary(share),
    retrieval,
    blind: flag,
  },
);

/** One that a table can show. */
export const shownResultShape: Shape<Result> = where(
  resultShape,
  ({ kinds, retrieval: found }) => found !== undefined || Object.keys(kinds).length > 0,
  'have at least one of kinds, or retrieval',
);

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
  { seed: number() },
);

const budget: Shape<BudgetPoint> = object({ pull: measure, hard: measure, easy: measure });
const point: Shape<TrainingPoint> = object({ step: measure, loss: measure, logitScale: measure }, { budget });
const run: Shape<TrainingRun> = object({
  model: text,
  seed: number(),
  seconds,
  points: where(list(point), (points) => points.length > 0, 'hold at least one point'),
});

const mining: Shape<MiningSummary> = object({
  captions: whole(0),
  negatives: whole(0),
  covered: whole(0),
  discarded: whole(0),
  seconds,
  byKind: dictionary(whole(0)),
  samples: list(
    object({ caption: text, negative: text, slot: text, operation: text, concreteness: measure }),
  ),
});

const example: Shape<Example> = object({
  kind: text,
  // A picture from elsewhere would make the page call out when it is opened.
  picture: textLike(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, 'a PNG data URI'),
  pictureText: text,
  style: text,
  caption: text,
  negative: text,
  answers: list(object({ model: text, caption: measure, negative: measure })),
});

/** What results.json holds. */
export const recordShape: Shape<ExperimentRecord> = object(
  {
    format: exactly('slipform-experiment'),
    version: exactly(1),
    title: text,
    command: text,
    startedAt: text,
    seconds,
    environment: dictionary(text),
    settings: dictionary(text),
    conclusion: list(text),
    results: list(shownResultShape),
    comparisons: list(comparison),
    runs: list(run),
    examples: list(example),
  },
  { mining },
);
