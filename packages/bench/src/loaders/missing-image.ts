import { InputError } from '@slipform/kit/errors/input-error';
import { type BenchmarkImage, isLazyImage, type LazyImage } from '../questions/question';

/** Stands for a picture that isn't there: a text-only model is asked its questions all the same. */
export interface MissingImage extends LazyImage {
  readonly missing: true;
}

export function missingImage(name: string): MissingImage {
  return { key: name, missing: true, load: refuse };
}

// One function for all of them, so that two readings of a file are equal.
async function refuse(this: MissingImage): Promise<never> {
  throw new InputError(
    `the picture ${this.key} was not found; say where it is with the option images (in a terminal: --images FOLDER).`,
  );
}

export function isMissingImage(image: BenchmarkImage): image is MissingImage {
  return isLazyImage(image) && 'missing' in image;
}
