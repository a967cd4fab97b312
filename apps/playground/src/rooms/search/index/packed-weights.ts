import { packVectors, unpackVectors } from './vectors';

/** A weight of a model. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Rows at least so wide are rounded to bytes; what is smaller stays as it is, since its sum is small. */
const widest = 16;

/** Whether a weight is a matrix whose rows are rounded: as wide as `packVectors` can lay side by side. */
export function isRounded(shape: readonly number[]): boolean {
  const width = shape.at(-1) ?? 0;
  return shape.length > 1 && width >= widest && width % 4 === 0;
}

/**
 * Weights of a model in half of float16's bytes: each row of a matrix as bytes with a scale of its own, as vectors of icons
 * are; all else as float32. Length of a header, the header, then the weights in its order, all at multiples of four bytes.
 */
export function packWeights(weights: readonly Weight[]): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify(weights.map(({ name, shape }) => [name, shape])));
  const parts = weights.map(({ shape, values }) =>
    isRounded(shape)
      ? packVectors(values, shape.at(-1)!)
      : new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  );
  const start = 4 + Math.ceil(header.length / 4) * 4;
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, start));
  new DataView(packed.buffer).setUint32(0, header.length, true);
  packed.set(header, 4);
  let at = start;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** @throws where the bytes are not what `packWeights` made */
export function unpackWeights(packed: Uint8Array<ArrayBuffer>): Weight[] {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const header: readonly [name: string, shape: readonly number[]][] = JSON.parse(
    new TextDecoder().decode(packed.subarray(4, 4 + length)),
  );
  let at = 4 + Math.ceil(length / 4) * 4;
  const weights = header.map(([name, shape]): Weight => {
    const size = shape.reduce((a, b) => a * b, 1);
    const width = shape.at(-1) ?? 1;
    const bytes = isRounded(shape) ? size + (4 * size) / width : 4 * size;
    const own = packed.slice(at, at + bytes);
    at += bytes;
    if (!isRounded(shape)) return { name, shape, values: new Float32Array(own.buffer) };
    const { scales, values } = unpackVectors(own, width);
    return {
      ...{ name, shape },
      values: Float32Array.from(values, (value, place) => value * scales[Math.floor(place / width)]!),
    };
  });
  if (at !== packed.length)
    throw new Error(`The weights have ${packed.length} bytes, not ${at}; load the page again.`);
  return weights;
}

/** Weights as a file that `loadEncoder` reads: safetensors, in float32. */
export function asSafetensors(weights: readonly Weight[]): Uint8Array<ArrayBuffer> {
  let end = 0;
  const header = weights.map(({ name, shape, values }) => {
    const start = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }] as const;
  });
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const file = new Uint8Array(8 + text.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let at = 8 + text.length;
  for (const { values } of weights) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return file;
}
