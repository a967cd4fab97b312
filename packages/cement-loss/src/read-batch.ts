import {
  cast,
  reshape,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from './batch';
import { describe, toTensor, visitNumbers } from './to-tensor';

/** A batch whose shapes agree. `hardCaptions` keeps the rank in which it came, so that its gradient has it too. */
export interface CheckedBatch {
  readonly rows: number;
  readonly dim: number;
  /** K, the hard captions for each pair; 0 without any. */
  readonly hardPerRow: number;
  readonly images: Tensor2D;
  readonly captions: Tensor2D;
  readonly hardCaptions?: Tensor;
  readonly hardImages?: Tensor2D;
  /** `[N, K]` */
  readonly concreteness?: Tensor2D;
  /** `[N, K]`, float32 zeros and ones */
  readonly valid?: Tensor2D;
  /** `[N]`; equal numbers are one group */
  readonly groups?: Tensor1D;
}

/** Which of a batch's optional entries a loss reads. What it does not read is not checked either. */
export interface BatchNeeds {
  readonly hardCaptions: boolean;
  readonly hardImages: boolean;
  readonly concreteness: boolean;
}

/** Checks a batch against what the loss needs; throws an Error that names the argument, the rule and the remedy. */
export function readBatch(op: string, batch: ContrastiveBatch, needs: BatchNeeds): CheckedBatch {
  if (typeof batch !== 'object' || batch === null) {
    throw new Error(`${op}: batch must be an object { images, captions, … }, got ${describe(batch)}`);
  }
  const images = embeddings(op, 'images', batch.images);
  const [rows = 0, dim = 0] = images.shape;
  if (images.rank !== 2 || rows < 1 || dim < 1) {
    throw new Error(`${op}: images must have shape [N, D] with N, D ≥ 1, got ${shapeOf(images)}`);
  }
  const likeImages = (name: 'captions' | 'hardImages'): Tensor2D => {
    const value = embeddings(op, name, batch[name]);
    if (value.rank !== 2 || value.shape[0] !== rows || value.shape[1] !== dim) {
      throw new Error(
        `${op}: ${name} must have the shape of images, [${rows}, ${dim}], got ${shapeOf(value)}`,
      );
    }
    return value as Tensor2D;
  };
  const captions = likeImages('captions');
  const groups = batch.groups == null ? undefined : readGroups(op, batch.groups, rows);
  const common = { rows, dim, images: images as Tensor2D, captions, ...(groups && { groups }) };
  if (!needs.hardCaptions) return { ...common, hardPerRow: 0 };

  const hardCaptions = embeddings(op, 'hardCaptions', batch.hardCaptions);
  const hardPerRow = hardCaptions.rank === 2 ? 1 : (hardCaptions.shape[1] ?? 0);
  const fits = hardCaptions.shape[0] === rows && hardCaptions.shape[hardCaptions.rank - 1] === dim;
  if (hardCaptions.rank < 2 || hardCaptions.rank > 3 || !fits || hardPerRow < 1) {
    throw new Error(
      `${op}: hardCaptions must have shape [${rows}, K, ${dim}], or [${rows}, ${dim}] for K = 1, got ${shapeOf(hardCaptions)}`,
    );
  }
  if (needs.hardImages && hardPerRow > 1) {
    throw new Error(
      `${op}: hardCaptions must be one for each pair (K = 1) in the triplet and paired layouts, got K = ${hardPerRow}; use the captions layout`,
    );
  }
  const perNegative = (name: 'concreteness' | 'valid', value: Tensor): Tensor2D => {
    const flat = value.rank === 1 && hardPerRow === 1 && value.shape[0] === rows;
    const full = value.rank === 2 && value.shape[0] === rows && value.shape[1] === hardPerRow;
    if (!flat && !full) {
      const short = hardPerRow === 1 ? ` or [${rows}]` : '';
      throw new Error(
        `${op}: ${name} must have one entry for each hard caption, shape [${rows}, ${hardPerRow}]${short}, got ${shapeOf(value)}`,
      );
    }
    return reshape(cast(value, 'float32'), [rows, hardPerRow]);
  };
  const valid =
    batch.valid == null
      ? undefined
      : perNegative('valid', toTensor(op, 'valid', batch.valid, mustBeZeroOrOne));
  let concreteness: Tensor2D | undefined;
  if (needs.concreteness) {
    concreteness = perNegative('concreteness', readConcreteness(op, batch));
    // An empty slot may hold anything, NaN too, which no multiplication by 0 would remove.
    if (valid) concreteness = where(cast(valid, 'bool'), concreteness, zerosLike(concreteness));
  }
  return {
    ...common,
    hardPerRow,
    hardCaptions,
    ...(needs.hardImages && { hardImages: likeImages('hardImages') }),
    ...(concreteness && { concreteness }),
    ...(valid && { valid }),
  };
}

function embeddings(op: string, name: keyof ContrastiveBatch, value: ContrastiveBatch[typeof name]): Tensor {
  if (value == null) {
    const remedy = name === 'hardCaptions' ? '; a loss without hard negatives is infoNceLoss' : '';
    throw new Error(`${op}: ${name} is missing from the batch${remedy}`);
  }
  const result = toTensor(op, name, value);
  if (result.dtype !== 'float32') {
    throw new Error(`${op}: ${name} must be float32, got ${result.dtype}; cast it first`);
  }
  return result;
}

function readConcreteness(op: string, batch: ContrastiveBatch): Tensor {
  if (batch.concreteness == null) {
    throw new Error(
      `${op}: concreteness is missing from the batch, and the margin is made from it; pass it, or choose staticMargin or noMargin`,
    );
  }
  // An empty slot has no changed word, so whatever stands there is not a rating.
  const filled: unknown[] = [];
  if (batch.valid != null && !(batch.valid instanceof Tensor))
    visitNumbers(batch.valid, (entry) => filled.push(entry));
  let position = 0;
  return toTensor(op, 'concreteness', batch.concreteness, (value) => {
    const slot = filled[position++];
    if (slot === 0 || slot === false || (value >= 1 && value <= 5)) return undefined;
    return `must lie in [1, 5] (map your scale first), got ${value}`;
  });
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

function mustBeZeroOrOne(value: number): string | undefined {
  return value === 0 || value === 1 ? undefined : `must hold 0 and 1 only, got ${value}`;
}

function shapeOf(value: Tensor): string {
  return `[${value.shape.join(', ')}]`;
}
