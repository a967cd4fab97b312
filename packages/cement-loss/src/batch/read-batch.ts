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
  readonly texts?: TextIds | undefined;
}

/** Which texts are equal: the id of each caption `[N]`, and of each hard caption `[N·K]`, undefined in an empty slot. */
export interface TextIds {
  readonly captions: readonly number[];
  readonly hard: ReadonlyArray<number | undefined>;
}

/**
 * Checks the entries that every loss reads; throws an Error that names the argument, the rule and the remedy. Hard
 * negatives have a file of their own, so that a loss without them does not ship their checks.
 */
export function readPairs(op: string, batch: ContrastiveBatch): CheckedBatch {
  checkObject(op, 'batch', batch);
  checkSpelling(op, batch);
  const images = readEmbeddings(
    op,
    'images',
    batch,
    '[N, D] with N, D ≥ 1',
    ({ rank, size }) => rank === 2 && size > 0,
  ) as Tensor2D;
  const captions = readLikeImages(op, 'captions', batch, images);
  const rows = images.shape[0];
  const groups = readNames(op, 'groups', batch)?.value;
  if (groups && shapeOf(groups) !== `[${rows}]`) {
    refuse(op, 'groups', `have one entry for each pair, shape [${rows}]`, groups);
  }
  return { rows, images, captions, groups: groups as Tensor1D, texts: readTexts(op, batch, rows) };
}

const plain = (name: string) => name.toLowerCase().replace(/s$/, '');
const optional = 'hardCaptions hardImages concreteness valid groups textIds teacher'.split(' ');

/** A batch may hold more than a loss reads, but no optional entry in another spelling: "group" would be passed over in silence. */
function checkSpelling(op: string, batch: ContrastiveBatch): void {
  for (const key of reading(op, 'batch', () => Object.keys(batch))) {
    const meant = optional.find((name) => plain(name) === plain(key));
    if (meant && meant !== key) refuse(op, 'batch', `name its entry ${meant}`, key);
  }
}

function readTexts(op: string, batch: ContrastiveBatch, rows: number): TextIds | undefined {
  const read = readNames(op, 'textIds', batch);
  if (!read) return;
  const { value, numbers } = read;
  const [length, width = 0] = value.shape;
  // Of a tensor there are no numbers: it is not read back.
  if (value.rank !== 2 || length !== rows || !numbers.length) {
    refuse(op, 'textIds', `be an array of shape [${rows}, 1 + K]`, value);
  }
  const columns = (first: boolean): number[] => numbers.filter((_, at) => (at % width === 0) === first);
  return { captions: columns(true), hard: columns(false) };
}

/** Names in an array become small whole numbers here: float32 can't tell ids beyond 2²⁴ apart. */
function readNames(
  op: string,
  name: 'groups' | 'textIds',
  batch: ContrastiveBatch,
): { value: Tensor; numbers: number[] } | undefined {
  const given = entryOf(op, batch, name);
  if (given == null) return;
  const ids = new Map<unknown, number>();
  const numbers: number[] = [];
  const value = toTensor(op, name, given, 'hold finite numbers or strings', (entry) => {
    if (typeof entry !== 'string' && !Number.isFinite(entry)) return;
    if (!ids.has(entry)) ids.set(entry, ids.size);
    const id = ids.get(entry) as number;
    numbers.push(id);
    return id;
  });
  return { value, numbers };
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
  return checkEmbeddings(op, name, entryOf(op, batch, name), shape, fits);
}

export function checkEmbeddings(
  op: string,
  name: string,
  given: unknown,
  shape: string,
  fits: (value: Tensor) => boolean,
): Tensor {
  const value = toTensor(op, name, given);
  if (value.dtype !== 'float32' || !fits(value)) refuse(op, name, `be float32 ${shape}`, value);
  return value;
}

/** An entry of a batch, which may be a property that throws. */
export function entryOf<B, Name extends keyof B & string>(op: string, batch: B, name: Name): B[Name] {
  return reading(op, name, () => batch[name]);
}
