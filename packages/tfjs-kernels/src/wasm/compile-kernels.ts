import type { CompiledKernels, KernelVariant } from '../registry/compiled-kernels';
import { kernelBinary } from './kernel-module';
import * as v8 from './v8-flags';
import { isWideFaster } from './wide';

/**
 * The best variant that this runtime accepts; undefined where it lacks SIMD, or WebAssembly altogether.
 *
 * @param experimental whether V8 may be asked for relaxed SIMD that it has not switched on
 */
export function bestVariant(relaxed: boolean, experimental: boolean): KernelVariant | undefined {
  if (typeof WebAssembly !== 'object') return undefined;
  const wanted: readonly KernelVariant[] = relaxed ? ['relaxed-simd', 'simd'] : ['simd'];
  const isAccepted = (variant: KernelVariant) => WebAssembly.validate(kernelBinary(variant, false));
  return wanted.find(
    (variant) =>
      isAccepted(variant) ||
      (experimental && v8.switchedOnUntil(v8.relaxedSimd, () => isAccepted(variant) || undefined)),
  );
}

function compiledOrNot(binary: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(binary);
  } catch {
    return undefined;
  }
}

/**
 * Compiles a variant, for a heap that threads share or another.
 *
 * @param experimental whether V8 may be asked for vectors of eight floats, which are used where they are faster
 */
export async function compileKernels(
  variant: KernelVariant,
  shared: boolean,
  experimental: boolean,
): Promise<CompiledKernels> {
  const binary = kernelBinary(variant, shared);
  if (!experimental) return { variant, module: await WebAssembly.compile(binary), wide: false, shared };
  const module =
    v8.switchedOnUntil(v8.relaxedSimd, () => compiledOrNot(binary)) ?? new WebAssembly.Module(binary);
  if (!v8.has(v8.wideVectors)) return { variant, module, wide: false, shared };
  // Of threads that ask for the same, V8 compiles the bytes once: all have the module of the first.
  const wide = v8.switchedOn(v8.wideVectors, () => new WebAssembly.Module(named(binary)));
  return isWideFaster(wide, module, shared)
    ? { variant, module: wide, wide: true, shared }
    : { variant, module, wide: false, shared };
}

/** The same module with a custom section named "wide": of equal bytes V8 would give the code that it has compiled. */
function named(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('wide');
  return Uint8Array.of(...binary, 0, name.length + 1, name.length, ...name);
}
