import { matMul, type Rank, randomUniform, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { measure, type Patience } from './rounds';

/** The rate of one square product. */
export interface Product {
  readonly size: number;
  readonly tflops: number;
}

/** The best rate of products of square float32 matrices; sizes that don't fit are left out. */
export async function peakOfProducts(sizes: readonly number[], patience: Patience): Promise<Product[]> {
  const found: Product[] = [];
  for (const size of sizes) {
    let a: Tensor2D | undefined;
    try {
      a = tidy(() => randomUniform<Rank.R2>([size, size], -1, 1));
      const matrix = a;
      const { ms } = await measure(async (pieces) => {
        for (let i = 0; i < pieces; i++) matMul(matrix, matrix).dispose();
      }, patience);
      found.push({ size, tflops: (2 * size ** 3) / ms / 1e9 });
    } catch (error) {
      console.error(
        `a product of ${size} × ${size} is left out: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      a?.dispose();
    }
  }
  return found;
}
