import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { isTensor, reading, refuse } from '../options/refuse';

/**
 * Turns an argument into a tensor as tf.losses do, and checks it: dtype for tensors, every value for arrays.
 *
 * Written here because tfjs-core does not export its own `convertToTensor`, and tf.tensor fills ragged arrays up with
 * NaN unless it runs in debug mode.
 *
 * @param rule What the values of an array must be.
 * @param take The number that an array's entry stands for, or nothing if it breaks the rule.
 */
export function toTensor(
  op: string,
  name: string,
  value: unknown,
  rule = 'hold finite numbers',
  take: (entry: unknown) => number | undefined = finite,
): Tensor {
  if (isTensor(value)) {
    if (value.isDisposed || !/^(float|int|bool)/.test(value.dtype)) {
      refuse(op, name, 'be a numeric tensor', value);
    }
    return value;
  }
  const lengths: number[] = [];
  const numbers: number[] = [];
  const walk = (entry: unknown, depth: number, row: number): void => {
    // A number has the length −1 here. No tensor of this package has more than three dimensions.
    const length = isList(entry) ? entry.length : -1;
    lengths[depth] ??= length;
    if (length !== lengths[depth] || depth > 3) refuse(op, name, 'be rectangular', entry, ` at row ${row}`);
    if (isList(entry)) {
      for (let index = 0; index < length; index++) walk(entry[index], depth + 1, depth ? row : index);
    } else {
      const number = take(entry);
      if (number === undefined) refuse(op, name, rule, entry, ` at row ${row}`);
      numbers.push(number);
    }
  };
  reading(op, name, () => {
    if (!isList(value)) refuse(op, name, 'be a tensor or an array', value);
    walk(value, 0, 0);
  });
  return tensor(
    numbers,
    lengths.filter((length) => length >= 0),
    'float32',
  );
}

function finite(entry: unknown): number | undefined {
  const fits = typeof entry === 'number' && Number.isFinite(Math.fround(entry));
  return fits || typeof entry === 'boolean' ? Number(entry) : undefined;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
