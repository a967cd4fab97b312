import type { ClipEncoder } from '@slipform/clip';
import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { CachedFeatures } from '../icons/icon-batches';
import { ranksOf, recallAt } from '../icons/ranks';
import { towersOf } from '../icons/towers';
import type { Measurement } from '../row';
import type { Evaluation } from '../run';
import { BANDS, bandOf } from '../statistics/bands';
import { mean } from '../statistics/mean';
import type { IconQuestion, IconStudy } from '../studies/icon-study';

/** Rows of unit length, one behind the other. */
export interface Rows {
  readonly width: number;
  of(key: number | string): Float32Array;
}

export interface JudgedAnswers {
  readonly rows: readonly Measurement[];
  /** A digit a question: 1 if both pictures find their text, and 2 more if both texts find their picture; 3 is right. */
  readonly answers: string;
}

/**
 * Asks a model about minimal pairs, and for icons by caption and captions by icon: metrics `group`, `text` and `image` by
 * band, `group` with each word of equal weight, and `recall@10` both ways.
 */
export async function judgeIcons(
  encoder: ClipEncoder,
  study: IconStudy,
  features: CachedFeatures,
  { split, questions: count, retrieval: searched }: Extract<Evaluation, { asks: 'icons' }>,
): Promise<JudgedAnswers> {
  const { judged, world } = study;
  const questions = judged[split].questions.slice(0, count);
  const found = judged[split].retrieval.slice(0, searched);
  const pictures = await embeddedIcons(encoder, features, [
    ...questions.flatMap(({ rows }) => rows),
    ...found,
  ]);
  const captionOf = (row: number) => world.icons[row]!.caption;
  const texts = await embeddedTexts(encoder, [
    ...questions.flatMap(({ captions }) => captions),
    ...found.map(captionOf),
  ]);
  const answers = questions.map((question) => answerOf(question, pictures, texts));
  const together = (rows: Rows, keys: readonly (number | string)[]) => {
    const all = new Float32Array(keys.length * rows.width);
    for (const [at, key] of keys.entries()) all.set(rows.of(key), at * rows.width);
    return all;
  };
  const icons = together(pictures, found);
  const names = together(texts, found.map(captionOf));
  const { width } = pictures;
  return {
    answers: answers.join(''),
    rows: [
      ...scoreRows(questions, answers),
      { metric: 'recall@10 images', value: recallAt(10, ranksOf(icons, names, width)) },
      { metric: 'recall@10 texts', value: recallAt(10, ranksOf(names, icons, width)) },
    ],
  };
}

/** Embeddings of icons by their row, from the features of the frozen tower. */
export async function embeddedIcons(
  { model }: ClipEncoder,
  features: CachedFeatures,
  wanted: readonly number[],
): Promise<Rows> {
  const rows = [...new Set(wanted)];
  const gathered = new Float32Array(rows.length * features.width);
  for (const [at, row] of rows.entries()) {
    gathered.set(
      features.values.subarray(row * features.width, (row + 1) * features.width),
      at * features.width,
    );
  }
  const given: Tensor2D = tensor2d(gathered, [rows.length, features.width]);
  const projected = model.projectImages(given);
  try {
    const values = await projected.data<'float32'>();
    return rowsOf(rows, values, model.config.embeddingSize);
  } finally {
    given.dispose();
    projected.dispose();
  }
}

/** Embeddings of texts by the text. */
export async function embeddedTexts(
  { model, tokenizer }: ClipEncoder,
  wanted: readonly string[],
): Promise<Rows> {
  const texts = [...new Set(wanted)];
  const values = await towersOf(model, tokenizer).embedTexts(texts);
  return rowsOf(texts, values, model.config.embeddingSize);
}

function rowsOf(keys: readonly (number | string)[], values: Float32Array, width: number): Rows {
  const places = new Map(keys.map((key, place) => [key, place]));
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width);
    const length = Math.hypot(...row);
    for (let at = 0; at < width; at++) row[at]! /= length;
  }
  return {
    width,
    of: (key) => values.subarray(places.get(key)! * width, (places.get(key)! + 1) * width),
  };
}

/** What Winoground asks: text and image score; a tie is wrong. */
function answerOf({ rows, captions }: IconQuestion, pictures: Rows, texts: Rows): 0 | 1 | 2 | 3 {
  const [i, j] = rows.map((row) => pictures.of(row));
  const [a, b] = captions.map((caption) => texts.of(caption));
  const [ia, ib, ja, jb] = [dot(i!, a!), dot(i!, b!), dot(j!, a!), dot(j!, b!)];
  const text = ia > ib && jb > ja ? 1 : 0;
  const image = ia > ja && jb > ib ? 2 : 0;
  return (text + image) as 0 | 1 | 2 | 3;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function scoreRows(questions: readonly IconQuestion[], answers: readonly number[]): Measurement[] {
  const scores = { group: 3, text: 1, image: 2 };
  const rows: Measurement[] = [];
  for (const [metric, bits] of Object.entries(scores)) {
    for (const kind of ['all', ...BANDS] as const) {
      const own = answers.filter((_, at) => kind === 'all' || bandOf(questions[at]!.concreteness) === kind);
      if (own.length === 0) continue;
      rows.push({ metric, kind, value: mean(own.map((answer) => Number((answer & bits) === bits))) });
    }
  }
  return [...rows, { metric: 'group', kind: 'by word', value: meanByWord(questions, answers) }];
}

/** The mean over words of the mean over the questions that have the word. */
function meanByWord(questions: readonly IconQuestion[], answers: readonly number[]): number {
  const byWord = new Map<string, number[]>();
  for (const [at, { words }] of questions.entries()) {
    for (const word of words) {
      const own = byWord.get(word) ?? [];
      own.push(Number(answers[at] === 3));
      byWord.set(word, own);
    }
  }
  return mean([...byWord.values()].map(mean));
}
