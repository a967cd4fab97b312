import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';

/** What is mined: a caption, and what is known of it. */
export interface Caption {
  readonly caption: string;
  /** Id of the caption. It is written into the record, and random draws depend on seed, id and caption. */
  readonly id?: string | undefined;
  /** Id of the image. Captions of one image that follow each other are siblings, if no siblings are given. */
  readonly imageId?: string | undefined;
  /** File of the image. It is written into the record, and into that of a minimal pair as `negativeFilepath`. */
  readonly filepath?: string | undefined;
  /** Other captions of the same image. A word that one of them names is not false. */
  readonly siblings?: readonly string[] | undefined;
}

/** A text alone, or with what is known of it. @param place its name in messages @throws {InputError} for anything else */
export function captionOf<T extends Caption>(item: string | T, place: string): T {
  if (typeof item === 'string') return { caption: item } as T;
  checked(place, () => checkCaption(item, place));
  return item;
}

function checkCaption(item: unknown, place: string): void {
  if (typeof item !== 'object' || item === null || typeof (item as Caption).caption !== 'string') {
    const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
    const named = (of: object) =>
      'caption' in of ? `one whose caption is ${shown(of.caption)}` : 'an object without caption';
    const got = isObject ? named(item) : shown(item);
    throw new InputError(
      `${place} must be a string or { caption: "…", id?, imageId?, filepath?, siblings? }, got ${got}.`,
    );
  }
  if ('image_id' in item) {
    throw new InputError(`${place} has the field image_id, which is not read; call it imageId.`);
  }
  const { id, imageId, filepath, siblings } = item as Record<string, unknown>;
  for (const [name, value] of Object.entries({ id, imageId, filepath })) {
    if (value === undefined || typeof value === 'string') continue;
    throw new InputError(
      `${place}: ${name} must be a string, got ${shown(value)}; leave it out if there is none.`,
    );
  }
  if (siblings === undefined) return;
  if (!Array.isArray(siblings) || ![...siblings].every((sibling) => typeof sibling === 'string')) {
    throw new InputError(`${place}: siblings must be an array of captions, got ${shown(siblings)}.`);
  }
}

/** The captions of a stream. @param name what messages call the function @throws {InputError} for what is no stream, and one that holds something else */
export async function* captionsOf<T extends Caption>(
  captions: Iterable<string | T> | AsyncIterable<string | T>,
  name: string,
): AsyncGenerator<T> {
  let place = 0;
  for await (const item of streamOf(captions, name)) {
    place += 1;
    yield captionOf(item, `${name}: caption ${place}`);
  }
}

/** Takes the iterator of a stream, which is looked at once. */
function streamOf<T>(captions: Iterable<T> | AsyncIterable<T>, name: string): Iterable<T> | AsyncIterable<T> {
  return checked(`${name}: captions`, () => {
    if (typeof captions === 'object' && captions !== null) {
      const given = captions as Partial<Iterable<T> & AsyncIterable<T>>;
      const iterator = given[Symbol.asyncIterator]?.();
      if (typeof iterator?.next === 'function') return { [Symbol.asyncIterator]: () => iterator };
      const plain = given[Symbol.iterator]?.();
      if (typeof plain?.next === 'function') return { [Symbol.iterator]: () => plain };
    }
    throw new InputError(
      `${name}: captions must be an array, a generator or a stream, got ${shown(captions)}.`,
    );
  });
}

/**
 * Runs the checks of a value that a caller passed. An error that the value itself throws when it is looked at (a revoked
 * proxy, a getter, an iterator that is not one) becomes a sentence as well.
 *
 * @throws {InputError}
 */
export function checked<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`${place} can't be read: it throws an error of its own; pass plain data.`);
  }
}
