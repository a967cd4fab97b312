import { toBrain, toHalf } from '@slipform/kit/formats/half-float';
import { InputError } from '../input-error';
import type { WeightType } from './hugging-face-config';

/** A tensor to write, whose values are asked for when their turn comes. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: () => Promise<Float32Array>;
}

const types: Readonly<
  Record<
    WeightType,
    { readonly name: string; readonly bytes: number; readonly encode: (x: Float32Array) => ArrayBufferView }
  >
> = {
  float32: { name: 'F32', bytes: 4, encode: (x) => x },
  float16: { name: 'F16', bytes: 2, encode: toHalf },
  bfloat16: { name: 'BF16', bytes: 2, encode: toBrain },
};

/** Bytes that a tensor takes in a file. */
export function byteLength({ shape }: NamedTensor, dtype: WeightType): number {
  return shape.reduce((a, b) => a * b, types[dtype].bytes);
}

/**
 * A safetensors file with these tensors, piece by piece: by name, as Hugging Face's own writer orders them;
 * the data start at a multiple of eight bytes. The same tensors give the same bytes.
 */
export async function* writeSafetensors(
  tensors: readonly NamedTensor[],
  dtype: WeightType,
): AsyncGenerator<Uint8Array> {
  const { name: type, encode } = types[dtype];
  const sorted = [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
  let at = 0;
  const header: [string, unknown][] = [['__metadata__', { format: 'pt' }]];
  for (const tensor of sorted) {
    const end = at + byteLength(tensor, dtype);
    header.push([tensor.name, { dtype: type, shape: tensor.shape, data_offsets: [at, end] }]);
    at = end;
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
  yield length;
  yield text;
  for (const { name, values } of sorted) {
    const floats = await values();
    if (dtype === 'float16') refuseOverflow(name, floats);
    const { buffer, byteOffset, byteLength } = encode(floats);
    yield new Uint8Array(buffer, byteOffset, byteLength);
  }
}

/** What rounds to infinity in float16, though it was a number. */
function refuseOverflow(name: string, values: Float32Array): void {
  const wrong = values.find((x) => Math.abs(x) >= 65520 && Number.isFinite(x));
  if (wrong === undefined) return;
  throw new InputError(
    `saveClip: ${name} holds ${wrong}, beyond float16's largest number, 65504; save it as bfloat16 or float32.`,
  );
}
