import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';

/** Inputs `w0`, `w1`, … in order, for the name `w`. */
export function numbered(inputs: NamedTensorInfoMap, name: string): TensorInfo[] {
  const found: TensorInfo[] = [];
  for (let i = 0; inputs[`${name}${i}`] !== undefined; i++) found.push(inputs[`${name}${i}`]!);
  return found;
}
