import { InputError } from '@slipform/kit/errors/input-error';
import { noise } from '@slipform/kit/testing/check-gradient';
import { relativeError } from '@slipform/kit/testing/relative-error';
import {
  findBackendFactory,
  getBackend,
  getKernel,
  matMul,
  ones,
  registerBackend,
  removeBackend,
  setBackend,
  tidy,
} from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { kernelVariant } from '../registry/fused-kernels';
import { kernelsInPlace } from '../registry/installation';
import { startBackend } from '../testing/with-kernels';
import { compileKernels } from './compile-kernels';
import { instantiateKernels } from './kernel-module';
import { takeWasmKernels, useWasmKernels } from './use-wasm-kernels';

const product = () => tidy(() => [...matMul(noise([50, 40], 1), noise([30, 40], 2), false, true).dataSync()]);

describe('useWasmKernels', () => {
  it('leaves everything as it is before the wasm backend has started', async () => {
    const found = await useWasmKernels();
    expect(found).toMatchObject({ variant: 'none', reason: "tfjs's wasm backend has not been started" });
    found.remove();
    await startBackend('cpu');
    expect((await useWasmKernels()).variant).toBe('none');
  });

  it('does not start a wasm backend that was only imported, and leaves the one in use alone', async () => {
    await import('@tensorflow/tfjs-backend-wasm');
    expect(findBackendFactory('wasm')).not.toBeNull();
    await startBackend('cpu');
    const pending = useWasmKernels();
    expect(tidy(() => ones([2]).dataSync())).toEqual(Float32Array.of(1, 1));
    expect((await pending).reason).toBe("tfjs's wasm backend has not been started");
    expect(tidy(() => ones([2]).dataSync())).toEqual(Float32Array.of(1, 1));
    expect(getBackend()).toBe('cpu');
  });

  it('installs beside another backend in use, once wasm has been started', async () => {
    await startBackend('wasm');
    await startBackend('cpu');
    const kernels = await useWasmKernels();
    expect(kernels.variant).not.toBe('none');
    expect(getBackend()).toBe('cpu');
    kernels.remove();
  });

  it('puts kernels in place once, and takes them away again', async () => {
    await startBackend('wasm');
    const expected = product();
    const original = getKernel('BatchMatMul', 'wasm');
    const first = await useWasmKernels();
    expect(['simd', 'relaxed-simd']).toContain(first.variant);
    expect(getKernel('BatchMatMul', 'wasm')).not.toBe(original);
    const replaced = getKernel('BatchMatMul', 'wasm');
    const second = await useWasmKernels();
    expect(getKernel('BatchMatMul', 'wasm')).toBe(replaced);
    expect(relativeError(product(), expected)).toBeLessThan(1e-6);

    const plain = await useWasmKernels({ relaxed: false });
    expect(plain.variant).toBe('simd');
    expect(kernelVariant()).toBe('simd');
    // Each call is taken back by its own handle, once.
    first.remove();
    first.remove();
    expect(kernelVariant()).toBe('simd');
    plain.remove();
    expect(kernelVariant()).toBe(second.variant);
    expect(relativeError(product(), expected)).toBeLessThan(1e-6);
    second.remove();
    expect(kernelVariant()).toBe('none');
    plain.remove();
    expect(getKernel('BatchMatMul', 'wasm')).toBe(original);
    expect(getKernel('SlipformLinear', 'wasm')).toBeUndefined();
    expect(product()).toEqual(expected);
  });

  it('with experimental has the best that V8 has, and leaves the process as it was', async () => {
    await startBackend('wasm');
    const handles = [await useWasmKernels()];
    const expected = product();
    const add = async (options: object) => {
      const handle = await useWasmKernels(options);
      handles.push(handle);
      expect(relativeError(product(), expected)).toBeLessThan(1e-6);
      return handle;
    };
    expect((await add({ experimental: true })).variant).toBe('relaxed-simd');
    expect((await add({ experimental: true, relaxed: false })).variant).toBe('simd');
    // What was off is off again.
    expect(await add({})).toMatchObject({ variant: handles[0]!.variant, wide: false });
    for (const handle of handles) handle.remove();
  });

  it.each([true, false])('experimental gives the same bits, relaxed %s', async (relaxed) => {
    await startBackend('wasm');
    const kernels = await useWasmKernels({ relaxed, experimental: true });
    const found = product();
    kernels.remove();
    const plain = await useWasmKernels({ relaxed });
    // On Node 20 there is relaxed SIMD with the flag alone, which rounds otherwise.
    if (plain.variant === kernels.variant) expect(product()).toEqual(found);
    else expect(relativeError(product(), found)).toBeLessThan(1e-6);
    plain.remove();
  });

  it('refuses options that it does not know, and values that are none', async () => {
    const wrong: [object, string][] = [
      [{ relaxd: true }, 'useWasmKernels: there is no option "relaxd"; there are relaxed, experimental.'],
      [{ relaxed: 'no' }, 'useWasmKernels: relaxed must be true or false, got "no".'],
      [{ experimental: 1 }, 'useWasmKernels: experimental must be true or false, got 1.'],
      [{ relaxed: 1n }, 'useWasmKernels: relaxed must be true or false, got 1n.'],
      [JSON.parse('null'), 'useWasmKernels: options must be an object, got null.'],
    ];
    for (const [options, message] of wrong) {
      const refused = useWasmKernels(options);
      await expect(refused).rejects.toThrow(message);
      await expect(refused).rejects.toSatisfy(InputError.isInstance);
    }
    expect(getKernel('SlipformLinear', 'wasm')).toBeUndefined();
  });

  it('refuses what can not be read, in one sentence', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = {
      get relaxed(): never {
        throw new TypeError('no');
      },
    };
    for (const wrong of [
      proxy,
      getter,
      1n,
      Symbol('\n'),
      'x',
      () => 1,
      { relaxed: null },
      { relaxed: proxy },
    ]) {
      const refused = Reflect.apply(useWasmKernels, undefined, [wrong]);
      await expect(refused).rejects.toThrow(/^useWasmKernels: .{10,100}\.$/);
      await expect(refused).rejects.toSatisfy(InputError.isInstance);
    }
  });

  it('falls back where the runtime has no SIMD', async () => {
    const { validate } = WebAssembly;
    WebAssembly.validate = () => false;
    try {
      const found = await useWasmKernels();
      expect(found).toMatchObject({ variant: 'none', reason: 'this runtime has no WebAssembly SIMD' });
    } finally {
      WebAssembly.validate = validate;
    }
    expect(getKernel('SlipformLinear', 'wasm')).toBeUndefined();
  });

  it('follows the backend when it is removed and started again', async () => {
    await startBackend('wasm');
    const kernels = await useWasmKernels();
    const expected = product();
    const factory = findBackendFactory('wasm')!;
    await startBackend('cpu');
    removeBackend('wasm');
    registerBackend('wasm', factory);
    expect(await setBackend('wasm')).toBe(true);
    expect(product()).toEqual(expected);
    kernels.remove();
    expect(relativeError(product(), expected)).toBeLessThan(1e-6);
  });

  it.each([
    ['simd', false],
    ['relaxed-simd', false],
    ['relaxed-simd', true],
  ] as const)('%s works in a memory that threads share, experimental %s', async (variant, experimental) => {
    const module = await compileKernels(variant, true, experimental).catch(() => undefined);
    if (module === undefined) return console.log(`${variant}: not in this runtime`);
    const memory = new WebAssembly.Memory({ initial: 20, maximum: 65536, shared: true });
    const { product } = instantiateKernels(module, memory);
    const heap = new Float32Array(memory.buffer);
    heap.set([1, 2, 3, 4], 0);
    heap.set([5, 6, 7, 8], 4);
    product(0, 0, 2, 2, 2, 0, 8, 16, 8, 32, 8, 0, 0, 1024);
    expect([...heap.slice(8, 12)]).toEqual([19, 22, 43, 50]);
  });
});

