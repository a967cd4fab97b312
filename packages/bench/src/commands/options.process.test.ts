import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backendNames } from '@slipform/clip';
import { getKernelsForBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { BACKENDS, startBackend } from './options';

test('--backend offers the backends of @slipform/clip', () => {
  expect(BACKENDS).toEqual(backendNames);
});

const kernels = () => getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);

test('wasm computes with our kernels, other backends with their own', async () => {
  await startBackend('cpu');
  expect(kernels().filter((name) => /slipform/i.test(name))).toEqual([]);
  await startBackend('wasm');
  expect(kernels().filter((name) => /slipform/i.test(name)).length).toBeGreaterThan(10);
});

test('every command starts its backend here', () => {
  const source = join(import.meta.dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /(?<!\.test)\.ts$/.test(name) && !name.startsWith('testing'),
  );
  expect(files).toContain(join('commands', 'run.ts'));
  expect(
    files.filter((name) =>
      /import[^;]*\buseBackend\b|\buseBackend\b[^;]*import/.test(readFileSync(join(source, name), 'utf8')),
    ),
  ).toEqual([join('commands', 'options.ts')]);
});
