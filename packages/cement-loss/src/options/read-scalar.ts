import { type Scalar, scalar, type Tensor } from '@tensorflow/tfjs-core';
import { isNumber } from './check-number';
import { isTensor, refuse } from './refuse';

/** A number or a scalar tensor as a scalar tensor. `fits` says whether a number is one that `rule` allows. */
export function readScalar(
  op: string,
  name: string,
  value: number | Tensor,
  rule: string,
  fits: (value: number) => boolean,
): Scalar {
  if (isNumber(value) && fits(value)) return scalar(value);
  if (isTensor(value) && !value.isDisposed && value.rank === 0 && value.dtype === 'float32') {
    return value as Scalar;
  }
  return refuse(op, name, `be a ${rule} or a float32 scalar tensor`, value);
}

/** The inverse temperature 1/τ. Default: CLIP's first one, τ = 0.07. */
export function readLogitScale(op: string, logitScale: number | Tensor = 1 / 0.07): Scalar {
  return readScalar(
    op,
    'logitScale',
    logitScale,
    'positive number (1/τ, like 1 / 0.07)',
    (value) => value > 0,
  );
}
