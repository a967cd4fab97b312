import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import { valuesOf } from '@slipform/kit/testing/read';
import { add, backend, memory, ones, tidy, zeros } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  folder = await mkdtemp(join(nodeModules, '.webgpu-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Code and output of a program that has started WebGPU. */
async function run(last: string): Promise<[code: number, stdout: string]> {
  const file = join(folder, 'main.mjs');
  await writeFile(
    file,
    `import { useBackend } from '@slipform/clip';
import { add, backend, ones } from '@tensorflow/tfjs-core';
await useBackend('webgpu');
console.log((await add(ones([2, 999]), 1).data()).length);
${last}`,
  );
  return new Promise((resolve) => {
    execFile(process.execPath, [file], (error, stdout) => resolve([Number(error?.code ?? 0), stdout]));
  });
}

it('a program ends by itself, and by an error of its own', async () => {
  expect(await run('')).toEqual([0, '1998\n']);
  expect(await run(`throw new Error('mine');`)).toEqual([1, '1998\n']);
});

it('says that the GPU was lost', async () => {
  const [code, stdout] = await run(`backend().device.destroy();
await add(ones([2, 999]), 1).data().catch(({ name, message }) => console.log(name, message));`);
  expect(stdout).toMatch(
    /^1998\nInputError webgpu: the GPU was lost \(.+\), and all tensors on it; start the program anew, and a training with resume: true\.\n$/,
  );
  expect(code).toBe(0);
});

it('says how to read what cannot be read at once', () => {
  expect(() => tidy(() => add(ones([2, 999]), 1).dataSync())).toThrow(
    /^webgpu: a tensor must be read by await data\(\) or array\(\) in Node, got/,
  );
});

it('says that a tensor is too large for the GPU, instead of giving zeros, and goes on', async () => {
  const before = memory().numTensors;
  const { limits } = (backend() as unknown as { device: { limits: Record<string, number> } }).device;
  const failed = valuesOf(() => add(zeros([limits.maxStorageBufferBindingSize! / 4 + 1]), 1));
  await expect(failed).rejects.toThrow(
    /^webgpu: a tensor must have at most [\d.]+ MB on this GPU, got one of [\d.]+ MB; embed or train on fewer at a time \(batchSize, microBatch\), take a smaller model, or another backend\.$/,
  );
  await expect(failed).rejects.toSatisfy(InputError.isInstance);
  expect(await valuesOf(() => add(ones([2, 999]), 1))).toContain(2);
  expect(memory().numTensors).toBe(before);
});
