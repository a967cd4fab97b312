import type { CompiledKernels, KernelVariant } from '../registry/compiled-kernels';
import { instantiateKernels, type KernelExports, kernelBinary } from './kernel-module';
import * as v8 from './v8-flags';

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

const pages = 64;
/** Places in a memory of so many pages: working memory ends below the first. */
const [a, b, c] = [2_000_000, 2_400_000, 2_800_000];

/**
 * Whether products by wide tiles, in a module that was compiled for vectors of eight floats, are faster than narrow
 * ones in a module that was not; they must give the same bits besides, in all transpose modes.
 */
function isWideFaster(wide: WebAssembly.Module, narrow: WebAssembly.Module, shared: boolean): boolean {
  const sides = [wide, narrow].map((module) => {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared });
    const floats = new Float32Array(memory.buffer);
    for (let i = a / 4; i < floats.length; i++) floats[i] = Math.sin(i);
    const kernels = instantiateKernels({ module, wide: module === wide }, memory);
    return { kernels, results: () => new Uint32Array(memory.buffer, c, 60_000), best: Infinity };
  });
  for (const transposes of [0, 1, 2, 3]) {
    const [ours, theirs] = sides.map(({ kernels, results }) => {
      multiply(kernels, transposes & 1, transposes >> 1, 47, 91, 403);
      return results();
    });
    if (!ours!.every((bits, i) => bits === theirs![i])) return false;
  }
  // In turns, the best of many: an interruption lasts longer than all products of a turn.
  for (let turn = 0; turn < 40; turn++) {
    for (const side of sides) {
      const start = performance.now();
      for (let i = 0; i < 4; i++) multiply(side.kernels, 0, 0, 48, 64, 128);
      side.best = Math.min(side.best, performance.now() - start);
    }
  }
  return sides[0]!.best < sides[1]!.best;
}

function multiply(
  { product }: KernelExports,
  transposeA: number,
  transposeB: number,
  m: number,
  n: number,
  k: number,
): void {
  const [aRow, bRow] = [transposeA === 1 ? m : k, transposeB === 1 ? k : n];
  product(transposeA, transposeB, m, n, k, a, 4 * aRow, b, 4 * bRow, c, 4 * n, 0, 0, 1024);
}
