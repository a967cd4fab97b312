import { fromBrain, fromHalf } from '@slipform/kit/formats/half-float';

/** Types of numbers that weights may have. */
export const weightTypes: readonly string[] = ['F32', 'F16', 'BF16', 'F64'];

/** The values of a tensor's bytes as float32; of F32 they are the bytes themselves, without a copy. */
export function tensorValues(bytes: Uint8Array<ArrayBuffer>, dtype: string): Float32Array<ArrayBuffer> {
  const { buffer } = bytes;
  if (dtype === 'F32') return new Float32Array(buffer);
  if (dtype === 'BF16') return fromBrain(new Uint16Array(buffer));
  if (dtype === 'F16') return fromHalf(new Uint16Array(buffer));
  return Float32Array.from(new Float64Array(buffer));
}
