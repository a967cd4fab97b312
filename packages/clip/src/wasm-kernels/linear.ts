import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/** y = x·[W₀; W₁; …]ᵀ + [b₀; b₁; …], for inputs x [rows, in], w0, w1, … [out, in] and, or not, b0, b1, … [out]. */
export function linear(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const x = inputs.x!;
  const [rows, size] = x.shape as [number, number];
  const weights = numbered(inputs, 'w');
  const biases = numbered(inputs, 'b');
  const width = weights.reduce((sum, { shape }) => sum + shape[0]!, 0);
  const y = heap.output([rows, width]);
  let column = 0;
  weights.forEach((weight, i) => {
    const out = weight.shape[0]!;
    heap.kernels.product(
      0,
      1,
      rows,
      out,
      size,
      heap.address(x),
      4 * size,
      heap.address(weight),
      4 * size,
      heap.address(y) + 4 * column,
      4 * width,
      biases.length === 0 ? 0 : heap.address(biases[i]!),
      0,
      heap.work,
    );
    column += out;
  });
  return y;
}

/** dx = dy·W, dWᵢ = dyᵢᵀ·x and, with `biases`, dbᵢ = Σ_rows dyᵢ: one after another, for inputs x, dy, w0, w1, … */
export function linearGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  { biases }: { readonly biases?: unknown },
): TensorInfo[] {
  const { x, dy } = inputs as { readonly x: TensorInfo; readonly dy: TensorInfo };
  const [rows, size] = x.shape as [number, number];
  const weights = numbered(inputs, 'w');
  const dyRow = 4 * dy.shape[1]!;
  const dx = heap.output(x.shape);
  const dWeights = weights.map((weight) => heap.output(weight.shape));
  const dBiases = biases === true ? weights.map((weight) => heap.output([weight.shape[0]!])) : [];
  let from = heap.address(dy);
  weights.forEach((weight, i) => {
    const out = weight.shape[0]!;
    const product = (...args: number[]) => heap.kernels.product(...args, heap.work);
    const accumulate = i === 0 ? 0 : 1;
    const w = heap.address(weight);
    product(0, 0, rows, size, out, from, dyRow, w, 4 * size, heap.address(dx), 4 * size, 0, accumulate);
    const dW = heap.address(dWeights[i]!);
    product(1, 0, out, size, rows, from, dyRow, heap.address(x), 4 * size, dW, 4 * size, 0, 0);
    if (dBiases[i] !== undefined) heap.kernels.columnSum(rows, out, from, dyRow, heap.address(dBiases[i]));
    from += 4 * out;
  });
  return [dx, ...dWeights, ...dBiases];
}

/** Inputs `w0`, `w1`, … in order. */
function numbered(inputs: NamedTensorInfoMap, letter: string): TensorInfo[] {
  const found: TensorInfo[] = [];
  for (let i = 0; inputs[`${letter}${i}`] !== undefined; i++) found.push(inputs[`${letter}${i}`]!);
  return found;
}
