import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { Scorer } from '../encoders/encoder';
import type { Benchmark } from '../questions/benchmark';
import { pairingsOf, tasksOf } from '../questions/inputs';
import type { BenchmarkImage, BenchmarkText } from '../questions/question';
import { answerQuestion } from './answer-question';
import { rankScores, recallOfRanks, retrievalsOf } from './recall';
import type { Scored, ScoreOptions } from './score-with-encoder';
import { loadImages } from './unit-vectors';

/** Scores each needed pair of a picture and a text once; questions about two texts stay unanswered. */
export async function scoreWithScorer(
  model: Scorer,
  benchmark: Benchmark,
  { batchSize = 256, retrieval, seed, signal, onProgress }: ScoreOptions,
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
  const answers = benchmark.questions.flatMap((question) => answerQuestion(question, table) ?? []);
  if (tasks.length === 0) return { answers };
  return {
    answers,
    ...retrievalsOf(benchmark, (task) => {
      const rows = task.images.map((image) => task.texts.map((text) => one(image, text)));
      return recallOfRanks(rankScores(rows, task.imageOf), task, seed === undefined ? {} : { seed });
    }),
  };
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
