import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('a program that has used WebGPU ends by itself, and by an error of its own', async () => {
  const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const folder = await mkdtemp(join(nodeModules, '.webgpu-test-'));
  const file = join(folder, 'main.mjs');
  const run = async (last: string) => {
    await writeFile(
      file,
      `import { useBackend } from '@slipform/clip';
import { ones } from '@tensorflow/tfjs-core';
await useBackend('webgpu');
console.log((await ones([2]).data()).join());
${last}`,
    );
    return new Promise((resolve) => {
      execFile(process.execPath, [file], (error, stdout) => resolve([error?.code ?? 0, stdout]));
    });
  };
  try {
    expect(await run('')).toEqual([0, '1,1\n']);
    expect(await run(`throw new Error('mine');`)).toEqual([1, '1,1\n']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
