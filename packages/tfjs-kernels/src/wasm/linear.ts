import { type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/**
 * y = x·[W₀; W₁; …]ᵀ + [b₀; b₁; …] + base, for inputs x [rows, in], w0, w1, … [out, in] and, or not, b0, b1, … [out] and
 * base [rows, Σ out].
 */
export function linear(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const x = inputs.x!;
  const [rows, size] = x.shape as [number, number];
  const weights = numbered(inputs, 'w');
  const biases = numbered(inputs, 'b');
  const width = weights.reduce((sum, { shape }) => sum + shape[0]!, 0);
  const y = heap.output([rows, width]);
  const { base } = inputs;
  if (base !== undefined) heap.kernels.copy(heap.address(base), heap.address(y), bytes(base));
  const adds = Number(base !== undefined);
  stacked(heap, weights, (w) =>
    stacked(heap, biases, (b) => {
      const [from, to, row] = [heap.address(x), heap.address(y), 4 * size];
      heap.kernels.product(0, 1, rows, width, size, from, row, w, row, to, 4 * width, b, adds, heap.work, 0);
    }),
  );
  return y;
}

/**
 * dx = dy·W, dWᵢ = dyᵢᵀ·x and, with `biases`, dbᵢ = Σ_rows dyᵢ: one after another, for inputs x, dy, w0, w1, …
 */
export function linearGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  { biases }: { readonly biases?: unknown },
): TensorInfo[] {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const [rows, size] = x.shape as [number, number];
  const width = dy.shape[1]!;
  const weights = numbered(inputs, 'w');
  const dx = heap.output(x.shape);
  const dWeights = weights.map((weight) => heap.output(weight.shape));
  const dBiases = biases === true ? weights.map((weight) => heap.output([weight.shape[0]!])) : [];
  const from = heap.address(dy);
  const row = 4 * size;
  stacked(heap, weights, (w) => {
    const to = heap.address(dx);
    heap.kernels.product(0, 0, rows, size, width, from, 4 * width, w, row, to, row, 0, 0, heap.work, 0);
  });
  unstacked(heap, dBiases, (db) =>
    unstacked(heap, dWeights, (dW) => {
      const right = heap.address(x);
      heap.kernels.product(
        1,
        0,
        width,
        size,
        rows,
        from,
        4 * width,
        right,
        row,
        dW,
        row,
        0,
        0,
        heap.work,
        db,
      );
    }),
  );
  return [dx, ...dWeights, ...dBiases];
}

const bytes = (x: TensorInfo) => 4 * util.sizeFromShape(x.shape);
const total = (tensors: readonly TensorInfo[]) => tensors.reduce((sum, x) => sum + bytes(x), 0);

/** Gives `use` the address of the tensors one after another, copied if there are several; 0 if there is none. */
function stacked(heap: Heap, tensors: readonly TensorInfo[], use: (address: number) => void): void {
  if (tensors.length < 2) {
    use(tensors[0] === undefined ? 0 : heap.address(tensors[0]));
    return;
  }
  heap.withScratch(total(tensors), (start) => {
    let to = start;
    for (const x of tensors) {
      heap.kernels.copy(heap.address(x), to, bytes(x));
      to += bytes(x);
    }
    use(start);
  });
}

/** Has `fill` write the tensors one after another; if there is none, it is given 0. */
function unstacked(heap: Heap, tensors: readonly TensorInfo[], fill: (address: number) => void): void {
  if (tensors.length < 2) {
    fill(tensors[0] === undefined ? 0 : heap.address(tensors[0]));
    return;
  }
  heap.withScratch(total(tensors), (start) => {
    fill(start);
    let from = start;
    for (const x of tensors) {
      heap.kernels.copy(from, heap.address(x), bytes(x));
      from += bytes(x);
    }
  });
}

/** Inputs `w0`, `w1`, … in order, for the name `w`. */
export function numbered(inputs: NamedTensorInfoMap, name: string): TensorInfo[] {
  const found: TensorInfo[] = [];
  for (let i = 0; inputs[`${name}${i}`] !== undefined; i++) found.push(inputs[`${name}${i}`]!);
  return found;
}
