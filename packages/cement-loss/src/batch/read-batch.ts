import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { checkObject } from '../options/read-options';
import { reading, refuse, shapeOf } from '../options/refuse';
import type { ContrastiveBatch } from './batch';
import { toTensor } from './to-tensor';

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
  /** The values of `valid` if it came as an array; else empty. */
  readonly slots?: readonly number[];
  /** `[N]`; equal numbers are one group */
  readonly groups?: Tensor1D | undefined;
}

/**
 * Checks the entries that every loss reads; throws an Error that names the argument, the rule and the remedy. Hard
 * negatives have a file of their own, so that a loss without them does not ship their checks.
 */
export function readPairs(op: string, batch: ContrastiveBatch): CheckedBatch {
  checkObject(op, 'batch', batch);
  const images = readEmbeddings(
    op,
    'images',
    batch,
    '[N, D] with N, D ≥ 1',
    ({ rank, size }) => rank === 2 && size > 0,
  ) as Tensor2D;
  const captions = readLikeImages(op, 'captions', batch, images);
  const rows = images.shape[0];
  const given = entryOf(op, batch, 'groups');
  if (given == null) return { rows, images, captions };
  // Names in an array become small whole numbers here: float32 can't tell ids beyond 2²⁴ apart.
  const ids = new Map<unknown, number>();
  const groups = toTensor(op, 'groups', given, 'hold finite numbers or strings', (entry) => {
    if (!ids.has(entry)) ids.set(entry, ids.size);
    return typeof entry === 'string' || Number.isFinite(entry) ? ids.get(entry) : undefined;
  });
  if (shapeOf(groups) !== `[${rows}]`) {
    refuse(op, 'groups', `have one entry for each pair, shape [${rows}]`, groups);
  }
  return { rows, images, captions, groups: groups as Tensor1D };
}

export function readLikeImages(
  op: string,
  name: 'captions' | 'hardImages',
  batch: ContrastiveBatch,
  images: Tensor2D,
): Tensor2D {
  const shape = shapeOf(images);
  return readEmbeddings(
    op,
    name,
    batch,
    `${shape} like images`,
    (value) => shapeOf(value) === shape,
  ) as Tensor2D;
}

export function readEmbeddings(
  op: string,
  name: keyof ContrastiveBatch,
  batch: ContrastiveBatch,
  shape: string,
  fits: (value: Tensor) => boolean,
): Tensor {
  const value = toTensor(op, name, entryOf(op, batch, name));
  if (value.dtype !== 'float32' || !fits(value)) refuse(op, name, `be float32 ${shape}`, value);
  return value;
}

/** An entry of a batch, which may be a property that throws. */
export function entryOf<B, Name extends keyof B & string>(op: string, batch: B, name: Name): B[Name] {
  return reading(op, name, () => batch[name]);
}
