import {
  _FusedMatMul,
  BatchMatMul,
  env,
  getKernel,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

const programFlag = 'WEBGPU_MATMUL_PROGRAM_TYPE';

/** tfjs's number of the program for small results. */
const smallResults = 2;

/** From so long rows and columns on, tfjs splits a product with a small result. */
const splitFrom = 2000;

/**
 * Keeps tfjs's webgpu backend from splitting long products with small results over threads that add to one number: with a
 * transposed right side it gives wrong values (4.22.0: the matrix is read as if it were not transposed), and with any it
 * adds in no fixed order, so that no run is repeated bit for bit. Its program for small results computes them instead. The
 * function that comes back lets tfjs do it again.
 */
export function computeProductsExactly(): () => void {
  const originals = [BatchMatMul, _FusedMatMul].flatMap((name) => getKernel(name, 'webgpu') ?? []);
  for (const kernel of originals) {
    unregisterKernel(kernel.kernelName, 'webgpu');
    registerKernel({
      ...kernel,
      kernelFunc(args) {
        const chosen = env().getNumber(programFlag);
        if (chosen >= 0 || !wouldSplit(args.inputs as never, args.attrs as never))
          return kernel.kernelFunc(args);
        env().set(programFlag, smallResults);
        try {
          return kernel.kernelFunc(args);
        } finally {
          env().set(programFlag, chosen);
        }
      },
    });
  }
  return () => {
    for (const kernel of originals) {
      unregisterKernel(kernel.kernelName, 'webgpu');
      registerKernel(kernel);
    }
  };
}

/** tfjs's own conditions, for the GPU whose threshold is the highest. */
function wouldSplit(
  { a, b }: Readonly<Record<'a' | 'b', TensorInfo>>,
  { transposeA, transposeB }: Readonly<Record<'transposeA' | 'transposeB', boolean>>,
): boolean {
  const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
  const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
  const isOne = [a, b].every(({ shape }) => shape.slice(0, -2).every((size) => size === 1));
  const [rows, inner] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const columns = transposeB ? bRows : bColumns;
  const tiles = Math.ceil(rows / 32) * Math.ceil(columns / 32);
  return isOne && inner >= splitFrom && rows * columns > 128 && tiles <= 32;
}
