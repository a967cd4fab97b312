import { shown } from '@slipform/kit/text/printable';
import { getBackend, type Tensor2D } from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import { InputError } from '../input-error';
import type { TextTowerConfig } from './clip-config';

/** Throws an InputError for what are no tokens of the text tower. */
export function checkTokens(tokens: Tensor2D, { contextLength, vocabularySize }: TextTowerConfig): void {
  checkTensor('encodeTexts', 'tokens', tokens);
  if (tokens.rank !== 2 || tokens.dtype !== 'int32') {
    throw new InputError(
      `encodeTexts: tokens must be int32 [batch, length], got ${tokens.dtype} [${tokens.shape}].`,
    );
  }
  if (tokens.shape[1] < 1 || tokens.shape[1] > contextLength) {
    throw new InputError(
      `encodeTexts: tokens must have 1 to ${contextLength} columns (the model's context length), got ${tokens.shape[1]}; truncate the texts.`,
    );
  }
  // wasm reads whatever lies behind the table when an id is too large, so look before it does.
  if (whereValuesLie(getBackend()) === 'device') return;
  const ids = tokens.dataSync();
  const wrong = ids.findIndex((id) => id < 0 || id >= vocabularySize);
  if (wrong >= 0) {
    throw new InputError(
      `encodeTexts: tokens must lie in [0, ${vocabularySize - 1}], got ${ids[wrong]} at row ${Math.floor(wrong / tokens.shape[1])}; is the tokenizer the model's own?`,
    );
  }
}

/** By what it has: tfjs may be there twice. */
export function checkTensor(place: string, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && 'shape' in value && 'dtype' in value) return;
  throw new InputError(`${place}: ${name} must be a tensor, got ${shown(value)}.`);
}
