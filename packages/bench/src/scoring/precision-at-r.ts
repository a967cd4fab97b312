import type { PrecisionAtR } from '../questions/benchmark';
import { type BootstrapOptions, bootstrapMean, groupSums } from '../statistics/bootstrap';
import type { Estimate } from '../statistics/seed-interval';

/** A query of which all right answers are known. */
export interface JudgedQuery {
  /** The indices of its right candidates, each once, at least one. */
  readonly right: readonly number[];
  /** A candidate's score, which is finite. */
  score(candidate: number): number;
  /** Queries of one group are resampled together. */
  readonly group: string;
}

/**
 * How well each query finds its R right answers, of which there may be many: ECCV Caption's metrics. With the candidates in
 * the order of their scores, the means over all queries of
 *
 *     R-Precision = (right ones among the first R) / R
 *     mAP@R       = 1/R · Σ over r = 1 … R of [the r-th is right] · (right ones among the first r) / r
 *     recall@1    = [the first is right]
 *
 * A wrong candidate that scores as high as a right one stands before it: ties count as wrong. The intervals resample groups.
 * Source: Chun et al. 2022, arXiv 2204.03359; mAP@R is Musgrave et al. 2020, arXiv 2003.08505.
 *
 * @param candidates how many there are
 */
export function precisionAtR(
  queries: readonly JudgedQuery[],
  candidates: number,
  options: BootstrapOptions = {},
): PrecisionAtR {
  const found = queries.map((query) => ({ ...ofQuery(query, candidates), group: query.group }));
  const estimate = (metric: keyof OfQuery): Estimate => {
    const rows = found.map(({ group, [metric]: value }) => ({ group, value, weight: 1 }));
    const value = rows.reduce((sum, row) => sum + row.value, 0) / rows.length;
    return { value, interval: bootstrapMean(groupSums(rows), options) };
  };
  return {
    queries: found.length,
    rPrecision: estimate('rPrecision'),
    mapAtR: estimate('mapAtR'),
    recallAt1: estimate('recallAt1'),
  };
}

type OfQuery = Readonly<Record<'rPrecision' | 'mapAtR' | 'recallAt1', number>>;

function ofQuery({ right: indices, score }: JudgedQuery, candidates: number): OfQuery {
  const isRight = new Set(indices);
  const right = Float64Array.from(indices, score).sort().reverse();
  const R = right.length;
  // How many wrong candidates stand right before the k-th right one.
  const before = new Float64Array(R);
  for (let candidate = 0; candidate < candidates; candidate++) {
    if (isRight.has(candidate)) continue;
    const own = score(candidate);
    if (own < right[R - 1]!) continue;
    before[right.findIndex((each) => own >= each)]!++;
  }
  let [hits, precisions, wrong] = [0, 0, 0];
  for (let k = 0; k < R; k++) {
    wrong += before[k]!;
    const rank = wrong + k + 1;
    if (rank > R) break;
    hits++;
    precisions += (k + 1) / rank;
  }
  return { rPrecision: hits / R, mapAtR: precisions / R, recallAt1: before[0] === 0 ? 1 : 0 };
}
