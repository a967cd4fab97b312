import '@tensorflow/tfjs-backend-wasm';
import { matMul, setBackend, tensor2d } from '@tensorflow/tfjs-core';

/** Chooses the backend that multiplies matrices forty times faster than a loop; called once, before the first product. */
export async function prepareProducts(): Promise<void> {
  await setBackend('wasm');
}

/** The product of `left` [rows, inner] and `right` [inner, columns], block by block of rows. */
export function forEachProductRow(
  left: Float32Array,
  right: Float32Array,
  { inner, columns }: { readonly inner: number; readonly columns: number },
  visit: (row: number, product: Float32Array) => void,
): void {
  const rows = left.length / inner;
  // About 64 MB a block.
  const blockRows = Math.max(1, Math.floor((1 << 24) / columns));
  const tensor = tensor2d(right, [inner, columns]);
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    const block = tensor2d(left.subarray(start * inner, end * inner), [end - start, inner]);
    const product = matMul(block, tensor);
    // Not returned from tidy, which would search every number of it for tensors.
    const values = product.dataSync() as Float32Array;
    block.dispose();
    product.dispose();
    for (let row = start; row < end; row += 1) {
      visit(row, values.subarray((row - start) * columns, (row - start + 1) * columns));
    }
  }
  tensor.dispose();
}

export function transpose(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns;
  const transposed = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      transposed[column * rows + row] = matrix[row * columns + column]!;
    }
  }
  return transposed;
}
