import { type FieldNames, refuseUnknownOptions } from '@slipform/kit/options/refuse-unknown-options';
import { shown } from '@slipform/kit/text/printable';
import { checkSignal } from '../files/open-source';
import { InputError } from '../input-error';
import type { EmbedImagesOptions } from './clip-encoder';

export const embedOptionNames: FieldNames<EmbedImagesOptions> = {
  batchSize: true,
  signal: true,
  onProgress: true,
  onError: true,
};

/** Throws an InputError for an option that there isn't, or one with a value that it can't have. */
export function checkEmbedOptions(place: string, options: EmbedImagesOptions): void {
  refuseUnknownOptions(place, options, embedOptionNames);
  const { batchSize, signal, onProgress, onError } = options;
  if (batchSize !== undefined && (!Number.isInteger(batchSize) || batchSize < 1)) {
    throw new InputError(`${place}: batchSize must be an integer from 1, got ${shown(batchSize)}.`);
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new InputError(`${place}: onProgress must be a function, got ${shown(onProgress)}.`);
  }
  if (onError !== undefined && onError !== 'throw' && onError !== 'skip') {
    throw new InputError(`${place}: onError must be 'throw' or 'skip', got ${shown(onError)}.`);
  }
  checkSignal(place, signal);
}
