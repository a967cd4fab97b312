import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotProducts, packVectors, unpackVectors, vectorAt } from './vectors';

const width = 4;
const someRows = fc
  .array(fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: width, maxLength: width }), {
    maxLength: 20,
  })
  .map((rows) => Float32Array.from(rows.flat()));

it('gives back each number within half a step of its row', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const vectors = unpackVectors(packVectors(rows, width), width);
      expect(vectors.count).toBe(rows.length / width);
      for (let row = 0; row < vectors.count; row++) {
        const own = rows.subarray(row * width, (row + 1) * width);
        const step = Math.max(...own.map(Math.abs)) / 127;
        vectorAt(vectors, row).forEach((value, at) => {
          expect(Math.abs(value - own[at]!)).toBeLessThanOrEqual(step * 0.501 + 1e-12);
        });
      }
    }),
  );
});

it('multiplies as the numbers themselves would', () => {
  const vectors = unpackVectors(packVectors(Float32Array.of(1, 0, 0, 0, 0.6, 0.8, 0, 0), width), width);
  const [same, other] = dotProducts(vectors, Float32Array.of(1, 0, 0, 0));
  expect(same).toBeCloseTo(1, 6);
  expect(other).toBeCloseTo(0.6, 2);
});

it('refuses a file that was cut', () => {
  const bytes = packVectors(new Float32Array(8), width);
  expect(() => unpackVectors(bytes.slice(0, -1), width)).toThrow('no multiple of 8');
});
