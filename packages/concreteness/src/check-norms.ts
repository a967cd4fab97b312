import { readable } from '@slipform/kit/options/options';
import { quoted, shown } from '@slipform/kit/text/printable';
import { InputError, refuse } from './input-error';
import { normalizeWord } from './normalize-word';
import type { Norms } from './parse-norms';

/**
 * Checks the norms that a caller passes.
 *
 * @param place the function that they are passed to, for messages
 * @returns the ratings, by the normal form of their words
 * @throws {InputError} if `norms` is not what `parseNorms` returns, or has a rating outside [1, 5]
 */
export function checkNorms(place: string, norms: Norms): ReadonlyMap<string, number> {
  return readable(
    place,
    () => 'norms',
    () => read(place, norms),
  );
}

function read(place: string, norms: Norms): ReadonlyMap<string, number> {
  if (!isMap(norms?.ratings)) {
    throw new InputError(
      isMap(norms)
        ? `${place}: norms must be what parseNorms returns, got a Map; pass { ratings: map } for ratings of your own.`
        : `${place}: norms must be what parseNorms returns, got ${shown(norms)}; pass parseNorms(text), not the text or the file name.`,
    );
  }
  const checked = new Map<string, number>();
  for (const [word, rating] of norms.ratings) {
    if (typeof word !== 'string') {
      refuse(place, 'words of norms', 'must be strings', shown(word), 'map a word to its rating');
    }
    if (!(typeof rating === 'number' && rating >= 1 && rating <= 5)) {
      refuse(
        place,
        'ratings of norms',
        'must lie in [1, 5]',
        `${shown(rating)} for ${quoted(word)}`,
        'map your scale first',
      );
    }
    checked.set(normalizeWord(word), rating);
  }
  return checked;
}

/** By its tag, not by its class: the Map may come from another realm (a frame, a test's sandbox). */
function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    Object.prototype.toString.call(value) === '[object Map]' &&
    typeof (value as ReadonlyMap<unknown, unknown>)[Symbol.iterator] === 'function'
  );
}
