import { InputError } from '@slipform/clip';
import { kindOf } from '../checks/kind-of';
import type { Benchmark } from './benchmark';
import { benchmarkShape } from './benchmark-shape';

/** @throws InputError where what came is no benchmark, or asks a caption against itself */
export function checkBenchmark(place: string, benchmark: Benchmark): void {
  if (typeof benchmark !== 'object' || benchmark === null || !Array.isArray(benchmark.items)) {
    throw new InputError(
      `${place}: benchmark must be one such as scenes() or sugarCrepe(folder) returns, got ${kindOf(benchmark)}`,
    );
  }
  benchmarkShape(benchmark, `${place}: benchmark`);
  checkRetrieval(place, benchmark);
  // Published files are asked as they stand: there a tie is wrong, as it is for their authors.
  if (benchmark.coverage) return;
  const same = benchmark.items.find((item) => 'negative' in item && item.caption === item.negative);
  if (same) {
    throw new InputError(
      `${place}: the negative of ${same.id} of ${benchmark.name} is its caption, which no model can tell apart; leave it out`,
    );
  }
}

function checkRetrieval(place: string, { retrieval }: Benchmark): void {
  if (!retrieval) return;
  const { images, texts, imageOf } = retrieval;
  const bad = imageOf.find((image) => image >= images.length);
  if (imageOf.length === texts.length && bad === undefined && texts.length > 0) return;
  throw new InputError(
    `${place}: benchmark.retrieval.imageOf must be the index of one of ${images.length} images for each of ${texts.length} texts, got ${bad ?? `${imageOf.length} of them`}`,
  );
}
