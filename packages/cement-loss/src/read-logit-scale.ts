import { type Scalar, scalar, Tensor } from '@tensorflow/tfjs-core';
import { describe } from './to-tensor';

/** The inverse temperature 1/τ as a scalar tensor, checked. Default: CLIP's first one, τ = 0.07. */
export function readLogitScale(op: string, logitScale: number | Tensor = 1 / 0.07): Scalar {
  if (typeof logitScale === 'number') {
    if (Number.isFinite(logitScale) && logitScale > 0) return scalar(logitScale);
    throw new Error(
      `${op}: logitScale must be a positive number, got ${logitScale}; it is 1/τ, for example 1 / 0.07`,
    );
  }
  if (!(logitScale instanceof Tensor)) {
    throw new Error(`${op}: logitScale must be a number or a scalar tensor, got ${describe(logitScale)}`);
  }
  if (logitScale.rank !== 0 || logitScale.dtype !== 'float32') {
    const found = `shape [${logitScale.shape.join(', ')}] of ${logitScale.dtype}`;
    throw new Error(`${op}: logitScale must be a scalar of dtype float32, got ${found}; reshape it to []`);
  }
  return logitScale as Scalar;
}