describe('takeWasmKernels', () => {
  it('puts in place what another thread has, without compiling, and gives the same bits', async () => {
    await startBackend('wasm');
    expect(kernelsInPlace()).toBeUndefined();
    const first = await useWasmKernels();
    const compiled = structuredClone(kernelsInPlace()!); // as postMessage does
    const expected = product();
    first.remove();
    const taken = await takeWasmKernels(compiled);
    expect(kernelsInPlace()).toBe(compiled);
    expect(taken.variant).toBe(first.variant);
    expect(product()).toEqual(expected);
    taken.remove();
    expect(getKernel('SlipformLinear', 'wasm')).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, { module: {} }])('refuses %j', async (wrong) => {
    const refused = Reflect.apply(takeWasmKernels, undefined, [wrong]);
    await expect(refused).rejects.toThrow(
      /^takeWasmKernels: kernels must be what kernelsInPlace\(\) gives, got /,
    );
    await expect(refused).rejects.toSatisfy(InputError.isInstance);
  });
});

describe('two copies of the package', () => {
  it('take their kernels away in any order, and leave those of tfjs', async () => {
    await startBackend('wasm');
    const original = getKernel('BatchMatMul', 'wasm');
    const expected = product();
    vi.resetModules();
    const other = await import('./use-wasm-kernels');
    expect(other.useWasmKernels).not.toBe(useWasmKernels);
    for (const last of [0, 1]) {
      const both = [await useWasmKernels(), await other.useWasmKernels()];
      both[1 - last]?.remove();
      expect(getKernel('BatchMatMul', 'wasm')).not.toBe(original);
      expect(relativeError(product(), expected)).toBeLessThan(1e-6);
      both[last]?.remove();
      expect(getKernel('BatchMatMul', 'wasm')).toBe(original);
      expect(getKernel('SlipformLinear', 'wasm')).toBeUndefined();
      expect(product()).toEqual(expected);
    }
  });
});
