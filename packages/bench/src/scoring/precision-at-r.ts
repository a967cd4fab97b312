import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { checkList } from '../checks/check-numbers';
import type { RetrievalTask } from '../questions/benchmark';
import {
  type BootstrapOptions,
  bootstrapMean,
  groupSums,
  readBootstrapOptions,
} from '../statistics/bootstrap';
import type { Estimate } from '../statistics/seed-interval';
import type { PositivesResult, PrecisionAtR } from './result';

/**
 * How well each query finds its R right answers, of which there may be many: ECCV Caption's metrics. With the candidates in
 * the order of their scores, the means over all queries of
 *
 *     R-Precision = (right ones among the first R) / R
 *     mAP@R       = 1/R · Σ over r = 1 … R of [the r-th is right] · (right ones among the first r) / r
 *     recall@1    = [the first is right]
 *
 * A wrong candidate that scores as high as a right one stands before it: ties count as wrong. The intervals resample queries.
 * Source: Chun et al. 2022, arXiv 2204.03359; mAP@R is Musgrave et al. 2020, arXiv 2003.08505.
 *
 * @param scores `scores[query][candidate]`
 * @param positives for each query the indices of its right candidates, each once, at least one
 * @throws InputError where a score is not finite, or a query has no right candidate
 *
 * @example
 * precisionAtR([[0.9, 0.1, 0.8, 0.2]], [[0, 3]]).rPrecision.value; // 0.5
 */
export function precisionAtR(
  scores: readonly ArrayLike<number>[],
  positives: readonly (readonly number[])[],
  options: BootstrapOptions = {},
): PrecisionAtR {
  checkList('precisionAtR: scores', scores, 'rows of numbers', 1);
  checkList('precisionAtR: positives', positives, 'lists of indices');
  readBootstrapOptions('precisionAtR', options);
  if (positives.length !== scores.length) {
    refuse(
      'precisionAtR',
      'positives',
      `must hold one list for each of ${scores.length} queries`,
      positives.length,
    );
  }
  for (const [query, row] of scores.entries()) {
    checkList(`precisionAtR: scores[${query}]`, row, 'numbers');
    const bad = Array.from(row).findIndex((score) => !Number.isFinite(score));
    if (bad >= 0)
      refuse('precisionAtR', `scores[${query}][${bad}]`, 'must be a finite number', shown(row[bad]));
    const own = positives[query];
    checkList(`precisionAtR: positives[${query}]`, own, 'indices', 1);
    const isIndex = (each: unknown) =>
      Number.isInteger(each) && Number(each) >= 0 && Number(each) < row.length;
    const list = Array.from(own);
    if (list.every(isIndex) && new Set(list).size === list.length) continue;
    refuse(
      'precisionAtR',
      `positives[${query}]`,
      `must hold indices from 0 to ${row.length - 1}, each once`,
      shown(own),
    );
  }
  const found = scores.map((row, query) => ({
    ...ofQuery(row.length, positives[query]!, (candidate) => row[candidate]!),
    group: String(query),
  }));
  return meanOf(found, options);
}

/** The same of a task whose positives were judged, both ways; captions of one picture are resampled together. */
export function positivesOf(
  { positives, images, texts, imageOf }: RetrievalTask,
  score: (image: number, text: number) => number,
  options: BootstrapOptions,
): { readonly positives?: PositivesResult } {
  if (!positives) return {};
  const { imageToText, textToImage, coverage } = positives;
  const ofImages = imageToText.map(({ query, right }) => ({
    ...ofQuery(texts.length, right, (text) => score(query, text)),
    group: String(query),
  }));
  const ofTexts = textToImage.map(({ query, right }) => ({
    ...ofQuery(images.length, right, (image) => score(image, query)),
    group: String(imageOf[query]),
  }));
  return {
    positives: {
      imageToText: meanOf(ofImages, options),
      textToImage: meanOf(ofTexts, options),
      ...(coverage ? { coverage } : {}),
    },
  };
}

type OfQuery = Readonly<Record<'rPrecision' | 'mapAtR' | 'recallAt1', number>>;

function ofQuery(
  candidates: number,
  positives: readonly number[],
  score: (candidate: number) => number,
): OfQuery {
  const isRight = new Set(positives);
  const right = Float64Array.from(positives, score).sort().reverse();
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

function meanOf(
  found: readonly (OfQuery & { readonly group: string })[],
  options: BootstrapOptions,
): PrecisionAtR {
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
