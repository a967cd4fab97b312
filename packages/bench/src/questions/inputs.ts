import { checkOptions } from '../checks/known-options';
import { pairingsOf } from '../scoring/answer-question';
import type { Benchmark, BenchmarkImage } from './benchmark';
import { checkBenchmark } from './check-benchmark';

export interface BenchmarkInputs {
  /** Each picture once. */
  readonly images: readonly BenchmarkImage[];
  /** Each text once. */
  readonly texts: readonly string[];
}

/** All pictures and texts of a benchmark, each once: what an Encoder is asked to embed. */
export function inputsOf(
  benchmark: Benchmark,
  options: { readonly retrieval?: boolean } = {},
): BenchmarkInputs {
  checkBenchmark('inputsOf', benchmark);
  checkOptions('inputsOf', options, { retrieval: true });
  const { retrieval = true } = options;
  const images = new Set<BenchmarkImage>();
  const texts = new Set<string>();
  const seenLists = new Set<readonly unknown[]>();
  for (const item of benchmark.items) {
    if ('candidates' in item) {
      images.add(item.image);
      for (const text of [item.caption].flat()) texts.add(text);
      // Many items share one list of classes.
      if (seenLists.has(item.candidates)) continue;
      seenLists.add(item.candidates);
      for (const text of item.candidates.flat()) texts.add(text);
      continue;
    }
    for (const pairing of pairingsOf(item)) {
      if ('image' in pairing) images.add(pairing.image);
      for (const text of [pairing.text].flat()) texts.add(text);
      if ('otherText' in pairing) texts.add(pairing.otherText);
    }
  }
  if (retrieval && benchmark.retrieval) {
    for (const image of benchmark.retrieval.images) images.add(image);
    for (const text of benchmark.retrieval.texts) texts.add(text);
  }
  return { images: [...images], texts: [...texts] };
}
