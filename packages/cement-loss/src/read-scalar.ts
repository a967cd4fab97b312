import { type Scalar, scalar, Tensor } from '@tensorflow/tfjs-core';
import { describe } from './to-tensor';

/** A number or a scalar tensor as a scalar tensor, checked. `rule` says what is wrong with a number, or nothing. */
export function readScalar(
  op: string,
  name: string,
  value: number | Tensor,
  rule: (value: number) => string | undefined,
): Scalar {
  if (typeof value === 'number') {
    const broken = rule(value);
    if (broken) throw new Error(`${op}: ${name} ${broken}`);
    return scalar(value);
  }
  if (!(value instanceof Tensor)) {
    throw new Error(`${op}: ${name} must be a number or a scalar tensor, got ${describe(value)}`);
  }
  if (value.rank !== 0 || value.dtype !== 'float32') {
    const found = `shape [${value.shape.join(', ')}] of ${value.dtype}`;
    throw new Error(`${op}: ${name} must be a scalar of dtype float32, got ${found}; reshape it to []`);
  }
  return value as Scalar;
}

/** The inverse temperature 1/τ. Default: CLIP's first one, τ = 0.07. */
export function readLogitScale(op: string, logitScale: number | Tensor = 1 / 0.07): Scalar {
  return readScalar(op, 'logitScale', logitScale, (value) =>
    Number.isFinite(value) && value > 0
      ? undefined
      : `must be a positive number, got ${value}; it is 1/τ, for example 1 / 0.07`,
  );
}
