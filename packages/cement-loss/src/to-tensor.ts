import { Tensor, type TensorLike, tensor } from '@tensorflow/tfjs-core';

/**
 * Turns an argument into a tensor as tf.losses do, and checks it: dtype for tensors, every value for arrays.
 *
 * Written here because tfjs-core does not export its own `convertToTensor`.
 *
 * @param rule Says for one value of an array what is wrong with it ("must be finite"), or nothing.
 */
export function toTensor(
  op: string,
  name: string,
  value: unknown,
  rule: (value: number, row: number) => string | undefined = mustBeFinite,
): Tensor {
  if (value instanceof Tensor) {
    if (value.dtype !== 'float32' && value.dtype !== 'int32' && value.dtype !== 'bool') {
      throw new Error(`${op}: ${name} must be a numeric tensor, got dtype ${value.dtype}; pass numbers`);
    }
    return value;
  }
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) {
    throw new Error(`${op}: ${name} must be a tensor or an array of numbers, got ${describe(value)}`);
  }
  visitNumbers(value, (entry, row) => {
    const number = typeof entry === 'boolean' ? Number(entry) : entry;
    if (typeof number !== 'number') {
      throw new Error(`${op}: ${name} must hold numbers only, got ${describe(entry)} at row ${row}`);
    }
    const broken = rule(number, row);
    if (broken) throw new Error(`${op}: ${name} ${broken} at row ${row}`);
  });
  checkRectangular(op, name, value as TensorLike);
  return tensor(value as TensorLike, undefined, 'float32');
}

/** tf.tensor itself fills ragged arrays up with NaN unless it runs in debug mode. */
function checkRectangular(op: string, name: string, array: TensorLike): void {
  const lengths: number[] = [];
  const walk = (value: unknown, depth: number, row: number): void => {
    const length = Array.isArray(value) || isTypedArray(value) ? value.length : 0;
    lengths[depth] ??= length;
    if (length !== lengths[depth]) {
      const found = `${length || 'a number'} instead of ${lengths[depth] || 'a number'}`;
      throw new Error(`${op}: ${name} must be rectangular, got ${found} entries at row ${row}`);
    }
    if (Array.isArray(value))
      for (const [index, entry] of value.entries()) walk(entry, depth + 1, depth ? row : index);
  };
  walk(array, 0, 0);
}

function mustBeFinite(value: number): string | undefined {
  return Number.isFinite(value) ? undefined : `must be finite, got ${value}`;
}

/** Calls `visit` with every entry of a nested or typed array and the row (first index) that it lies in. */
export function visitNumbers(array: unknown, visit: (entry: unknown, row: number) => void): void {
  const walk = (value: unknown, row: number): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry, row);
    else if (isTypedArray(value)) for (const entry of value) visit(entry, row);
    else visit(value, row);
  };
  if (Array.isArray(array) || isTypedArray(array)) {
    array.forEach((entry: unknown, row: number) => {
      walk(entry, row);
    });
  }
}

function isTypedArray(value: unknown): value is Float32Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** A value as an error shows it: short, and never its whole content. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return `the string ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'object' || typeof value === 'function') return `a value of type ${typeof value}`;
  return String(value);
}
