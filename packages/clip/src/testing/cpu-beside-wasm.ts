import { setBackend, type Tensor, tidy } from '@tensorflow/tfjs-core';

export interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a program gives on cpu, and on wasm with the kernels that it has: the numbers of its tensors. */
export async function onCpuAndWasm(program: () => readonly Tensor[]): Promise<[Numbers[], Numbers[]]> {
  await setBackend('cpu');
  const expected = run(program);
  await setBackend('wasm');
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
