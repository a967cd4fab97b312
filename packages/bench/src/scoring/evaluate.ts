import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  callback,
  defineOptions,
  flag,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { seed } from '../checks/seed';
import type { Encoder, Scorer } from '../encoders/encoder';
import { type Benchmark, nothingAsked, type RetrievalTask } from '../questions/benchmark';
import { checkBenchmark } from '../questions/check-benchmark';
import { collectInputs, pairingsOf, tasksOf } from '../questions/inputs';
import {
  type BenchmarkImage,
  type BenchmarkText,
  isLazyImage,
  type Pairing,
  type Question,
} from '../questions/question';
import { hashText } from '../statistics/random';
import { rankVectors } from './rank-vectors';
import { type RetrievalRanks, rankScores, recallOfRanks, retrievalsOf } from './recall';
import type { Answer, Result, RetrievalResult } from './result';
import { type Scored, summariseAnswers } from './summarise-answers';
import { dot, embedImages, embedTexts, ensembleVector, loadImages } from './unit-vectors';

export interface EvaluateOptions {
  /** Name in tables. Default `'model'`. */
  readonly name?: string;
  /** Seed of the bootstrap of the intervals; no score depends on it. Default 0. */
  readonly seed?: number;
  /** The seed that the model was trained with. {@link compareSeeds} pairs results by it. */
  readonly trainingSeed?: number;
  /** How many pictures, texts or pairs go to the model in one call. Default 256. */
  readonly batchSize?: number;
  /** Whether answers keep the score of every pairing that their question compares, {@link Answer.scores}. Default false. */
  readonly keepScores?: boolean;
  /** Whether to measure retrieval. Default: for an Encoder; a Scorer would have to score every image with every text. */
  readonly retrieval?: boolean;
  /** Stops the evaluation before the next batch; the model gets it too. */
  readonly signal?: AbortSignal;
  /** Called after each batch with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

const table = defineOptions('evaluate', {
  name: optional(text(), 'model'),
  seed: optional(seed, 0),
  trainingSeed: optional(seed),
  batchSize: optional(integer({ min: 1 }), 256),
  keepScores: optional(flag(), false),
  retrieval: optional(flag()),
  signal: optional(abortSignal()),
  onProgress: optional(callback<(done: number) => void>()),
} satisfies RowsFor<EvaluateOptions>);

/**
 * Judges a model on a benchmark: accuracy for each kind of change, and recall@k both ways where the benchmark has
 * a retrieval task.
 *
 * An Encoder is scored by the cosine of its embeddings; each picture and each text is embedded once. An answer is
 * right exactly if what belongs together scores higher than all that it is compared with: a tie is wrong.
 *
 * @throws InputError if the benchmark asks nothing that the model can answer, if `model`, `benchmark` or an option is of
 *   a wrong type, or if the model returns something else than one finite number or vector for each input (a model is
 *   the caller's, so that this is a mistake in what was passed)
 * @throws the signal's reason, once `signal` aborts
 * @example
 * const result = await evaluate(encoder, sugarCrepe('sugar-crepe/data', { images: 'val2017' }));
 * console.log(result.mean.value, result.kinds.swap_att.value);
 */
export async function evaluate(
  model: Encoder | Scorer,
  benchmark: Benchmark,
  options: EvaluateOptions = {},
): Promise<Result> {
  checkModel(model);
  checkBenchmark('evaluate', benchmark);
  const given = table.read(options);
  refuseUnanswerable(benchmark, given);
  const scored = await ('score' in model
    ? scoreWithScorer(model, benchmark, given)
    : scoreWithEncoder(model, benchmark, given));
  if (scored.answers.length === 0 && !scored.retrieval && !scored.galleries) {
    throw new InputError(
      `evaluate: ${benchmark.name} asks nothing that a Scorer of images with texts can answer; pass an Encoder, or { retrieval: true }.`,
    );
  }
  const result = summariseAnswers(benchmark, scored, given);
  const { trainingSeed } = given;
  return trainingSeed === undefined ? result : { ...result, trainingSeed };
}

function checkModel(model: unknown): void {
  const has = (name: string) =>
    typeof model === 'object' &&
    model !== null &&
    typeof (model as Record<string, unknown>)[name] === 'function';
  if (has('score') || (has('embedImages') && has('embedTexts'))) return;
  refuse(
    'evaluate',
    'model',
    'must be an Encoder { embedImages, embedTexts } or a Scorer { score }',
    shown(model),
  );
}

/** Whether a model that looks can be asked anything. */
export function isAnswerable(
  benchmark: Benchmark,
  options: Pick<EvaluateOptions, 'retrieval'> = {},
): boolean {
  return benchmark.questions.length > 0 || (tasksOf(benchmark).length > 0 && options.retrieval !== false);
}

/** @throws InputError where a benchmark has nothing to ask, and why */
export function refuseUnanswerable(
  benchmark: Benchmark,
  options: Pick<EvaluateOptions, 'retrieval'> = {},
): void {
  if (isAnswerable(benchmark, options)) return;
  const { name, coverage } = benchmark;
  const rows = Object.values(coverage ?? {}).reduce((sum, { total }) => sum + total, 0);
  if (rows === 0) throw nothingAsked(`evaluate: ${name} asks nothing.`);
  throw new InputError(
    `evaluate: none of the ${rows} questions of ${name} can be scored, since their picture was not found; say where it is with the option images (in a terminal: --images FOLDER).`,
  );
}

type ScoreOptions = Pick<
  EvaluateOptions,
  'batchSize' | 'keepScores' | 'retrieval' | 'seed' | 'signal' | 'onProgress'
>;

/** Cosines of an encoder's vectors; each picture and each text is embedded once. */
async function scoreWithEncoder(
  model: Encoder,
  benchmark: Benchmark,
  { batchSize = 256, keepScores, retrieval, seed, signal, onProgress }: ScoreOptions,
): Promise<Scored> {
  const asksRetrieval = retrieval !== false;
  const { images, texts } = collectInputs(benchmark, asksRetrieval);
  const total = images.length + texts.length;
  const options = signal ? { signal } : {};
  const imageVectors = await embedImages(images, (batch) => model.embedImages(batch, options), {
    batchSize,
    signal,
    onDone: (done) => onProgress?.(done / total),
  });
  const textVectors = await embedTexts(texts, (batch) => model.embedTexts(batch, options), {
    batchSize,
    signal,
    onDone: (done) => onProgress?.((images.length + done) / total),
  });
  const ensembles = new Map<readonly string[], Float64Array>();
  const vectorOf = (text: BenchmarkText): Float64Array => {
    if (typeof text === 'string') return textVectors.get(text)!;
    const known = ensembles.get(text);
    if (known) return known;
    const vector = ensembleVector(text.map((each) => textVectors.get(each)!));
    ensembles.set(text, vector);
    return vector;
  };
  const scores = {
    image: (image: Parameters<typeof imageVectors.get>[0], text: BenchmarkText) =>
      dot(imageVectors.get(image)!, vectorOf(text)),
    texts: (text: string, otherText: string) => dot(vectorOf(text), vectorOf(otherText)),
  };
  const answers = benchmark.questions.flatMap(
    (question) => answerQuestion(question, scores, keepScores) ?? [],
  );
  if (!asksRetrieval) return { answers };
  return {
    answers,
    ...retrievalsOf(benchmark, (task) => {
      const own = task.images.map((image) => imageVectors.get(image)!);
      const texts = task.texts.map((text) => textVectors.get(text)!);
      const ranks = rankVectors(own, texts, task.imageOf);
      return foundOf(task, ranks, (image, text) => dot(own[image]!, texts[text]!), seed);
    }),
  };
}

/** Scores each needed pair of a picture and a text once; questions about two texts stay unanswered. */
async function scoreWithScorer(
  model: Scorer,
  benchmark: Benchmark,
  { batchSize = 256, keepScores, retrieval, seed, signal, onProgress }: ScoreOptions,
): Promise<Scored> {
  const tasks = retrieval === true ? tasksOf(benchmark) : [];
  const places = new Map<BenchmarkImage, Map<string, number>>();
  const pairs: { readonly image: BenchmarkImage; readonly text: string }[] = [];
  const need = (image: BenchmarkImage, text: string) => {
    const texts = places.get(image) ?? new Map<string, number>();
    places.set(image, texts);
    if (texts.has(text)) return;
    texts.set(text, pairs.length);
    pairs.push({ image, text });
  };
  for (const question of benchmark.questions) {
    for (const pairing of pairingsOf(question)) {
      if ('image' in pairing) for (const text of [pairing.text].flat()) need(pairing.image, text);
    }
  }
  for (const { images, texts } of tasks) {
    for (const image of images) for (const text of texts) need(image, text);
  }

  const scores = new Float64Array(pairs.length);
  for (let start = 0; start < pairs.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = pairs.slice(start, start + batchSize);
    const images = await loadImages(batch.map(({ image }) => image));
    const answer = await model.score(
      batch.map(({ text }, index) => ({ image: images[index]!, text })),
      signal ? { signal } : {},
    );
    checkScores(answer, batch);
    scores.set(answer, start);
    onProgress?.((start + batch.length) / pairs.length);
  }
  const one = (image: BenchmarkImage, text: string) => scores[places.get(image)!.get(text)!]!;
  const table = {
    image: (image: BenchmarkImage, text: BenchmarkText) =>
      typeof text === 'string'
        ? one(image, text)
        : text.reduce((sum, each) => sum + one(image, each), 0) / text.length,
  };
  const answers = benchmark.questions.flatMap(
    (question) => answerQuestion(question, table, keepScores) ?? [],
  );
  if (tasks.length === 0) return { answers };
  return {
    answers,
    ...retrievalsOf(benchmark, (task) => {
      const rows = task.images.map((image) => task.texts.map((text) => one(image, text)));
      return foundOf(task, rankScores(rows, task.imageOf), (image, text) => rows[image]![text]!, seed);
    }),
  };
}

/** Recall of a task, and what it measures itself. */
function foundOf(
  task: RetrievalTask,
  ranks: RetrievalRanks,
  score: (image: number, text: number) => number,
  seed = 0,
): RetrievalResult {
  const found = recallOfRanks(ranks, task, { seed });
  return task.positives ? { ...found, positives: task.positives(score, { seed }) } : found;
}

function checkScores(answer: unknown, batch: readonly { readonly text: string }[]): void {
  const rule = `evaluate: score must return one finite number for each of ${batch.length} pairs`;
  if (!Array.isArray(answer) && !ArrayBuffer.isView(answer)) {
    throw new InputError(`${rule}, got ${shown(answer)}.`);
  }
  const scores = Array.from(answer as ArrayLike<unknown>);
  if (scores.length !== batch.length) throw new InputError(`${rule}, got ${scores.length}.`);
  const bad = scores.findIndex((score) => !Number.isFinite(score));
  if (bad >= 0) {
    throw new InputError(
      `${rule}, got ${shown(scores[bad])} for pair ${bad}, text ${JSON.stringify(batch[bad]!.text)}.`,
    );
  }
}

const promptHashes = new WeakMap<readonly string[], number>();

/**
 * A short hash of all texts that a question holds. Its id says only which row it is: `noto-0-relation` of another seed is
 * another question, and two models' answers to them are no pair.
 */
function fingerprintQuestion(question: Question): string {
  return hashText(textsOf(question), 0).toString(36);
}

// The texts are put together as in version 0.1, so that results of then and now can be compared.
function textsOf({ right, wrong, rule }: Question): string {
  if (rule === 'sum') return JSON.stringify(['sum', right.map(textsOfPairing), wrong.map(textsOfPairing)]);
  if (rule !== 'all') {
    // A thousand classes have eighty prompts each: of these each list is hashed once.
    const candidates = wrong.map(({ text }) => (typeof text === 'string' ? text : hashPrompts(text)));
    return JSON.stringify([right[0]!.text, rule.topK, hashText(JSON.stringify(candidates), 0)]);
  }
  const [first] = right;
  if (right.length === 1 && first && 'image' in first) {
    return JSON.stringify([first.text, wrong[0]!.text]);
  }
  return JSON.stringify(right.map((pairing, i) => [textsOfPairing(pairing), textsOfPairing(wrong[i]!)]));
}

function textsOfPairing(pairing: Pairing): readonly BenchmarkText[] {
  return 'image' in pairing ? [pairing.text] : [pairing.text, pairing.otherText];
}

function hashPrompts(prompts: readonly string[]): number {
  const known = promptHashes.get(prompts);
  if (known !== undefined) return known;
  const hash = hashText(JSON.stringify(prompts), 0);
  promptHashes.set(prompts, hash);
  return hash;
}

/** Looks up the score of a picture with a text, or of two texts. */
export interface ScoreTable {
  image(image: BenchmarkImage, text: BenchmarkText): number;
  /** Undefined if the model cannot score two texts. */
  texts?(text: string, otherText: string): number;
}

/**
 * Turns scores into the answer to one question: the right and the wrong score of its tightest comparison, so that the
 * answer is right exactly if `right > wrong`. Undefined if the model cannot score what the question compares.
 */
export function answerQuestion(
  question: Question,
  scores: ScoreTable,
  keepScores = false,
): Answer | undefined {
  const { id, kind, group, rule, clusters, by } = question;
  const tightest =
    rule === 'all'
      ? closestPair(question, scores)
      : rule === 'sum'
        ? meanScores(question, scores)
        : kthBest(question, rule.topK, scores);
  return (
    tightest && {
      id,
      kind,
      group,
      ...(clusters ? { clusters } : {}),
      ...(by ? { by } : {}),
      question: fingerprintQuestion(question),
      ...tightest,
      ...(keepScores ? { scores: allScores(question, scores) } : {}),
    }
  );
}

type Scores = Pick<Answer, 'right' | 'wrong'>;

/** Of the comparisons the one that is lost, or won by the least. */
function closestPair({ right, wrong }: Question, scores: ScoreTable): Scores | undefined {
  let closest: Scores | undefined;
  for (const [index, pairing] of right.entries()) {
    const higher = scoreOf(pairing, scores);
    const lower = scoreOf(wrong[index]!, scores);
    if (higher === undefined || lower === undefined) return undefined;
    // Lost comparisons come before won ones even where the difference of two close numbers rounds.
    if (!closest || higher - lower < closest.right - closest.wrong) closest = { right: higher, wrong: lower };
  }
  return closest;
}

/** The means, which are as far apart as the sums are, and cosines still. */
function meanScores({ right, wrong }: Question, scores: ScoreTable): Scores | undefined {
  const mean = (of: readonly Pairing[]) => {
    const all = of.map((pairing) => scoreOf(pairing, scores));
    return all.every((score) => score !== undefined)
      ? all.reduce((sum, score) => sum + score, 0) / all.length
      : undefined;
  };
  const [higher, lower] = [mean(right), mean(wrong)];
  return higher === undefined || lower === undefined ? undefined : { right: higher, wrong: lower };
}

/** Every pairing of a question once, with its score. */
function allScores({ right, wrong }: Question, scores: ScoreTable): NonNullable<Answer['scores']> {
  const pictures = new Map<unknown, string>();
  const nameOf = (image: BenchmarkImage) => {
    const known = pictures.get(image) ?? pictureName(image) ?? `picture ${pictures.size}`;
    pictures.set(image, known);
    return known;
  };
  const seen = new Set<string>();
  const of = (pairings: readonly Pairing[], belongs: boolean) =>
    pairings.flatMap((pairing) => {
      const text = typeof pairing.text === 'string' ? pairing.text : pairing.text.join('\n');
      const names =
        'image' in pairing ? { image: nameOf(pairing.image), text } : { text, otherText: pairing.otherText };
      const key = JSON.stringify([belongs, names]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...names, score: scoreOf(pairing, scores)!, belongs }];
    });
  return [...of(right, true), ...of(wrong, false)];
}

/** A picture's name, where it has one: pictures out of Parquet have none. */
function pictureName(image: BenchmarkImage): string | undefined {
  if (typeof image === 'string') return image;
  if (isLazyImage(image)) return image.key;
  return image instanceof Blob && 'name' in image ? String(image.name) : undefined;
}

/** Right if at most k − 1 wrong pairings score as high: above the k-th best of them. */
function kthBest(question: Question, topK: number, scores: ScoreTable): Scores | undefined {
  const right = scoreOf(question.right[0]!, scores);
  if (right === undefined) return undefined;
  const wrong: number[] = [];
  for (const pairing of question.wrong) {
    const score = scoreOf(pairing, scores);
    if (score === undefined) return undefined;
    wrong.push(score);
  }
  if (topK === 1) return { right, wrong: wrong.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) };
  wrong.sort((a, b) => b - a);
  return { right, wrong: wrong[topK - 1] ?? Number.NEGATIVE_INFINITY };
}

function scoreOf(pairing: Pairing, scores: ScoreTable): number | undefined {
  return 'image' in pairing
    ? scores.image(pairing.image, pairing.text)
    : scores.texts?.(pairing.text, pairing.otherText);
}
