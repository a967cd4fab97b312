import { type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Heap } from './heap';
import { numbered } from './numbered';

/**
 * Inputs theta0, theta1, … and g0, g1, … of their shapes, the moments m and v of all of them one after another, and, or
 * not, the scalar scale that each g is multiplied with → the next thetas, m and v. The attributes are numbers, as in
 * assembly/adamw.ts.
 */
export function adamW(heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { m, v } = inputs as Record<'m' | 'v', TensorInfo>;
  const { beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize } = attributes;
  const numbers = [beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize].map(Number);
  const slopes = numbered(inputs, 'g');
  const thetas = numbered(inputs, 'theta');
  const next = [...thetas, m, v].map(({ shape }) => heap.output(shape));
  const moments = [m, v, ...next.slice(-2)].map((each) => heap.address(each));
  const scale = inputs.scale === undefined ? 0 : heap.address(inputs.scale);
  let done = 0;
  thetas.forEach((theta, i) => {
    const size = util.sizeFromShape(theta.shape);
    const [fromM, fromV, toM, toV] = moments.map((address) => address + 4 * done) as [
      number,
      number,
      number,
      number,
    ];
    const to = heap.address(next[i]!);
    const [from, slope] = [heap.address(theta), heap.address(slopes[i]!)];
    heap.kernels.adamW(size, from, slope, fromM, fromV, ...numbers, scale, to, toM, toV);
    done += size;
  });
  return next;
}

/** √Σx² over all numbers of the inputs x0, x1, …, summed in double precision, as a scalar. */
export function norm(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const sum = numbered(inputs, 'x').reduce(
    (total, x) => total + heap.kernels.sumOfSquares(util.sizeFromShape(x.shape), heap.address(x)),
    0,
  );
  const found = heap.output([]);
  heap.kernels.write(Math.sqrt(sum), heap.address(found));
  return found;
}
