/** Rounds of the iteration: axes need not be exact, only at right angles. */
const rounds = 30;
/** So many vectors, taken evenly, say how all vary. */
const maxSampled = 4000;

/**
 * The directions in which vectors vary most, by orthogonal iteration on their covariance (Golub & Van Loan, Matrix
 * Computations, §8.2): `count` vectors of length 1 at right angles to each other. The same vectors give the same axes.
 *
 * @param vectors one behind the other, `length` numbers each
 */
export function principalAxes(vectors: Float32Array, length: number, count: number): readonly Float64Array[] {
  const covariance = covarianceOf(vectors, length);
  let axes = Array.from({ length: count }, (_, axis) =>
    Float64Array.from({ length }, (_, at) => Math.cos((Math.PI * (at + 0.5) * (axis + 1)) / length)),
  );
  atRightAngles(axes);
  for (let round = 0; round < rounds; round++) {
    axes = axes.map((axis) =>
      Float64Array.from({ length }, (_, row) => {
        // A little of the axis itself keeps one in whose direction nothing varies.
        let sum = 1e-12 * axis[row]!;
        for (let at = 0; at < length; at++) sum += covariance[row * length + at]! * axis[at]!;
        return sum;
      }),
    );
    atRightAngles(axes);
  }
  return axes;
}

function covarianceOf(vectors: Float32Array, length: number): Float64Array {
  const count = vectors.length / length;
  const step = Math.max(1, Math.ceil(count / maxSampled));
  const mean = new Float64Array(length);
  const sampled = Math.max(1, Math.ceil(count / step));
  for (let index = 0; index < count; index += step) {
    for (let at = 0; at < length; at++) mean[at]! += vectors[index * length + at]! / sampled;
  }
  const covariance = new Float64Array(length * length);
  const centred = new Float64Array(length);
  for (let index = 0; index < count; index += step) {
    for (let at = 0; at < length; at++) centred[at] = vectors[index * length + at]! - mean[at]!;
    for (let row = 0; row < length; row++) {
      const factor = centred[row]! / sampled;
      for (let at = 0; at < length; at++) covariance[row * length + at]! += factor * centred[at]!;
    }
  }
  return covariance;
}

/** In place: Gram–Schmidt, twice, since once leaves what rounding does. */
function atRightAngles(axes: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    axes.forEach((axis, index) => {
      for (const before of axes.slice(0, index)) {
        const share = product(axis, before);
        for (let at = 0; at < axis.length; at++) axis[at]! -= share * before[at]!;
      }
      const size = Math.sqrt(product(axis, axis));
      for (let at = 0; at < axis.length; at++) axis[at]! /= size;
    });
  }
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
