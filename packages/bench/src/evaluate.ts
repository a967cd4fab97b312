import type { Encoder, Scorer } from '@slipform/clip';
import type { Benchmark, BenchmarkImage } from './benchmark';
import type { Result, RetrievalResult, ScoredItem } from './result';
import { isCorrect } from './result';
import { retrieval } from './retrieval';
import { bootstrapMean } from './statistics/bootstrap';
import { proportion } from './statistics/wilson-interval';

export interface EvaluateOptions {
  /** Name in tables. Default `'model'`. */
  readonly name?: string;
  /** Seed of the bootstrap. Default 0. */
  readonly seed?: number;
  /** How many pictures, texts or pairs go to the model in one call. Default 256. */
  readonly batchSize?: number;
  /** Whether to measure retrieval. Default: for an Encoder; a Scorer would have to score every image with every text. */
  readonly retrieval?: boolean;
  /** Called after each batch with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Judges a model on a benchmark: accuracy for each kind of change, and recall@k both ways where the benchmark has
 * a retrieval task.
 *
 * An Encoder is scored by the cosine of its embeddings; each picture and each text is embedded once. An item is right
 * exactly where the caption scores higher than the negative: a tie is wrong.
 *
 * @throws Error where the model returns something else than one finite number or vector for each input.
 * @example
 * const result = await evaluate(encoder, scenes({ count: 200 }));
 * console.log(result.kinds.swap_attributes.value);
 */
export async function evaluate(
  model: Encoder | Scorer,
  benchmark: Benchmark,
  options: EvaluateOptions = {},
): Promise<Result> {
  const { name = 'model', seed = 0 } = options;
  if (benchmark.items.length === 0) throw new RangeError(`evaluate: ${benchmark.name} has no items`);
  const { items, retrieval } = await ('score' in model
    ? evaluateScorer(model, benchmark, options)
    : evaluateEncoder(model, benchmark, options));

  const byKind = new Map<string, ScoredItem[]>();
  for (const item of items) {
    const list = byKind.get(item.kind);
    if (list) list.push(item);
    else byKind.set(item.kind, [item]);
  }
  const kinds = Object.fromEntries(
    [...byKind].map(([kind, list]) => [kind, proportion(list.filter(isCorrect).length, list.length)]),
  );
  const groups = new Map<string, { sum: number; weight: number }>();
  for (const item of items) {
    const group = groups.get(item.group) ?? { sum: 0, weight: 0 };
    const weight = 1 / byKind.get(item.kind)!.length;
    group.weight += weight;
    if (isCorrect(item)) group.sum += weight;
    groups.set(item.group, group);
  }
  const values = Object.values(kinds);
  return {
    benchmark: benchmark.name,
    model: name,
    kinds,
    mean: {
      value: values.reduce((sum, kind) => sum + kind.value, 0) / values.length,
      interval: bootstrapMean([...groups.values()], { seed }),
    },
    chance: benchmark.chance,
    ...(retrieval ? { retrieval } : {}),
    items,
  };
}

interface Scored {
  readonly items: ScoredItem[];
  readonly retrieval?: RetrievalResult;
}

async function evaluateEncoder(
  model: Encoder,
  benchmark: Benchmark,
  options: EvaluateOptions,
): Promise<Scored> {
  const wantsRetrieval = options.retrieval !== false && benchmark.retrieval !== undefined;
  const images = new Set<BenchmarkImage>(benchmark.items.map((item) => item.image));
  const texts = new Set<string>(benchmark.items.flatMap((item) => [item.caption, item.negative]));
  if (wantsRetrieval) {
    for (const image of benchmark.retrieval!.images) images.add(image);
    for (const text of benchmark.retrieval!.texts) texts.add(text);
  }
  const total = images.size + texts.size;
  const { batchSize, onProgress } = options;
  const imageVectors = await embedAll('embedImages', [...images], (batch) => model.embedImages(batch), {
    batchSize,
    onDone: (done) => onProgress?.(done / total),
  });
  const textVectors = await embedAll('embedTexts', [...texts], (batch) => model.embedTexts(batch), {
    batchSize,
    onDone: (done) => onProgress?.((images.size + done) / total),
  });
  const items = benchmark.items.map((item): ScoredItem => {
    const image = imageVectors.get(item.image)!;
    return {
      id: item.id,
      kind: item.kind,
      group: item.group,
      caption: dot(image, textVectors.get(item.caption)!),
      negative: dot(image, textVectors.get(item.negative)!),
    };
  });
  if (!wantsRetrieval) return { items };
  const task = benchmark.retrieval!;
  const candidates = task.texts.map((text) => textVectors.get(text)!);
  const scores = task.images.map((image) => {
    const vector = imageVectors.get(image)!;
    return candidates.map((candidate) => dot(vector, candidate));
  });
  return { items, retrieval: retrieval(scores, task.imageOf) };
}

async function evaluateScorer(
  model: Scorer,
  benchmark: Benchmark,
  options: EvaluateOptions,
): Promise<Scored> {
  const { batchSize = 256, onProgress } = options;
  const task = options.retrieval === true ? benchmark.retrieval : undefined;
  const pairs: { image: BenchmarkImage; text: string }[] = benchmark.items.flatMap((item) => [
    { image: item.image, text: item.caption },
    { image: item.image, text: item.negative },
  ]);
  if (task) for (const image of task.images) for (const text of task.texts) pairs.push({ image, text });
  const scores: number[] = [];
  for (let start = 0; start < pairs.length; start += batchSize) {
    const batch = pairs.slice(start, start + batchSize);
    const answer = await model.score(batch);
    if (answer.length !== batch.length || !answer.every(Number.isFinite)) {
      throw new Error(`evaluate: score must return one finite number for each of ${batch.length} pairs`);
    }
    scores.push(...answer);
    onProgress?.(scores.length / pairs.length);
  }
  const items = benchmark.items.map(
    (item, index): ScoredItem => ({
      id: item.id,
      kind: item.kind,
      group: item.group,
      caption: scores[2 * index]!,
      negative: scores[2 * index + 1]!,
    }),
  );
  if (!task) return { items };
  const first = 2 * benchmark.items.length;
  const table = task.images.map((_, row) =>
    scores.slice(first + row * task.texts.length, first + (row + 1) * task.texts.length),
  );
  return { items, retrieval: retrieval(table, task.imageOf) };
}

/** Unit vectors of all inputs, by input. */
async function embedAll<T>(
  method: string,
  inputs: readonly T[],
  embed: (batch: readonly T[]) => Promise<Float32Array[]>,
  { batchSize = 256, onDone }: { batchSize?: number | undefined; onDone: (done: number) => void },
): Promise<Map<T, Float64Array>> {
  const vectors = new Map<T, Float64Array>();
  let width: number | undefined;
  for (let start = 0; start < inputs.length; start += batchSize) {
    const batch = inputs.slice(start, start + batchSize);
    const embedded = await embed(batch);
    if (embedded.length !== batch.length) {
      throw new Error(`evaluate: ${method} returned ${embedded.length} vectors for ${batch.length} inputs`);
    }
    embedded.forEach((vector, index) => {
      width ??= vector.length;
      if (vector.length !== width) {
        throw new Error(`evaluate: ${method} returned vectors of ${width} and of ${vector.length} numbers`);
      }
      vectors.set(batch[index]!, normalise(vector, method));
    });
    onDone(vectors.size);
  }
  return vectors;
}

function normalise(vector: Float32Array, method: string): Float64Array {
  const unit = Float64Array.from(vector);
  const norm = Math.hypot(...unit);
  if (!Number.isFinite(norm)) throw new Error(`evaluate: ${method} returned a vector that is not finite`);
  // A zero vector has no direction: its cosines are 0, and all its comparisons are ties, which are wrong.
  return norm === 0 ? unit : unit.map((value) => value / norm);
}

function dot(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    throw new Error(
      `evaluate: image vectors have ${a.length} numbers and text vectors ${b.length}; they must agree`,
    );
  }
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
