import { defineOptions, flag, optional } from '@slipform/kit/options/options';
import type { Benchmark, RetrievalTask } from './benchmark';
import { checkBenchmark } from './check-benchmark';
import type { BenchmarkImage, BenchmarkText, Pairing, Question } from './question';

export interface BenchmarkInputs {
  /** Each picture once. */
  readonly images: readonly BenchmarkImage[];
  /** Each text once. */
  readonly texts: readonly string[];
}

const table = defineOptions('inputsOf', { retrieval: optional(flag(), true) });

/**
 * All pictures and texts of a benchmark, each once: what an Encoder is asked to embed.
 *
 * @param options.retrieval whether those of its retrieval task are among them; default true
 * @throws InputError if `benchmark` is no Benchmark
 *
 * @example
 * const { images, texts } = inputsOf(benchmark); // what to embed before
 */
export function inputsOf(
  benchmark: Benchmark,
  options: { readonly retrieval?: boolean } = {},
): BenchmarkInputs {
  checkBenchmark('inputsOf', benchmark);
  return collectInputs(benchmark, table.read(options).retrieval);
}

/** The same of a benchmark that was checked before. */
export function collectInputs(benchmark: Benchmark, retrieval: boolean): BenchmarkInputs {
  const images = new Set<BenchmarkImage>();
  const texts = new Set<string>();
  const seenPrompts = new Set<readonly string[]>();
  const addText = (text: BenchmarkText) => {
    if (typeof text === 'string') {
      texts.add(text);
      return;
    }
    // Many questions share one list of prompts.
    if (seenPrompts.has(text)) return;
    seenPrompts.add(text);
    for (const prompt of text) texts.add(prompt);
  };
  for (const question of benchmark.questions) {
    for (const pairing of pairingsOf(question)) {
      if ('image' in pairing) images.add(pairing.image);
      addText(pairing.text);
      if ('otherText' in pairing) texts.add(pairing.otherText);
    }
  }
  for (const task of retrieval ? tasksOf(benchmark) : []) {
    for (const image of task.images) images.add(image);
    for (const text of task.texts) texts.add(text);
  }
  return { images: [...images], texts: [...texts] };
}

/** All tasks of retrieval of a benchmark. */
export function tasksOf({ retrieval, galleries = {} }: Benchmark): RetrievalTask[] {
  return [...(retrieval ? [retrieval] : []), ...Object.values(galleries)];
}

/** All pairings of a question, what is right beside what it is compared with. */
export function pairingsOf({ right, wrong, rule }: Question): Pairing[] {
  if (typeof rule === 'object') return [...right, ...wrong];
  return right.flatMap((pairing, index) => [pairing, wrong[index]!]);
}
