import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type GpuBackend } from './program';

/** Rows that one thread adds up at first. */
const rowsAtOnce = 64;

/**
 * Sums over rows, [rows, columns] → [columns], in two steps, so that many threads work on a tall matrix. `term` is WGSL for
 * what is added at `at` of the inputs, in the row `row` and the column `column`.
 */
export function columnSum(
  backend: GpuBackend,
  inputs: Readonly<Record<string, TensorInfo>>,
  [rows, columns]: readonly [rows: number, columns: number],
  { key, term }: { readonly key: string; readonly term: string },
): TensorInfo {
  const parts = Math.ceil(rows / rowsAtOnce);
  const partial = elementwise(backend, {
    key,
    inputs,
    uniforms: { rows: ['i32', rows], columns: ['i32', columns] },
    shape: [parts, columns],
    body: `
      let column = index % uniforms.columns;
      let first = index / uniforms.columns * ${rowsAtOnce};
      for (var row = first; row < min(first + ${rowsAtOnce}, uniforms.rows); row++) {
        let at = row * uniforms.columns + column;
        value += ${term};
      }`,
  });
  if (parts === 1) return { ...partial, shape: [columns] };
  const whole = columnSum(backend, { x: partial }, [parts, columns], plainSum);
  backend.disposeData(partial.dataId);
  return whole;
}

export const plainSum = { key: 'columnSum', term: 'x[at]' };
