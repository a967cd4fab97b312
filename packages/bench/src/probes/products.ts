import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Matrix, SparseMatrix } from './features';

type Numbers = Float32Array | Float64Array;

/** The large products of a probe on centred features X, whose rows come in chunks. */
export interface Products {
  /** First and last row (exclusive) of each chunk. */
  readonly chunks: readonly (readonly [start: number, end: number])[];
  /** W·Xᵀ of a chunk: [classes, rows of the chunk]. */
  logits(weights: Float64Array, classes: number, chunk: number): Promise<Numbers>;
  /** Adds R·X of a chunk to [classes, width]. */
  addGradient(residuals: Numbers, classes: number, chunk: number, gradient: Float64Array): Promise<void>;
  /** XᵀX / rows: [width, width]; of sparse rows its diagonal alone: [width]. */
  gram(): Promise<Float64Array>;
  dispose(): void;
}

/**
 * Below this many multiplications a pass, float64 in plain arrays is quick enough; above it the products run on tfjs in
 * float32, where a backend is there that is faster than plain arrays.
 */
const LARGE = 5e7;

/** `double`: float64 in plain arrays; `single`: float32 on the current tfjs backend, chunks added up in float64. */
export type Precision = 'double' | 'single';

export function choosePrecision(
  tfjs: Tfjs | undefined,
  rows: number,
  width: number,
  classes: number,
): Precision {
  const backend = tfjs?.engine().backendName === undefined ? undefined : tfjs.getBackend();
  return rows * width * classes > LARGE && backend !== undefined && backend !== 'cpu' ? 'single' : 'double';
}

/** Rows of a chunk: logits of a hundred classes stay in the cache, and float32 sums stay short. */
const CHUNK = 8192;

/** @param tfjs that computes them; without it plain arrays do, as they always do for sparse rows */
export function createProducts(
  features: Matrix | SparseMatrix,
  means: Float64Array,
  tfjs: Tfjs | undefined,
): Products {
  const { rows } = features;
  const chunks = Array.from({ length: Math.ceil(rows / CHUNK) }, (_, index) => {
    const start = index * CHUNK;
    return [start, Math.min(rows, start + CHUNK)] as const;
  });
  if ('columns' in features) return ofSparseRows(features, means, chunks);
  return tfjs ? onTfjs(tfjs, features, means, chunks) : inPlainArrays(features, means, chunks);
}

function inPlainArrays(
  { rows, width, values }: Matrix,
  means: Float64Array,
  chunks: Products['chunks'],
): Products {
  const x = Float64Array.from(values, (value, index) => value - means[index % width]!);
  return {
    chunks,
    async logits(weights, classes, chunk) {
      const [start, end] = chunks[chunk]!;
      const count = end - start;
      const out = new Float64Array(classes * count);
      for (let row = 0; row < count; row++) {
        const from = (start + row) * width;
        for (let c = 0; c < classes; c++) {
          let sum = 0;
          for (let i = 0; i < width; i++) sum += weights[c * width + i]! * x[from + i]!;
          out[c * count + row] = sum;
        }
      }
      return out;
    },
    async addGradient(residuals, classes, chunk, gradient) {
      const [start, end] = chunks[chunk]!;
      const count = end - start;
      for (let c = 0; c < classes; c++) {
        for (let row = 0; row < count; row++) {
          const factor = residuals[c * count + row]!;
          const from = (start + row) * width;
          for (let i = 0; i < width; i++) gradient[c * width + i]! += factor * x[from + i]!;
        }
      }
    },
    async gram() {
      const gram = new Float64Array(width * width);
      for (let row = 0; row < rows; row++) {
        for (let i = 0; i < width; i++) {
          const factor = x[row * width + i]! / rows;
          for (let j = 0; j <= i; j++) gram[i * width + j]! += factor * x[row * width + j]!;
        }
      }
      return mirrored(gram, width);
    },
    dispose() {},
  };
}

