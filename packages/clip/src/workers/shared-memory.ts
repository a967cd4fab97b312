import { InputError } from '@slipform/kit/errors/input-error';
import { viewInHeap } from '@slipform/tfjs-kernels/registry';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Whether threads can share memory: in Node always, in a page where it is cross-origin isolated. */
export function canShareMemory(): boolean {
  return typeof SharedArrayBuffer === 'function' && globalThis.crossOriginIsolated !== false;
}

/** Shared memory that is taken once and used again, until more is asked for. */
export class Floats {
  private region = sharedFloats(0);

  /** Arrays of these lengths, one behind the other. What the last call gave is overwritten. */
  parts(lengths: readonly number[]): Float32Array[] {
    const all = lengths.reduce((a, b) => a + b, 0);
    if (all > this.region.length) this.region = sharedFloats(all);
    let end = 0;
    return lengths.map((length) => {
      end += length;
      return this.region.subarray(end - length, end);
    });
  }
}

/** So many zeros that threads share. @throws {InputError} where there is no memory for them */
export function sharedFloats(length: number): Float32Array<SharedArrayBuffer> {
  try {
    return new Float32Array(new SharedArrayBuffer(4 * length));
  } catch (error) {
    throw new InputError(
      `workers: there is no memory for ${Math.ceil((4 * length) / 2 ** 20)} MiB that threads share; use fewer workers, or smaller batches.`,
      { cause: error },
    );
  }
}

/** Arrays one behind the other. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Copies a tensor's numbers; on wasm straight out of the heap, where `dataSync` would make an array for each tensor. */
export function copyValues(x: Tensor, into: Float32Array): void {
  into.set(viewInHeap(x) ?? (x.dataSync() as Float32Array));
}

/** Adds numbers `from` to `to` of all arrays up, in their order, into the first one; returns Σ of the sums' squares. */
export function sumSlice(arrays: readonly Float32Array[], from: number, to: number): number {
  const [total, ...others] = arrays as [Float32Array, ...Float32Array[]];
  for (const other of others) {
    for (let i = from; i < to; i++) total[i]! += other[i]!;
  }
  let squares = 0;
  for (let i = from; i < to; i++) squares += total[i]! * total[i]!;
  return squares;
}
