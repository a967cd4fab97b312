/** Scales a vector to unit length, in place; the zero vector stays. */
export function toUnitLength(x: Float32Array): void {
  let sum = 0;
  for (const value of x) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let i = 0; i < x.length; i++) x[i]! /= length;
}
