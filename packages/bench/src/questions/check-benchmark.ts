import { InputError } from '@slipform/kit/input-error';
import { shown } from '@slipform/kit/printable';
import type { Benchmark } from './benchmark';
import { benchmarkShape } from './benchmark-shape';

/** @throws InputError if what came is no benchmark, or asks a caption against itself */
export function checkBenchmark(place: string, benchmark: Benchmark): void {
  if (typeof benchmark !== 'object' || benchmark === null || !Array.isArray(benchmark.questions)) {
    throw new InputError(
      `${place}: benchmark must be a Benchmark, such as sugarCrepe(folder) returns, got ${shown(benchmark)}.`,
    );
  }
  benchmarkShape(benchmark, `${place}: benchmark`);
  checkRetrieval(place, benchmark);
  // Published files are asked as they stand: there a tie is wrong, as it is for their authors.
  if (benchmark.coverage) return;
  const impossible = benchmark.questions.find(({ right, wrong, rule }) => {
    const [yes, no] = [right[0]!, wrong[0]];
    if (rule !== 'all' || right.length > 1 || !('image' in yes) || !no || !('image' in no)) return false;
    return yes.image === no.image && yes.text === no.text;
  });
  if (impossible) {
    throw new InputError(
      `${place}: the negative of ${impossible.id} of ${benchmark.name} is its caption, so that no model can be right; leave it out.`,
    );
  }
}

function checkRetrieval(place: string, { retrieval }: Benchmark): void {
  if (!retrieval) return;
  const { images, texts, imageOf } = retrieval;
  const bad = imageOf.find((image) => image >= images.length);
  if (imageOf.length === texts.length && bad === undefined && texts.length > 0) return;
  throw new InputError(
    `${place}: benchmark.retrieval.imageOf must be the index of one of ${images.length} images for each of ${texts.length} texts, got ${bad ?? `${imageOf.length} of them`}.`,
  );
}
