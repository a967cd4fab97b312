import { InputError } from '@slipform/concreteness';
import { show } from './show';

export interface CaptionContext {
  /** The caption's own id: it is written into the record, and the random draws derive from seed, id and caption. */
  readonly id?: string | undefined;
  /** Other captions of the same image: what one of them names is not false. */
  readonly siblings?: readonly string[] | undefined;
}

export interface CaptionInput extends CaptionContext {
  readonly caption: string;
  /** Captions that follow each other with one image id are each other's siblings, where none are given. */
  readonly imageId?: string | undefined;
}

/** @throws {InputError} for what is no caption with its context. @param place how a message calls it */
export function checkCaption(input: unknown, place: string): asserts input is CaptionInput {
  if (typeof input !== 'object' || input === null || typeof (input as CaptionInput).caption !== 'string') {
    const isNamed = typeof input === 'object' && input !== null && 'caption' in input;
    const got = isNamed ? `one whose caption is ${show(input.caption)}` : show(input);
    throw new InputError(`${place} must be { caption: "…", id?, imageId?, siblings? }, got ${got}.`);
  }
  if ('image_id' in input) {
    throw new InputError(`${place} has an image_id, which would go unread; call it imageId.`);
  }
  checkSiblings((input as CaptionInput).siblings, place);
}

/** @throws {InputError} for siblings that are no list of texts */
export function checkSiblings(siblings: unknown, place: string): void {
  if (siblings === undefined) return;
  if (!Array.isArray(siblings) || !siblings.every((sibling) => typeof sibling === 'string')) {
    throw new InputError(`${place}: siblings must be an array of captions, got ${show(siblings)}.`);
  }
}

/** @throws {InputError} for what can't be gone through, or is a single text */
export function checkStream(captions: unknown, place: string): void {
  const isIterable =
    typeof captions === 'object' &&
    captions !== null &&
    (Symbol.iterator in captions || Symbol.asyncIterator in captions);
  if (!isIterable) {
    throw new InputError(
      `${place}: captions must be an array, a generator or a stream, got ${show(captions)}.`,
    );
  }
}
