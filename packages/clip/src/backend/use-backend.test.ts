import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import { getBackend, ones, registerBackend, removeBackend, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, testedBackends } from './backends';
import type { BackendMeasure } from './choose-backend';
import { loadFailure, useBackend, withoutEmscriptenListeners } from './use-backend';

it.each(testedBackends('node'))('starts %s', async (name) => {
  await useBackend(name);
  expect(getBackend()).toBe(name);
});

it('names the backends that it knows', async () => {
  const unknown = useBackend('cuda');
  await expect(unknown).rejects.toThrow(
    'useBackend: the backend must be one of cpu, wasm, webgl, webgpu, node, node-gpu and auto, got "cuda".',
  );
  await expect(unknown).rejects.toSatisfy(InputError.isInstance);
  await expect(useBackend('constructor')).rejects.toThrow(/must be one of/);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const wrong of [undefined, null, 1n, Symbol('\n'), {}, proxy, ['wasm'], 'x'.repeat(1000)]) {
    const refused = Reflect.apply(useBackend, undefined, [wrong]);
    await expect(refused).rejects.toThrow(/^useBackend: the backend must be one of .{40,160}\.$/);
    await expect(refused).rejects.toSatisfy(InputError.isInstance);
  }
});

it('says how to install what is missing, and what does not start here', async () => {
  await expect(useBackend('node-gpu')).rejects.toThrow(/npm install @tensorflow\/tfjs-node-gpu/);
  // Installed here, and Node has no canvas to draw on.
  await expect(useBackend('webgl')).rejects.toThrow(
    /^useBackend: webgl does not start on this machine \(Backend name 'webgl' not found in registry\); try one of cpu, wasm, webgpu, node, node-gpu\.$/,
  );
});

it('leaves the backend in use as it is when another one does not start', async () => {
  registerBackend('webgpu', () => Promise.reject(new Error('no adapter')), 9);
  for (const name of ['cpu', 'wasm']) {
    await useBackend(name);
    await expect(useBackend('webgpu')).rejects.toThrow(/^useBackend: webgpu does not start on this machine/);
    expect(getBackend()).toBe(name);
    expect(tidy(() => ones([2]).dataSync())).toEqual(Float32Array.of(1, 1));
  }
  removeBackend('webgpu');
});

it('takes the best of what is here by itself, and tells about it', async () => {
  const found: BackendMeasure[] = [];
  const chosen = await useBackend('auto', { onMeasured: (measures) => found.push(...measures) });
  expect(getBackend()).toBe(backends[chosen].registered);
  expect(found[0]!.backend).toBe(chosen);
  expect(found.map(({ backend }) => backend).sort()).toEqual(['node', 'node-gpu', 'wasm', 'webgpu']);
  expect(found.find(({ backend }) => backend === 'node-gpu')!.problem).toMatch(/npm install/);
  await expect(useBackend('auto', { onMeasured: 1 as never })).rejects.toThrow(
    'useBackend: onMeasured must be a function, got 1.',
  );
});

const failed = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
const sentence = (name: string, packageName: string, error: unknown, findsPackages = true): string =>
  loadFailure({ name, package: packageName, error, findsPackages });

it('says what to import where packages are not found by name', () => {
  const error = new TypeError("Failed to resolve module specifier '@tensorflow/tfjs-backend-wasm'");
  const webgl = sentence('webgl', '@tensorflow/tfjs-backend-webgl', error, false);
  expect(webgl).toMatch(/write import '@tensorflow\/tfjs-backend-webgl' in your own code and bundle it/);
  const wasm = sentence('wasm', '@tensorflow/tfjs-backend-wasm', error, false);
  expect(wasm).toMatch(/in your own code \(and call its setWasmPaths before useBackend\('wasm'\)\)/);
});

it('tells what is not installed from what lacks a package of its own', () => {
  const core = '@tensorflow/tfjs-backend-cpu';
  const missing = failed(`Cannot find package '${core}' imported from /x/y.js`, 'ERR_MODULE_NOT_FOUND');
  expect(sentence('cpu', core, missing)).toMatch(/which is not installed; npm install/);
  const unresolved = failed(`Could not resolve "${core}" imported by "@slipform/clip".`);
  expect(sentence('cpu', core, unresolved)).toMatch(/which is not installed; npm install/);
  const below = failed("Cannot find module 'seedrandom'\nRequire stack:\n- /x/y.js", 'MODULE_NOT_FOUND');
  expect(sentence('cpu', core, below)).toMatch(
    /installed but does not load \(Cannot find module 'seedrandom' Require stack: - \/x\/y\.js\); reinstall/,
  );
});

it('says that the native part of tfjs-node is missing, and where it comes from', () => {
  const addon = failed(
    'The Node.js native addon module (tfjs_binding.node) can not be found at path: /x. \nPlease run command',
  );
  const library = failed('libtensorflow.so.2: cannot open shared object file', 'ERR_DLOPEN_FAILED');
  for (const error of [addon, library]) {
    const text = sentence('node-gpu', '@tensorflow/tfjs-node-gpu', error);
    expect(text).toMatch(
      /installed without its native part .*npm rebuild @tensorflow\/tfjs-node-gpu with scripts/,
    );
    expect(text).toContain('docs/tfjs-node.md');
    expect(text).not.toMatch(/npm install|\n/);
  }
});

it('shows whatever was thrown', () => {
  expect(sentence('webgl', 'x', 'a\u001b[31m\ntext')).toMatch(/does not load \(a\\u001b\[31m text\)/);
});

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
