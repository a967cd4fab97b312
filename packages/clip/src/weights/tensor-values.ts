import { InputError } from '../input-error';
import type { TensorEntry } from './safetensors-header';

/** A tensor's values as float32, from F32, F16 or BF16; a copy, so that the file's bytes can be let go. */
export function tensorValues(bytes: Uint8Array, entry: TensorEntry, file: string): Float32Array {
  const raw = bytes.slice(entry.start, entry.end).buffer;
  if (entry.dtype === 'F32') return new Float32Array(raw);
  if (entry.dtype === 'BF16') {
    const upper = Uint32Array.from(new Uint16Array(raw), (half) => half << 16);
    return new Float32Array(upper.buffer);
  }
  if (entry.dtype === 'F16') return Float32Array.from(new Uint16Array(raw), halfToFloat);
  throw new InputError(`${file}: the tensor ${entry.name} must be F32, F16 or BF16, got ${entry.dtype}.`);
}

/** IEEE 754 binary16 → number: sign, 5 bits of exponent, 10 of fraction. */
function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
