import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from './checked';

export interface CaptionContext {
  /** Id of the caption. It is written into the record, and random draws depend on seed, id and caption. */
  readonly id?: string | undefined;
  /** Other captions of the same image. A word that one of them names is not false. */
  readonly siblings?: readonly string[] | undefined;
}

export interface CaptionInput extends CaptionContext {
  readonly caption: string;
  /** Id of the image. Captions of one image that follow each other are siblings, if no siblings are given. */
  readonly imageId?: string | undefined;
  /** File of the image. It is written into the record, and into that of a natural partner as `negativeFilepath`. */
  readonly filepath?: string | undefined;
}

/** @throws {InputError} if an item, which is no string, is not a caption with its context. @param place its name in messages */
export function checkStreamed(input: unknown, place: string): asserts input is CaptionInput {
  checked(place, () => {
    if (typeof input !== 'object' || input === null || typeof (input as CaptionInput).caption !== 'string') {
      const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
      const named = (of: object) =>
        'caption' in of ? `one whose caption is ${shown(of.caption)}` : 'an object without caption';
      const got = isObject ? named(input) : shown(input);
      throw new InputError(
        `${place} must be a string or { caption: "…", id?, imageId?, filepath?, siblings? }, got ${got}.`,
      );
    }
    if ('image_id' in input) {
      throw new InputError(`${place} has the field image_id, which is not read; call it imageId.`);
    }
    checkContext(input, place);
  });
}

/** @throws {InputError} if an id is not a string, or siblings is not an array of strings */
export function checkContext(input: object, place: string): asserts input is CaptionContext {
  checked(place, () => {
    const { id, imageId, filepath, siblings } = input as Record<string, unknown>;
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
  });
}

/**
 * Checks a stream of captions and takes its iterator.
 *
 * @throws {InputError} if it is not iterable, or is a single text
 */
export function streamOf<T>(
  captions: Iterable<T> | AsyncIterable<T>,
  place: string,
): Iterable<T> | AsyncIterable<T> {
  return checked(`${place}: captions`, () => {
    if (typeof captions === 'object' && captions !== null) {
      const given = captions as Partial<Iterable<T> & AsyncIterable<T>>;
      const iterator = given[Symbol.asyncIterator]?.();
      if (typeof iterator?.next === 'function') return { [Symbol.asyncIterator]: () => iterator };
      const plain = given[Symbol.iterator]?.();
      if (typeof plain?.next === 'function') return { [Symbol.iterator]: () => plain };
    }
    throw new InputError(
      `${place}: captions must be an array, a generator or a stream, got ${shown(captions)}.`,
    );
  });
}
