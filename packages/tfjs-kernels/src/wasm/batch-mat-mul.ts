import { broadcast_util, type NamedAttrMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';
import { isBiasOf } from './tfjs/tfjs-kernel';

/**
 * tf.matMul of float32 tensors: all four transpose modes, batch dimensions that broadcast; and, or not, plus a bias
 * [columns]. Undefined for other types, and for a bias of another shape.
 */
export function batchMatMul(
  heap: Heap,
  { a, b, bias }: { readonly a: TensorInfo; readonly b: TensorInfo; readonly bias?: TensorInfo | undefined },
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return undefined;
  const transposeA = attributes.transposeA === true;
  const transposeB = attributes.transposeB === true;
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
  const [m, k] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [inner, n] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  util.assert(
    k === inner,
    () =>
      `Error in matMul: inner shapes (${k}) and (${inner}) of Tensors with shapes ${a.shape} and ${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`,
  );
  if (!isBiasOf(n, bias)) return undefined;
  const aBatch = a.shape.slice(0, -2);
  const bBatch = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(aBatch, bBatch);
  const out = heap.output([...batch, m, n]);
  const multiply = (rows: number, aAt: number, bAt: number, cAt: number) =>
    heap.kernels.product(
      Number(transposeA),
      Number(transposeB),
      rows,
      n,
      k,
      heap.address(a) + 4 * aAt,
      4 * aColumns,
      heap.address(b) + 4 * bAt,
      4 * bColumns,
      heap.address(out) + 4 * cAt,
      4 * n,
      bias === undefined ? 0 : heap.address(bias),
      0,
      heap.work,
    );
  const count = util.sizeFromShape(batch);
  const oneRight = util.sizeFromShape(bBatch) === 1;
  if (oneRight && !transposeA) {
    // One right side for all: the batch is but more rows.
    multiply(count * m, 0, 0, 0);
    return out;
  }
  const aIndex = broadcastIndex(aBatch, batch);
  const bIndex = broadcastIndex(bBatch, batch);
  for (let i = 0; i < count; i++) multiply(m, aIndex(i) * m * k, bIndex(i) * k * n, i * m * n);
  return out;
}

/** From the number of a matrix in the broadcast batch to its number in a batch of shape `from`. */
function broadcastIndex(from: readonly number[], to: readonly number[]): (index: number) => number {
  const sizes = [...Array<number>(to.length - from.length).fill(1), ...from];
  if (sizes.every((size, axis) => size === to[axis])) return (index) => index;
  return (index) => {
    let rest = index;
    let found = 0;
    let stride = 1;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      const at = rest % to[axis]!;
      rest = (rest - at) / to[axis]!;
      if (sizes[axis] !== 1) found += at * stride;
      stride *= sizes[axis]!;
    }
    return found;
  };
}
