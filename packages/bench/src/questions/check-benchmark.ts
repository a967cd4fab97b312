import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { Benchmark, RetrievalTask } from './benchmark';
import { benchmarkShape } from './benchmark-shape';

/** @throws InputError if what came is no benchmark, or asks a caption against itself */
export function checkBenchmark(place: string, benchmark: Benchmark): void {
  if (typeof benchmark !== 'object' || benchmark === null || !Array.isArray(benchmark.questions)) {
    throw new InputError(
      `${place}: benchmark must be a Benchmark, such as sugarCrepe(folder) returns, got ${shown(benchmark)}.`,
    );
  }
  benchmarkShape(benchmark, `${place}: benchmark`);
  if (benchmark.retrieval) checkRetrieval(`${place}: benchmark.retrieval`, benchmark.retrieval);
  for (const [name, task] of Object.entries(benchmark.galleries ?? {})) {
    checkRetrieval(`${place}: benchmark.galleries[${shown(name)}]`, task);
  }
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

function checkRetrieval(place: string, { images, texts, imageOf, traits }: RetrievalTask): void {
  const bad = imageOf.find((image) => image >= images.length);
  if (imageOf.length !== texts.length || bad !== undefined || texts.length === 0) {
    throw new InputError(
      `${place}.imageOf must be the index of one of ${images.length} images for each of ${texts.length} texts, got ${bad ?? `${imageOf.length} of them`}.`,
    );
  }
  if (traits === undefined || traits.length === images.length) return;
  throw new InputError(
    `${place}.traits must hold one for each of ${images.length} images, got ${traits.length}.`,
  );
}
