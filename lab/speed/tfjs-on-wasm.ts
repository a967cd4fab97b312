// Which ops and layers of tfjs have a right value and gradient: on cpu, on wasm as it is, and on wasm with our kernels.
// Values are compared with cpu's, gradients with central differences of cpu's values.
//
//   npx tsx lab/speed/tfjs-on-wasm.ts [all]      prints the rows where one is not right, or all; a minute
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { grads, mul, setBackend, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { registerGradients } from './register-gradients';
import { type OpCase, opCases } from './tfjs-ops';

interface Numbers {
  readonly value: ArrayLike<number>;
  readonly gradients: readonly ArrayLike<number>[];
}

const inputsOf = ([, , ...shapes]: OpCase) => shapes.map((shape, i) => noise(shape, i + 5));
const slopes = (value: Tensor) => noise(value.shape, 9);

/** Numbers by central differences, on the backend in use. */
function byDifferences(each: OpCase): Numbers {
  return tidy(() => {
    const op = each[1];
    const inputs = inputsOf(each);
    const value = op(...inputs);
    const weighted = (xs: Tensor[]) => tidy(() => sum(mul(op(...xs), slopes(value))).dataSync()[0]!);
    const gradients = inputs.map((input, at) => {
      const values = input.dataSync();
      const moved = (i: number, by: number) =>
        tidy(() => {
          const x = tensor(
            values.map((old, j) => (i === j ? old + by : old)),
            input.shape,
          );
          return weighted(inputs.map((other, j) => (j === at ? x : other)));
        });
      return Array.from(values, (_, i) => (moved(i, 2e-3) - moved(i, -2e-3)) / 4e-3);
    });
    return { value: value.dataSync(), gradients };
  });
}

/** What the backend in use makes of it: `right`, or what is not. */
function judge(each: OpCase, expected: Numbers): string {
  return tidy(() => {
    const op = each[1];
    const inputs = inputsOf(each);
    let value: Tensor;
    try {
      value = op(...inputs);
    } catch (error) {
      return `value: ${shortly(error)}`;
    }
    if (!(relativeError(value.dataSync(), expected.value) < 1e-4)) return 'wrong value';
    try {
      const found = grads((...xs) => op(...xs))(inputs, slopes(value));
      const errors = found.map((x, i) => relativeError(x.dataSync(), expected.gradients[i]!));
      return errors.every((error) => error < 2e-2) ? 'right' : 'wrong gradient';
    } catch (error) {
      return `gradient: ${shortly(error)}`;
    }
  });
}

function shortly(error: unknown): string {
  const { message } = error as Error;
  const kernel = /^Kernel '(\w+)' not registered/.exec(message)?.[1];
  if (kernel !== undefined) return `no kernel ${kernel}`;
  if (message.includes('gradient function not found')) return 'tfjs has none';
  return message.includes('does not match the shape') ? 'wrong shape' : message.slice(0, 60);
}

async function judgeAll(backend: string, expected: readonly Numbers[]): Promise<string[]> {
  await setBackend(backend);
  return opCases.map((each, i) => judge(each, expected[i]!));
}

console.warn = () => {};
await registerGradients();
await setBackend('cpu');
const expected = opCases.map(byDifferences);
const cpu = await judgeAll('cpu', expected);
const wasm = await judgeAll('wasm', expected);
const kernels = await useWasmKernels();
const ours = await judgeAll('wasm', expected);
kernels.remove();

console.log('| op | tfjs on cpu | tfjs on wasm | with kernels |\n| --- | --- | --- | --- |');
opCases.forEach(([name], i) => {
  const cells = [cpu[i]!, wasm[i]!, ours[i]!];
  if (process.argv[2] === 'all' || cells.some((cell) => cell !== 'right')) {
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  }
});
const right = (found: readonly string[]) => found.filter((cell) => cell === 'right').length;
console.log(
  `\nright of ${opCases.length}: ${right(cpu)} on cpu, ${right(wasm)} on wasm, ${right(ours)} with kernels`,
);
