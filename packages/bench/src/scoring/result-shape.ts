import {
  dictionary,
  flag,
  list,
  number,
  object,
  type Shape,
  text,
  where,
  whole,
} from '@slipform/kit/formats/shape';
import type { Coverage, PrecisionAtR } from '../questions/benchmark';
import { traitFields } from '../questions/check-benchmark';
import type { Estimate } from '../statistics/seed-interval';
import type { Proportion } from '../statistics/wilson-interval';
import type { Answer, MeanOfKinds, PairingScore, Result, RetrievalResult } from './result';

// Sums of shares may end a little above 1.
export const share = number({ from: 0, to: 1 + 1e-6 });

/** Two numbers in order. */
export function pair(each: Shape<number>): Shape<readonly [number, number]> {
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
const ways = { imageToText: recalls, textToImage: recalls };
const precisionAtR: Shape<PrecisionAtR> = object({
  queries: whole(1),
  rPrecision: estimate,
  mapAtR: estimate,
  recallAt1: estimate,
});
const retrieval: Shape<RetrievalResult> = object(ways, {
  coverage,
  positives: object({ imageToText: precisionAtR, textToImage: precisionAtR }, { coverage }),
  by: dictionary(dictionary(object(ways))),
});

/** JSON has no −∞, which an answer has if there is nothing wrong to compare with; there it is written as null. */
const lowest: Shape<number> = (value, place) =>
  value === null || value === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : number()(value, place);
const pairingScore: Shape<PairingScore> = object(
  { text, score: number(), belongs: flag },
  { image: text, otherText: text },
);
const answer: Shape<Answer> = object(
  { id: text, kind: text, group: text, right: number(), wrong: lowest },
  { question: text, scores: list(pairingScore), ...traitFields },
);
const trainingSeed = number({ from: -(2 ** 31), to: 2 ** 32 });

/** What {@link evaluate} returns. */
export const resultShape: Shape<Result> = object(
  {
    benchmark: text,
    model: text,
    kinds: dictionary(proportion),
    mean: estimate,
    chance: share,
    answers: list(answer),
  },
  {
    means: dictionary(meanOfKinds),
    chances: dictionary(share),
    coverage: dictionary(coverage),
    retrieval,
    blind: flag,
    trainingSeed,
    bagOfWordsUpperBound: dictionary(share),
    galleries: dictionary(retrieval),
    by: dictionary(dictionary(dictionary(proportion))),
  },
);

/** One that a table can show. */
export function shown(shape: Shape<Result>): Shape<Result> {
  return where(
    shape,
    ({ kinds, retrieval: ranked }) => ranked !== undefined || Object.keys(kinds).length > 0,
    'have at least one of kinds, or retrieval',
  );
}
