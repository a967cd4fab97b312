/** Vectors in a byte a number: row r is `scales[r] · values[r · width …]`. */
export interface Vectors {
  readonly count: number;
  readonly width: number;
  /** [count] */
  readonly scales: Float32Array;
  /** [count, width], −127 to 127. */
  readonly values: Int8Array;
}

const most = 127;

/**
 * Rounds vectors to bytes, each by its own largest number: v ≈ s · round(v / s) with s = max |v| / 127. The scales stand
 * first, as float32 in the order of x86 and ARM, then the bytes.
 *
 * @param rows [count, width]
 */
export function packVectors(rows: Float32Array, width: number): Uint8Array<ArrayBuffer> {
  const count = rows.length / width;
  const bytes = new Uint8Array(count * (4 + width));
  const { scales, values } = unpackVectors(bytes, width);
  for (let row = 0; row < count; row++) {
    let largest = 0;
    for (let at = 0; at < width; at++) largest = Math.max(largest, Math.abs(rows[row * width + at]!));
    const scale = Math.fround(largest / most);
    scales[row] = scale;
    for (let at = row * width; at < (row + 1) * width; at++) {
      values[at] = scale === 0 ? 0 : Math.max(-most, Math.min(most, Math.round(rows[at]! / scale)));
    }
  }
  return bytes;
}

/** Reads what {@link packVectors} wrote, without a copy. Throws where the length does not fit. */
export function unpackVectors(bytes: Uint8Array<ArrayBuffer>, width: number): Vectors {
  const count = bytes.byteLength / (4 + width);
  if (!Number.isInteger(count)) {
    throw new Error(`A file of vectors has ${bytes.byteLength} bytes, which is no multiple of ${4 + width}.`);
  }
  return {
    count,
    width,
    scales: new Float32Array(bytes.buffer, bytes.byteOffset, count),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + 4 * count, count * width),
  };
}

/** Row `row` as numbers again, [width]. */
export function vectorAt({ width, scales, values }: Vectors, row: number): Float32Array {
  return Float32Array.from({ length: width }, (_, at) => values[row * width + at]! * scales[row]!);
}

/** Dot products of a query [width] with each row; with vectors of unit length they are cosines. */
export function dotProducts({ count, width, scales, values }: Vectors, query: Float32Array): Float32Array {
  const products = new Float32Array(count);
  for (let row = 0, start = 0; row < count; row++, start += width) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += query[at]! * values[start + at]!;
    products[row] = sum * scales[row]!;
  }
  return products;
}
