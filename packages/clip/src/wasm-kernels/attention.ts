import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';

/** Inputs queries [batch·m, width], keysValues [batch·n, 2·width], mask? [1 or batch, m, n] → out, weights [batch, heads, m, n]. */
export function attention(heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { queries, keysValues } = inputs as Record<'queries' | 'keysValues', TensorInfo>;
  const mask = inputs.mask;
  const { batch, heads, m, n, width, scale } = sizes(queries, keysValues, attributes);
  const weights = heap.output([batch, heads, m, n]);
  const out = heap.output(queries.shape);
  heap.kernels.attention(
    batch,
    heads,
    m,
    n,
    width,
    scale,
    heap.address(queries),
    heap.address(keysValues),
    mask === undefined ? 0 : heap.address(mask),
    mask === undefined || mask.shape[0] === 1 ? 0 : 4 * m * n,
    heap.address(weights),
    heap.address(out),
    heap.work,
  );
  return [out, weights];
}

/** Inputs queries, keysValues, weights and dy → the gradients of the first two. */
export function attentionGradient(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo[] {
  const { queries, keysValues, weights, dy } = inputs as Record<
    'queries' | 'keysValues' | 'weights' | 'dy',
    TensorInfo
  >;
  const { batch, heads, m, n, width, scale } = sizes(queries, keysValues, attributes);
  const gradients = [heap.output(queries.shape), heap.output(keysValues.shape)];
  heap.withScratch(4 * m * n, (scratch) => {
    heap.kernels.attentionGradient(
      batch,
      heads,
      m,
      n,
      width,
      scale,
      ...[queries, keysValues, weights, dy, ...gradients].map((each) => heap.address(each)),
      scratch,
      heap.work,
    );
  });
  return gradients;
}

function sizes(queries: TensorInfo, keysValues: TensorInfo, attributes: NamedAttrMap) {
  const batch = Number(attributes.batch);
  const heads = Number(attributes.heads);
  const width = queries.shape[1]!;
  const m = queries.shape[0]! / batch;
  const n = keysValues.shape[0]! / batch;
  return { batch, heads, m, n, width, scale: 1 / Math.sqrt(width / heads) };
}
