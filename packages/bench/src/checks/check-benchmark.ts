import { InputError } from '@slipform/clip';
import type { Benchmark } from '../benchmark';
import { kindOf } from '../kind-of';

/** @throws InputError where what came is no benchmark, or asks a caption against itself */
export function checkBenchmark(place: string, benchmark: Benchmark): void {
  if (typeof benchmark !== 'object' || benchmark === null || !Array.isArray(benchmark.items)) {
    throw new InputError(
      `${place}: benchmark must be one such as scenes() or sugarCrepe(folder) returns, got ${kindOf(benchmark)}`,
    );
  }
  // Published files are asked as they stand: there a tie is wrong, as it is for their authors.
  if (benchmark.coverage) return;
  const same = benchmark.items.find((item) => 'negative' in item && item.caption === item.negative);
  if (same) {
    throw new InputError(
      `${place}: the negative of ${same.id} of ${benchmark.name} is its caption, which no model can tell apart; leave it out`,
    );
  }
}
