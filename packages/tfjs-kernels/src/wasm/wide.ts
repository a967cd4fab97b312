import { instantiateKernels, type KernelExports } from './kernel-module';

const pages = 64;
/** Places in a memory of so many pages: working memory ends below the first. */
const [a, b, c] = [2_000_000, 2_400_000, 2_800_000];

/**
 * Whether products by wide tiles, in a module that was compiled for vectors of eight floats, are faster than narrow
 * ones in a module that was not; they must give the same bits besides, in all transpose modes.
 */
export function isWideFaster(wide: WebAssembly.Module, narrow: WebAssembly.Module, shared: boolean): boolean {
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