/** The means are taken off the products, and not off the rows, which stay sparse. */
function ofSparseRows(
  { rows, width, starts, columns, values }: SparseMatrix,
  means: Float64Array,
  chunks: Products['chunks'],
): Products {
  return {
    chunks,
    async logits(weights, classes, chunk) {
      const [start, end] = chunks[chunk]!;
      const count = end - start;
      const out = new Float64Array(classes * count);
      for (let c = 0; c < classes; c++) {
        const own = weights.subarray(c * width, (c + 1) * width);
        let mean = 0;
        for (let i = 0; i < width; i++) mean += own[i]! * means[i]!;
        for (let row = 0; row < count; row++) {
          let sum = -mean;
          for (let k = starts[start + row]!; k < starts[start + row + 1]!; k++) {
            sum += own[columns[k]!]! * values[k]!;
          }
          out[c * count + row] = sum;
        }
      }
      return out;
    },
    async addGradient(residuals, classes, chunk, gradient) {
      const [start, end] = chunks[chunk]!;
      const count = end - start;
      for (let c = 0; c < classes; c++) {
        const own = gradient.subarray(c * width, (c + 1) * width);
        let total = 0;
        for (let row = 0; row < count; row++) {
          const factor = residuals[c * count + row]!;
          total += factor;
          for (let k = starts[start + row]!; k < starts[start + row + 1]!; k++) {
            own[columns[k]!]! += factor * values[k]!;
          }
        }
        for (let i = 0; i < width; i++) own[i]! -= total * means[i]!;
      }
    },
    async gram() {
      const diagonal = new Float64Array(width);
      for (const [k, column] of columns.entries()) diagonal[column]! += values[k]! ** 2 / rows;
      return diagonal.map((square, i) => Math.max(0, square - means[i]! ** 2));
    },
    dispose() {},
  };
}

/** X and its transpose stay on the backend: wasm multiplies fast only untransposed, and packs constant operands once. */
function onTfjs(
  { matMul, tensor2d, tidy }: Tfjs,
  { rows, width, values }: Matrix,
  means: Float64Array,
  chunks: Products['chunks'],
): Products {
  const tensors = chunks.map(([start, end]) => {
    const count = end - start;
    const x = new Float32Array(count * width);
    const transposed = new Float32Array(count * width);
    for (let row = 0; row < count; row++) {
      for (let i = 0; i < width; i++) {
        const value = values[(start + row) * width + i]! - means[i]!;
        x[row * width + i] = value;
        transposed[i * count + row] = value;
      }
    }
    return { x: tensor2d(x, [count, width]), transposed: tensor2d(transposed, [width, count]) };
  });
  const product = async (left: Numbers, shape: [number, number], right: Tensor2D): Promise<Float32Array> => {
    const result = tidy(() =>
      matMul(tensor2d(left instanceof Float32Array ? left : new Float32Array(left), shape), right),
    );
    try {
      return (await result.data()) as Float32Array;
    } finally {
      result.dispose();
    }
  };
  return {
    chunks,
    logits: (weights, classes, chunk) => product(weights, [classes, width], tensors[chunk]!.transposed),
    async addGradient(residuals, classes, chunk, gradient) {
      const [start, end] = chunks[chunk]!;
      const part = await product(residuals, [classes, end - start], tensors[chunk]!.x);
      for (let i = 0; i < gradient.length; i++) gradient[i]! += part[i]!;
    },
    async gram() {
      const gram = new Float64Array(width * width);
      for (const { x, transposed } of tensors) {
        const part = matMul(transposed, x);
        const numbers = await part.data();
        part.dispose();
        for (let i = 0; i < gram.length; i++) gram[i]! += numbers[i]! / rows;
      }
      return gram;
    },
    dispose() {
      for (const { x, transposed } of tensors) {
        x.dispose();
        transposed.dispose();
      }
    },
  };
}

function mirrored(matrix: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) matrix[j * width + i] = matrix[i * width + j]!;
  return matrix;
}

export type Tfjs = typeof import('@tensorflow/tfjs-core');

/** tfjs, an optional peer, or undefined if it is not installed: plain arrays do without it. */
export async function findTfjs(): Promise<Tfjs | undefined> {
  try {
    return await import('@tensorflow/tfjs-core');
  } catch {
    return undefined;
  }
}

/** Whether tfjs has a backend to compute on. */
export function hasBackend(tfjs: Tfjs | undefined): tfjs is Tfjs {
  return tfjs !== undefined && Object.keys(tfjs.engine().registryFactory).length > 0;
}
