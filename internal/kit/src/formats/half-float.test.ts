import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBrain, fromHalf, toBrain, toHalf } from './half-float';

const everyBits = Uint16Array.from({ length: 2 ** 16 }, (_, i) => i);
const isNumber = (x: number) => !Number.isNaN(x);

it('brings every number that the short types have back as it was', () => {
  for (const [from, to] of [
    [fromHalf, toHalf],
    [fromBrain, toBrain],
  ] as const) {
    const values = from(everyBits);
    const back = to(values);
    everyBits.forEach((bits, i) => {
      if (isNumber(values[i]!)) expect(back[i]).toBe(bits);
      else expect(from(back.subarray(i, i + 1))[0]).toBeNaN();
    });
  }
});

it('knows the numbers of IEEE 754', () => {
  expect([...fromHalf(Uint16Array.of(0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x3555, 0x7c00))]).toEqual([
    1,
    -2,
    65504,
    2 ** -14,
    2 ** -24,
    0.333251953125,
    Number.POSITIVE_INFINITY,
  ]);
  // Halfway between two: the even one.
  const near = Float32Array.of(2049, 2051, 65519, 65520, 2 ** -25, 3 * 2 ** -25, -1e9, Number.NaN);
  expect([...fromHalf(toHalf(near))]).toEqual([
    2048,
    2052,
    65504,
    Number.POSITIVE_INFINITY,
    0,
    2 ** -23,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ]);
  expect([...fromBrain(Uint16Array.of(0x3f80, 0xc000, 0x4049))]).toEqual([1, -2, 3.140625]);
  expect([...toBrain(Float32Array.of(3.4e38, 1 + 2 ** -8, 1 + 3 * 2 ** -8))]).toEqual([
    0x7f80, 0x3f80, 0x3f82,
  ]);
});

it('rounds to the nearest', () => {
  fc.assert(
    fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (x) => {
      const [half] = toHalf(Float32Array.of(x));
      const distance = (bits: number) => Math.abs(fromHalf(Uint16Array.of(bits))[0]! - x);
      for (const other of [half! - 1, half! + 1]) {
        if (other >= 0 && other < 2 ** 16 && isNumber(distance(other))) {
          expect(distance(half!)).toBeLessThanOrEqual(distance(other));
        }
      }
    }),
  );
});
