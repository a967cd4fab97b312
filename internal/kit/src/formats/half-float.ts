// 65,536 numbers: looked up, a half costs a nanosecond.
let halves: Float32Array | undefined;

/** IEEE 754 binary16 → float32, exactly. */
export function fromHalf(values: Uint16Array): Float32Array<ArrayBuffer> {
  halves ??= Float32Array.from({ length: 2 ** 16 }, (_, half) => halfValue(half));
  const floats = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) floats[i] = halves[values[i]!]!;
  return floats;
}

/** Sign, 5 bits of exponent, 10 of fraction. */
function halfValue(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** float32 → binary16, to the nearest and of two equally near to the even one; beyond 65,519 infinite. */
export function toHalf(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  const shifted = new Float32Array(1);
  const shiftedBits = new Uint32Array(shifted.buffer);
  for (let i = 0; i < halves.length; i++) {
    const sign = (bits[i]! >>> 16) & 0x8000;
    const size = bits[i]! & 0x7fffffff;
    if (size > 0x7f800000) halves[i] = sign | 0x7e00;
    else if (size >= 0x477ff000) halves[i] = sign | 0x7c00;
    // The normal halves: the exponent's bias goes from 127 to 15, and 13 bits are rounded off.
    else if (size >= 0x38800000) {
      halves[i] = sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13);
    } else {
      // Below 2^−14 halves lie 2^−24 apart, as float32 do from ½ on: adding ½ rounds.
      shifted[0] = Math.abs(values[i]!) + 0.5;
      halves[i] = sign | (shiftedBits[0]! - 0x3f000000);
    }
  }
  return halves;
}

/** bfloat16, the upper half of a float32, → float32, exactly. */
export function fromBrain(values: Uint16Array): Float32Array<ArrayBuffer> {
  const bits = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) bits[i] = values[i]! << 16;
  return new Float32Array(bits.buffer);
}

/** float32 → bfloat16, to the nearest and of two equally near to the even one. */
export function toBrain(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const brains = new Uint16Array(values.length);
  for (let i = 0; i < brains.length; i++) {
    const x = bits[i]!;
    const noNumber = (x & 0x7fffffff) > 0x7f800000;
    brains[i] = noNumber ? (x >>> 16) | 0x40 : (x + 0x7fff + ((x >>> 16) & 1)) >>> 16;
  }
  return brains;
}
