import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeAll, expect, test } from 'vitest';
import { factor, fitKernelMachine, solveLower, solveUpper } from './kernel-machine';
import { prepareProducts } from './matrix-product';

beforeAll(prepareProducts);

test('the factor times its transpose is the matrix, and solves it', () => {
  const matrix = Float64Array.of(4, 2, 1, 2, 5, 3, 1, 3, 6);
  const lower = factor(matrix, 3);
  const solution = solveUpper(lower, 3, solveLower(lower, 3, Float64Array.of(7, 10, 10)));
  for (const value of solution) expect(value).toBeCloseTo(1, 12);
  expect(() => factor(Float64Array.of(1, 2, 2, 1), 2)).toThrow('not positive definite');
});

test('with all rows as landmarks it is kernel ridge regression: (K + λI)a = y', () => {
  const points = Float32Array.of(0, 1, 2.5, 4);
  const targets = Float64Array.of(1, 2, -1, 0.5);
  const kernel = (a: number, b: number) => Math.exp(-0.5 * (a - b) ** 2);
  const system = new Float64Array(16);
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      system[row * 4 + column] = kernel(points[row]!, points[column]!) + (row === column ? 0.1 : 0);
    }
  }
  const mean = 0.625;
  const lower = factor(system, 4);
  const dual = solveUpper(
    lower,
    4,
    solveLower(
      lower,
      4,
      targets.map((target) => target - mean),
    ),
  );
  const at = 1.7;
  const expected = mean + dual.reduce((sum, weight, index) => sum + weight * kernel(at, points[index]!), 0);
  const found = fitKernelMachine(
    Float32Array.of(...points, at),
    1,
    Int32Array.of(0, 1, 2, 3),
    targets,
    { gamma: 0.5, penalty: 0.1, landmarks: 4, iterations: 50 },
    xoroshiro128plus(0),
  );
  expect(found[4]).toBeCloseTo(expected, 2);
});
