import { dictionary, list, misfit, number, object, type Shape, text, whole } from '../checks/shape';
import type { BenchmarkImage, BenchmarkText } from './benchmark';

/** Whatever an encoder may take: it says itself what it can't read. */
const image: Shape<BenchmarkImage> = (value, place) => {
  if (typeof value === 'string' || (typeof value === 'object' && value !== null))
    return value as BenchmarkImage;
  throw misfit(place, 'a picture', value);
};
const texts: Shape<BenchmarkText> = (value, place) =>
  Array.isArray(value) ? list(text)(value, place) : text(value, place);
const ofItem = { id: text, kind: text, group: text };
const pairing = (value: unknown, place: string) =>
  typeof value === 'object' && value !== null && 'otherText' in value
    ? object({ text, otherText: text })(value, place)
    : object({ image, text })(value, place);
const item: Shape<unknown> = (value, place) => {
  const fields = typeof value === 'object' && value !== null ? value : {};
  if ('comparisons' in fields) {
    return object({ ...ofItem, comparisons: list(object({ right: pairing, wrong: pairing })) })(value, place);
  }
  if ('candidates' in fields) {
    const candidates: Shape<unknown> = (given, at) => {
      // Thousands of items share one list, which is looked at once.
      if (Array.isArray(given) && checkedLists.has(given)) return given;
      list(texts)(given, at);
      checkedLists.add(given as object);
      return given;
    };
    return object({ ...ofItem, image, caption: texts, candidates }, { within: whole(1) })(value, place);
  }
  return object({ ...ofItem, image, caption: text, negative: text })(value, place);
};
const checkedLists = new WeakSet<object>();

const coverage = object({ scored: whole(0), total: whole(0) }, { excluded: whole(0) });
const share = number({ from: 0, to: 1 });

/** @throws InputError that says which part of a benchmark is of a wrong type */
export const benchmarkShape: Shape<unknown> = object(
  { name: text, items: list(item), chance: share },
  {
    unseen: list(item),
    retrieval: object({ images: list(image), texts: list(text), imageOf: list(whole(0)) }, { coverage }),
    chances: dictionary(share),
    coverage: dictionary(coverage),
    means: dictionary(list(text)),
  },
);
