import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { integer, readValue } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { checkList, checkNumbers } from '../checks/check-numbers';
import type { Benchmark, RetrievalTask } from '../questions/benchmark';
import { type BootstrapOptions, readBootstrapOptions } from '../statistics/bootstrap';
import { accuracyOf, breakDown } from './accuracy-of';
import type { Result, RetrievalResult } from './result';

const positiveInteger = integer({ min: 1 });

/** For each picture the rank of its best caption, for each text the rank of its picture; 1 is the first. */
export interface RetrievalRanks {
  readonly imageRanks: ArrayLike<number>;
  readonly textRanks: ArrayLike<number>;
  readonly imageOf: readonly number[];
}

/**
 * Recall@k of a score table, both ways.
 *
 * Image → text: a picture is found where one of its own captions ranks among the first k of all captions. Text →
 * image: a caption is found where its picture ranks among the first k pictures. The rank is 1 + the number of wrong
 * candidates that score at least as high as the best right one: ties count as wrong.
 *
 * @param scores `scores[image][text]`.
 * @param imageOf for each text the index of its picture.
 * @throws InputError where a score is not finite, or `imageOf` names a picture that is not there
 *
 * @example
 * const { imageToText } = recall([[0.9, 0.1], [0.2, 0.8]], [0, 1], [1]);
 * imageToText[1]?.value; // 1
 */
export function recall(
  scores: readonly ArrayLike<number>[],
  imageOf: readonly number[],
  at: readonly number[] = [1, 5, 10],
  options: BootstrapOptions = {},
): RetrievalResult {
  checkList('recall: scores', scores, 'rows of numbers');
  checkList('recall: imageOf', imageOf, 'indices');
  checkNumbers('recall: at', at, 1);
  for (const [index, k] of at.entries()) readValue(positiveInteger, k, 'recall', `at[${index}]`);
  readBootstrapOptions('recall', options);
  const images = scores.length;
  const texts = imageOf.length;
  for (const [image, row] of scores.entries()) {
    checkList(`recall: scores[${image}]`, row, 'numbers');
    if (row.length !== texts) {
      refuse('recall', `scores[${image}]`, `must hold one for each of ${texts} texts`, row.length);
    }
    // A comparison with NaN is false, so that it would count as beaten.
    for (let text = 0; text < texts; text++) {
      if (Number.isFinite(row[text])) continue;
      refuse('recall', `scores[${image}][${text}]`, 'must be a finite number', shown(row[text]));
    }
  }
  for (const [text, own] of imageOf.entries()) {
    if (Number.isInteger(own) && own >= 0 && own < images) continue;
    refuse('recall', `imageOf[${text}]`, `must be an index of scores from 0 to ${images - 1}`, shown(own));
  }
  if (images === 0 || texts === 0)
    throw new InputError('recall: scores must hold at least one picture and text.');
  return recallOfRanks(rankScores(scores, imageOf), {}, options, at);
}

/** Ranks of a table of finite scores, `scores[image][text]`. */
export function rankScores(scores: readonly ArrayLike<number>[], imageOf: readonly number[]): RetrievalRanks {
  const images = scores.length;
  const texts = imageOf.length;
  const imageRanks = scores.map((row, image) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let text = 0; text < texts; text++) if (imageOf[text] === image) best = Math.max(best, row[text]!);
    let rank = 1;
    for (let text = 0; text < texts; text++) if (imageOf[text] !== image && row[text]! >= best) rank++;
    return rank;
  });
  const textRanks = imageOf.map((own, text) => {
    const best = scores[own]![text]!;
    let rank = 1;
    for (let image = 0; image < images; image++) if (image !== own && scores[image]![text]! >= best) rank++;
    return rank;
  });
  return { imageRanks, textRanks, imageOf };
}

/** What is found of a benchmark's retrieval and of its other galleries. */
export function retrievalsOf(
  { retrieval, galleries }: Benchmark,
  find: (task: RetrievalTask) => RetrievalResult,
): Pick<Result, 'retrieval' | 'galleries'> {
  return {
    ...(retrieval ? { retrieval: find(retrieval) } : {}),
    ...(galleries
      ? { galleries: Object.fromEntries(Object.entries(galleries).map(([name, task]) => [name, find(task)])) }
      : {}),
  };
}

/**
 * Captions of one picture are found or missed together, so the interval of text → image resamples pictures; where pictures
 * have clusters, it holds for other labels of theirs.
 */
export function recallOfRanks(
  { imageRanks, textRanks, imageOf }: RetrievalRanks,
  { coverage, traits }: Pick<RetrievalTask, 'coverage' | 'traits'>,
  options: BootstrapOptions = {},
  at: readonly number[] = [1, 5, 10],
): RetrievalResult {
  const hasText = new Set(imageOf);
  const asked = Array.from(imageRanks, (rank, image) => ({ rank, image })).filter(({ image }) =>
    hasText.has(image),
  );
  const captions = Array.from(textRanks, (rank, text) => ({ rank, image: imageOf[text]! }));
  const recalls = (ranks: readonly { rank: number; image: number }[]) =>
    Object.fromEntries(
      Array.from(at, (k) => {
        const rows = ranks.map(({ rank, image }) => ({
          group: String(image),
          correct: rank <= k,
          ...traits?.[image],
        }));
        return [k, accuracyOf(rows, options)];
      }),
    );
  const both = (holds: (image: number) => boolean) => ({
    imageToText: recalls(asked.filter(({ image }) => holds(image))),
    textToImage: recalls(captions.filter(({ image }) => holds(image))),
  });
  const by = breakDown(
    asked.map(({ image }) => ({ image, ...traits?.[image] })),
    (rows) => {
      const images = new Set(rows.map(({ image }) => image));
      return both((image) => images.has(image));
    },
  );
  return { ...both(() => true), ...(coverage ? { coverage } : {}), ...(by ? { by } : {}) };
}
