import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';

/** tfjs's own kernel of a name on the wasm backend, for the same inputs. */
export type OwnKernel = (attributes: NamedAttrMap) => TensorInfo;

/**
 * A kernel under a name that tfjs knows. Where it returns undefined, tfjs's own of that name is run, if the backend
 * has one.
 */
export type TfjsKernel = (
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
  own?: OwnKernel,
) => TensorInfo | undefined;

/** Whether the kernels can read all of these. */
export const allFloats = (...tensors: readonly TensorInfo[]) =>
  tensors.every(({ dtype }) => dtype === 'float32');

/** Whether the product of so many columns can add it. */
export const isBiasOf = (columns: number, bias: TensorInfo | undefined) =>
  bias === undefined || (allFloats(bias) && bias.shape.length === 1 && bias.shape[0] === columns);
