import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { grads, memory, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { startBackend } from './with-kernels';

interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a program gives on cpu, and on wasm with the kernels that it has: the numbers of its tensors. */
async function onCpuAndWasm(program: () => readonly Tensor[]): Promise<[Numbers[], Numbers[]]> {
  await startBackend('cpu');
  const expected = run(program);
  await startBackend('wasm');
  return [expected, run(program)];
}

function run(program: () => readonly Tensor[]): Numbers[] {
  const found: Numbers[] = [];
  tidy(() => {
    for (const { shape, values } of program().map((x) => ({ shape: x.shape, values: x.dataSync() }))) {
      found.push({ shape, values: Float32Array.from(values) });
    }
  });
  return found;
}

/** An op's value and its gradients for all inputs. */
export const withGradients =
  (op: (...inputs: Tensor[]) => Tensor, shapes: readonly (readonly number[])[]) => () => {
    const inputs = shapes.map((shape, i) => noise(shape, i + 1));
    const value = op(...inputs);
    return [value, ...grads((...xs) => op(...xs))(inputs, noise(value.shape, 9))];
  };

/**
 * Expects that a program gives on wasm, with the kernels that it has, what it gives on cpu, and leaves no tensor; the
 * largest number, or 1, may differ by `within`.
 */
export async function expectAsOnCpu(program: () => readonly Tensor[], within = 1e-5): Promise<void> {
  const before = memory().numTensors;
  const [expected, found] = await onCpuAndWasm(program);
  expect(memory().numTensors).toBe(before);
  expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  found.forEach(({ values }, i) => {
    // The 1 is for sums that come out near zero, of numbers that do not.
    expect(relativeError([...values, 1], [...expected[i]!.values, 1]), `result ${i}`).toBeLessThan(within);
  });
}
