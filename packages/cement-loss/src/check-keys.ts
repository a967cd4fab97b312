import { Tensor } from '@tensorflow/tfjs-core';
import { refuse } from './refuse';

/** Refuses what is no plain object; a tensor is what tf.losses take in its place. */
export function checkObject(op: string, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Tensor) {
    refuse(
      op,
      name,
      'be an object',
      value,
      value instanceof Tensor ? ' (for model.compile: asLayersLoss)' : '',
    );
  }
}

/** Refuses what is neither true nor false: null or 'no' would be one of them by accident. */
export function checkBoolean(op: string, name: string, value: unknown): void {
  if (typeof value !== 'boolean') refuse(op, name, 'be true or false', value);
}

/**
 * Refuses options that are no object, and keys that nobody reads: a misspelt option would change nothing in silence.
 * The error lists the keys that there are.
 *
 * @param known Their names, separated by commas or spaces; what stands between brackets is an explanation.
 */
export function checkKeys(op: string, options: object, known: string): void {
  checkObject(op, 'options', options);
  for (const key of Object.keys(options)) {
    if (!known.split(/[, ]+/).includes(key)) {
      throw new Error(`${op}: there is no option ${JSON.stringify(key)}; there are ${known}`);
    }
  }
}
