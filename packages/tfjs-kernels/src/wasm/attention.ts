import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/**
 * Inputs queries [batch·m, width] and keysValues [batch·n, 2·width], or both side by side as asked [batch·n, 3·width],
 * and mask? [1 or batch, m, n] → out [batch·m, width], weights [batch, heads, m, n].
 */
export function attention(heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { mask } = inputs;
  const { tensors, sizes, rows, width, batch, heads, m, n } = layout(inputs, attributes);
  const weights = heap.output([batch, heads, m, n]);
  const out = heap.output([batch * m, width]);
  heap.kernels.attention(
    ...sizes,
    ...placed(heap, tensors, rows, width),
    mask === undefined ? 0 : heap.address(mask),
    mask === undefined || mask.shape[0] === 1 ? 0 : 4 * m * n,
    heap.address(weights),
    heap.address(out),
    heap.work,
  );
  return [out, weights];
}

/** Inputs as of {@link attention}, weights and dy → the gradients of the first two, or of asked. */
export function attentionGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo[] {
  const { weights, dy } = inputs as Record<'weights' | 'dy', TensorInfo>;
  const { tensors, sizes, rows, width, m, n } = layout(inputs, attributes);
  const gradients = tensors.map(({ shape }) => heap.output(shape));
  const [dQueries, , dKeysValues] = placed(heap, gradients, rows, width);
  heap.withScratch(4 * m * n, (scratch) => {
    heap.kernels.attentionGradient(
      ...sizes,
      ...placed(heap, tensors, rows, width),
      ...[heap.address(weights), heap.address(dy), dQueries!, dKeysValues!, scratch, heap.work],
    );
  });
  return gradients;
}

/** Where queries lie, and how far apart their rows; the same for keys and values. */
function placed(
  heap: Heap,
  tensors: readonly TensorInfo[],
  [queryRow, keyRow]: readonly [number, number],
  width: number,
): number[] {
  const [first, second] = tensors as [TensorInfo, TensorInfo?];
  const queries = heap.address(first);
  const keys = second === undefined ? queries + 4 * width : heap.address(second);
  return [queries, queryRow, keys, keyRow];
}

function layout(inputs: NamedTensorInfoMap, attributes: NamedAttrMap) {
  const batch = Number(attributes.batch);
  const heads = Number(attributes.heads);
  const { queries, keysValues, asked } = inputs;
  const tensors = asked === undefined ? [queries!, keysValues!] : [asked];
  const rows = tensors.map(({ shape }) => 4 * shape[1]!);
  const width = asked === undefined ? queries!.shape[1]! : asked.shape[1]! / 3;
  const [m, n] = [tensors[0]!, tensors.at(-1)!].map(({ shape }) => shape[0]! / batch) as [number, number];
  return {
    tensors,
    sizes: [batch, heads, m, n, width, 1 / Math.sqrt(width / heads)],
    rows: [rows[0]!, rows.at(-1)!] as const,
    width,
    batch,
    heads,
    m,
    n,
  };
}
