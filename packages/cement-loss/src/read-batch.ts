import { Tensor, type Tensor1D, type Tensor2D, tensor1d } from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { describe, toTensor, visitNumbers } from './to-tensor';

/** A batch whose shapes agree. `hardCaptions` keeps the rank in which it came, so that its gradient has it too. */
export interface CheckedBatch {
  readonly rows: number;
  readonly images: Tensor2D;
  readonly captions: Tensor2D;
  readonly hardCaptions?: Tensor;
  readonly hardImages?: Tensor2D;
  /** `[N, K]` */
  readonly concreteness?: Tensor2D;
  /** `[N, K]`, float32 zeros and ones */
  readonly valid?: Tensor2D | undefined;
  /** `[N]`; equal numbers are one group */
  readonly groups?: Tensor1D | undefined;
}

/**
 * Checks the entries that every loss reads; throws an Error that names the argument, the rule and the remedy. Hard
 * negatives have a file of their own, so that a loss without them does not ship their checks.
 */
export function readPairs(op: string, batch: ContrastiveBatch): CheckedBatch {
  if (typeof batch !== 'object' || batch === null) {
    throw new Error(`${op}: batch must be an object { images, captions, … }, got ${describe(batch)}`);
  }
  const images = readEmbeddings(op, 'images', batch.images) as Tensor2D;
  const { rank, shape } = images;
  const rows = shape[0];
  if (rank !== 2 || rows < 1 || shape[1] < 1) {
    throw new Error(`${op}: images must have shape [N, D] with N, D ≥ 1, got ${shapeOf(images)}`);
  }
  const captions = readLikeImages(op, 'captions', batch, images);
  const groups = batch.groups == null ? undefined : readGroups(op, batch.groups, rows);
  return { rows, images, captions, groups };
}

export function readLikeImages(
  op: string,
  name: 'captions' | 'hardImages',
  batch: ContrastiveBatch,
  images: Tensor2D,
): Tensor2D {
  const value = readEmbeddings(op, name, batch[name]);
  if (shapeOf(value) !== shapeOf(images)) {
    throw new Error(
      `${op}: ${name} must have the shape of images, ${shapeOf(images)}, got ${shapeOf(value)}`,
    );
  }
  return value as Tensor2D;
}

export function readEmbeddings(
  op: string,
  name: keyof ContrastiveBatch,
  value: unknown,
  remedy = '',
): Tensor {
  if (value == null) throw new Error(`${op}: ${name} is missing from the batch${remedy}`);
  const result = toTensor(op, name, value);
  if (result.dtype !== 'float32') {
    throw new Error(`${op}: ${name} must be float32, got ${result.dtype}; cast it first`);
  }
  return result;
}

function readGroups(op: string, groups: NonNullable<ContrastiveBatch['groups']>, rows: number): Tensor1D {
  // Names in an array become small whole numbers here: float32 can't tell ids beyond 2²⁴ apart.
  const result = groups instanceof Tensor ? toTensor(op, 'groups', groups) : numberGroups(op, groups);
  if (result.rank !== 1 || result.shape[0] !== rows) {
    throw new Error(
      `${op}: groups must have one entry for each pair, shape [${rows}], got ${shapeOf(result)}`,
    );
  }
  return result as Tensor1D;
}

function numberGroups(op: string, groups: unknown): Tensor1D {
  if (!Array.isArray(groups) && !ArrayBuffer.isView(groups)) {
    throw new Error(`${op}: groups must be a tensor or an array, got ${describe(groups)}`);
  }
  const ids = new Map<unknown, number>();
  const numbers: number[] = [];
  visitNumbers(groups, (entry, row) => {
    if (typeof entry !== 'string' && !Number.isFinite(entry)) {
      throw new Error(
        `${op}: groups must hold finite numbers or strings, got ${describe(entry)} at row ${row}`,
      );
    }
    if (!ids.has(entry)) ids.set(entry, ids.size);
    numbers.push(ids.get(entry) ?? 0);
  });
  return tensor1d(numbers, 'int32');
}

export function shapeOf(value: Tensor): string {
  return `[${value.shape.join(', ')}]`;
}
