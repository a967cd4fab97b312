import {
  clone,
  customGrad,
  dispose,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  valueAndGrads,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { distance } from './golden';
import type { LossCase } from './loss-registry';
import type { RandomBatch } from './random-batch';
import { differences } from './reference';

/** How far a loss is from its formula on the backend in use, as a share of what is allowed: all ≤ 1. */
export async function errorsOf(
  { ours, truth }: LossCase,
  { hard, tau, ...rest }: RandomBatch,
  chunkSize: number | undefined,
): Promise<number[]> {
  const { images, captions, valid, groups, textIds } = rest;
  const perRow = hard.length / images.length;
  const hardCaptions = images.map((_, i) => hard.slice(i * perRow, (i + 1) * perRow));
  const scaleRow = [[1 / tau]];
  const formula = () => truth({ ...rest, hardCaptions }, scaleRow[0]?.[0] ?? Number.NaN);
  const expected = formula();
  const slopes = [images, captions, hard, scaleRow].map((x) => differences(x, formula));

  const { value, grads } = tidy(() =>
    valueAndGrads((v: Tensor, t: Tensor, h: Tensor, logitScale: Tensor) => {
      const batch = { images: v, captions: t, hardCaptions: h, valid, groups, textIds };
      return plusNothing(ours(batch, { logitScale, ...(chunkSize && { chunkSize }) }), h);
    })([tensor(images), tensor(captions), tensor(hardCaptions), scalar(1 / tau)]),
  );
  const [found = Number.NaN] = await value.data();
  const result = [Math.abs(found - expected) / (3e-5 * (1 + Math.abs(expected)))];
  for (const [index, slope] of slopes.entries()) {
    const largest = Math.max(...slope.map(Math.abs), 1e-30);
    const gradient = [...((await grads[index]?.data()) ?? [])];
    // Gradients that vanish leave float32's rounding of what cancelled.
    result.push((distance(gradient, slope) * largest) / (3e-4 * largest + 5e-5 / tau));
  }
  dispose([value, ...grads]);
  return result;
}

/** loss + 0·x, with its gradient: tfjs refuses to differentiate by what a loss ignores. */
export function plusNothing(loss: Scalar, x: Tensor): Scalar {
  const join = customGrad((...args) => ({
    value: clone(args[0] as Tensor),
    gradFunc: (dy: Tensor) => [clone(dy), zerosLike(x)],
  }));
  return join(loss, x) as Scalar;
}
