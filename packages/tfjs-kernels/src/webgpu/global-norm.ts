import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type GpuBackend, rowwise } from './program';

/** WebGPU promises eight tensors to a program; one is the result, and one the sums of the programs before. */
const tensorsAtOnce = 6;

/** As many threads add up squares at the same time. */
const lanes = 4096;

/** √Σx² over all numbers of all tensors, a scalar. */
export function globalNorm(backend: GpuBackend, tensors: readonly TensorInfo[]): TensorInfo {
  let sums: TensorInfo | undefined;
  for (let start = 0; start < tensors.length; start += tensorsAtOnce) {
    const before: TensorInfo | undefined = sums;
    sums = addSquares(backend, tensors.slice(start, start + tensorsAtOnce), before);
    if (before !== undefined) backend.disposeData(before.dataId);
  }
  const norm = rowwise(backend, {
    key: 'globalNorm',
    inputs: { sums: sums! },
    shape: [],
    rows: 1,
    body: `
      var sum = 0.0;
      for (var i = thread; i < ${lanes}; i += threads) {
        sum += sums[i];
      }
      let whole = total(sum);
      if (thread == 0 && row < rows) {
        setOutputAtIndex(0, sqrt(whole));
      }`,
  });
  backend.disposeData(sums!.dataId);
  return norm;
}

function addSquares(
  backend: GpuBackend,
  tensors: readonly TensorInfo[],
  before: TensorInfo | undefined,
): TensorInfo {
  const named = tensors.map((x, i) => [`x${i}`, x] as const);
  const sizes = named.map(
    ([name, { shape }]) => [`${name}Size`, ['i32', shape.reduce((a, b) => a * b, 1)]] as const,
  );
  return elementwise(backend, {
    key: 'squareSums',
    inputs: { ...(before === undefined ? {} : { before }), ...Object.fromEntries(named) },
    uniforms: Object.fromEntries(sizes),
    shape: [lanes],
    body: `
      ${before === undefined ? '' : 'value = before[index];'}
      ${named
        .map(
          ([name]) => `
      for (var at = index; at < uniforms.${name}Size; at += ${lanes}) {
        value += ${name}[at] * ${name}[at];
      }`,
        )
        .join('')}`,
  });
}
