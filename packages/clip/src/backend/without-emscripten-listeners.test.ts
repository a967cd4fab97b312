import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutEmscriptenListeners } from './use-backend';

describe('after useBackend, in a process of its own', () => {
  let folder: string;
  beforeAll(async () => {
    const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
    folder = await mkdtemp(join(nodeModules, '.listeners-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (last: string): Promise<string> => {
    const file = join(folder, 'main.mjs');
    await writeFile(
      file,
      `import { useBackend } from '@slipform/clip';\nawait useBackend('wasm');\n${last}\n`,
    );
    return new Promise((resolve) => {
      execFile(process.execPath, [file], (_, stdout, stderr) => resolve(stdout + stderr));
    });
  };

  it('an uncaught error shows the line of the program', async () => {
    for (const last of [
      `throw new Error('mine');`,
      `setTimeout(() => { throw new Error('mine'); });`,
      `Promise.reject(new Error('mine'));`,
    ]) {
      const printed = await run(last);
      expect(printed).toMatch(/^file:.*main\.mjs:3\n.*\n.*\n\nError: mine/);
      expect(printed).not.toContain('tf-backend-wasm');
    }
  });

  it('no listener of tfjs is left, and those of the program are', async () => {
    const count = `console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection'));`;
    expect(await run(count)).toBe('0 0\n');
  });
});

it('keeps listeners that the program adds before and meanwhile', async () => {
  const before = (reason: unknown) => console.error(reason);
  const meanwhile = (error: unknown) => console.error(error);
  process.on('unhandledRejection', before);
  // biome-ignore lint/complexity/useArrowFunction: as Emscripten writes it
  const emscriptens = function (reason: unknown) { throw reason; }; // biome-ignore format: as Emscripten writes it
  await withoutEmscriptenListeners(async () => {
    process.on('unhandledRejection', meanwhile);
    process.on('unhandledRejection', emscriptens);
  });
  const left = process.listeners('unhandledRejection');
  expect(left).toContain(before);
  expect(left).toContain(meanwhile);
  expect(left).not.toContain(emscriptens);
  process.off('unhandledRejection', before).off('unhandledRejection', meanwhile);
});
