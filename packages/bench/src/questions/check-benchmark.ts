import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  dictionary,
  list,
  misfit,
  number,
  object,
  type Shape,
  text,
  whole,
} from '@slipform/kit/formats/shape';
import { printable, shown } from '@slipform/kit/text/printable';
import type { Benchmark, RetrievalTask } from './benchmark';
import type { BenchmarkImage, BenchmarkText, Pairing, Traits } from './question';

/** @throws InputError if what came is no benchmark, or asks a caption against itself */
export function checkBenchmark(place: string, benchmark: Benchmark): void {
  if (typeof benchmark !== 'object' || benchmark === null || !Array.isArray(benchmark.questions)) {
    refuse(place, 'benchmark', 'must be a Benchmark, such as sugarCrepe(folder) returns', shown(benchmark));
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
      `${place}: the negative of ${printable(impossible.id)} of ${printable(benchmark.name)} is its caption, so that no model can be right; leave it out.`,
    );
  }
}

function checkRetrieval(place: string, { images, texts, imageOf, traits }: RetrievalTask): void {
  const bad = imageOf.find((image) => image >= images.length);
  if (imageOf.length !== texts.length || bad !== undefined || texts.length === 0) {
    refuse(
      undefined,
      `${place}.imageOf`,
      `must be the index of one of ${images.length} images for each of ${texts.length} texts`,
      bad ?? `${imageOf.length} of them`,
    );
  }
  if (traits === undefined || traits.length === images.length) return;
  refuse(undefined, `${place}.traits`, `must hold one for each of ${images.length} images`, traits.length);
}

/** Whatever an encoder may take: it says itself what it can't read. */
const image: Shape<BenchmarkImage> = (value, place) => {
  if (typeof value === 'string' || (typeof value === 'object' && value !== null))
    return value as BenchmarkImage;
  throw misfit(place, 'a picture', value);
};

/** A classification shares its lists of prompts between thousands of questions; each is checked once. */
const checkedPrompts = new WeakSet<object>();
const texts: Shape<BenchmarkText> = (value, place) => {
  if (!Array.isArray(value)) return text(value, place);
  if (!checkedPrompts.has(value)) list(text)(value, place);
  checkedPrompts.add(value);
  return value;
};

/** Checked in place and not built anew, since a classification has millions of them. */
function checkPairing(value: unknown, place: string): void {
  if (typeof value !== 'object' || value === null) throw misfit(place, 'a pairing { image, text }', value);
  const { image: picture, text: own, otherText } = value as Readonly<Record<string, unknown>>;
  if ('otherText' in value) {
    text(own, `${place}.text`);
    text(otherText, `${place}.otherText`);
    return;
  }
  image(picture, `${place}.image`);
  texts(own, `${place}.text`);
}

const pairings: Shape<readonly Pairing[]> = (value, place) => {
  if (!Array.isArray(value)) throw misfit(place, 'a list of pairings', value);
  for (let index = 0; index < value.length; index++) checkPairing(value[index], `${place}[${index}]`);
  return value;
};

const rule: Shape<unknown> = (value, place) => {
  if (value === 'all' || value === 'sum') return value;
  if (typeof value !== 'object') throw misfit(place, "'all', 'sum' or { topK }", value);
  return object({ topK: whole(1) })(value, place);
};

const labels: Shape<string | readonly string[]> = (value, place) =>
  Array.isArray(value) ? list(text)(value, place) : text(value, place);
/** The fields of {@link Traits}, as a benchmark and a result have them. */
export const traitFields = { clusters: dictionary(labels), by: dictionary(text) };
const traits: Shape<Traits> = object({}, traitFields);

const fields = object(
  { id: text, kind: text, group: text, right: pairings, wrong: pairings, rule },
  traitFields,
);
const question: Shape<unknown> = (value, place) => {
  const { right, wrong, rule: asked } = fields(value, place);
  const isEach = typeof asked === 'string';
  if (isEach && (right.length === 0 || right.length !== wrong.length)) {
    throw misfit(
      `${place}.wrong`,
      `as many pairings as ${place}.right, at least one, for the rule '${asked}'`,
      wrong,
    );
  }
  if (!isEach && right.length !== 1) {
    throw misfit(`${place}.right`, 'a list of one pairing for the rule { topK }', right);
  }
  return value;
};

const coverage = object({ scored: whole(0), total: whole(0) }, { excluded: whole(0) });
const share = number({ from: 0, to: 1 });
const positives: Shape<unknown> = (value, place) => {
  if (typeof value !== 'function') throw misfit(place, 'a function', value);
};
const retrieval = object(
  { images: list(image), texts: list(text), imageOf: list(whole(0)) },
  {
    coverage,
    traits: list(traits),
    positives,
  },
);

/** @throws InputError that says which part of a benchmark is of a wrong type */
const benchmarkShape: Shape<unknown> = object(
  { name: text, questions: list(question), chance: share },
  {
    withoutImage: list(question),
    retrieval,
    galleries: dictionary(retrieval),
    chances: dictionary(share),
    coverage: dictionary(coverage),
    means: dictionary(list(text)),
    parts: dictionary(list(text)),
  },
);
