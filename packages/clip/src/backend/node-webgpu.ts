import { InputError } from '../input-error';

/** What the npm package `webgpu` (Dawn for Node) exports. */
interface DawnModule {
  create(options: readonly string[]): { requestAdapter(): Promise<object | null> };
  readonly globals: object;
}

/** Name of the npm package that brings WebGPU to Node; browsers have their own. */
export const dawnPackage = 'webgpu';

/**
 * Gives Node `navigator.gpu` and WebGPU's constants, where it has none. tfjs's backend looks at `navigator.gpu` while
 * it is imported, so this comes before.
 *
 * @throws {InputError} if there is no GPU, nor a driver that computes on the processor
 */
export async function provideWebGpu(): Promise<void> {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return;
  if (typeof navigator !== 'undefined' && 'gpu' in navigator) return;
  const specifier: string = dawnPackage;
  const { create, globals }: DawnModule = await import(
    /* @vite-ignore */ /* webpackIgnore: true */ specifier
  );
  const gpu = create([]);
  if ((await gpu.requestAdapter()) === null) {
    throw new InputError(
      'useBackend: webgpu does not start on this machine: it finds no GPU; install its Vulkan driver (Debian’s mesa-vulkan-drivers computes on the processor), or try wasm.',
    );
  }
  Object.assign(globalThis, globals);
  // Node has a navigator since version 21.
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  } else Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
}
