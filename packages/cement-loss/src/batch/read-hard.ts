import { cast, reshape, type Tensor, type Tensor2D, tensor2d, where, zerosLike } from '@tensorflow/tfjs-core';
import { refuse, shapeOf } from '../options/refuse';
import type { ContrastiveBatch } from './batch';
import {
  type CheckedBatch,
  entryOf,
  readEmbeddings,
  readLikeImages,
  readPairs,
  type TextIds,
} from './read-batch';
import { toTensor } from './to-tensor';

/** Checks a batch with hard captions: what {@link readPairs} does, and `hardCaptions` and `valid`. */
export function readHard(op: string, batch: ContrastiveBatch): CheckedBatch {
  const pairs = readPairs(op, batch);
  const [rows, dim] = pairs.images.shape;
  if (entryOf(op, batch, 'hardCaptions') == null) {
    refuse(op, 'hardCaptions', 'be in the batch of a loss with hard captions', undefined);
  }
  const hardCaptions = readEmbeddings(
    op,
    'hardCaptions',
    batch,
    `[${rows}, K, ${dim}], or [${rows}, ${dim}] for K = 1`,
    ({ rank, shape, size }) =>
      (rank === 2 || rank === 3) && shape[0] === rows && shape[rank - 1] === dim && size > 0,
  );
  const withHard = { ...pairs, hardCaptions };
  const slots: number[] = [];
  const valid =
    entryOf(op, batch, 'valid') == null
      ? undefined
      : onePerNegative(
          op,
          'valid',
          readValid(op, batch, (slot) => slots.push(slot)),
          withHard,
        );
  return pairs.texts ? withoutCopies(op, withHard, valid, slots) : { ...withHard, slots, valid };
}

/** Hard captions that are equal to the caption of their pair, or to an earlier hard caption of it, are missing. */
function withoutCopies(
  op: string,
  checked: CheckedBatch,
  valid: Tensor2D | undefined,
  slots: readonly number[],
): CheckedBatch {
  const { rows, texts } = checked;
  const { captions, hard } = texts as TextIds;
  const hardPerRow = hardPerRowOf(checked);
  if (hard.length !== rows * hardPerRow) {
    const rule = `have 1 + K = ${1 + hardPerRow} ids for each pair, its caption's and its hard captions'`;
    refuse(op, 'textIds', rule, 1 + hard.length / rows);
  }
  if (valid && !slots.length) refuse(op, 'valid', 'be an array beside textIds', valid);
  const seen = captions.map((id) => new Set<unknown>([id]));
  const left = hard.map((id, at) => {
    const ofRow = seen[Math.floor(at / hardPerRow)] as Set<unknown>;
    if (slots[at] === 0 || ofRow.has(id)) return undefined;
    ofRow.add(id);
    return id;
  });
  const there = left.map((id) => (id === undefined ? 0 : 1));
  return {
    ...checked,
    texts: { captions, hard: left },
    slots: there,
    valid: there.includes(0) ? tensor2d(there, [rows, hardPerRow]) : undefined,
  };
}

/** Zeros and ones; whatever else a tensor holds counts as 1, since it is not read back. */
export function readValid(
  op: string,
  batch: Pick<ContrastiveBatch, 'valid'>,
  see?: (slot: number) => void,
): Tensor {
  const given = toTensor(op, 'valid', entryOf(op, batch, 'valid'), 'hold 0 and 1 only', (entry) => {
    if (entry !== 0 && entry !== 1 && typeof entry !== 'boolean') return undefined;
    see?.(Number(entry));
    return Number(entry);
  });
  return cast(cast(given, 'bool'), 'float32');
}

/** Ratings from 1 to 5; `isEmpty` says of the n-th entry of an array whether its slot holds no hard caption. */
export function readRatings(
  op: string,
  batch: Pick<ContrastiveBatch, 'concreteness'>,
  isEmpty: (position: number) => boolean,
): Tensor {
  let position = 0;
  const given = entryOf(op, batch, 'concreteness');
  return toTensor(op, 'concreteness', given, 'lie in [1, 5] (map your scale first)', (entry) => {
    // An empty slot has no changed word, so whatever stands there is not a rating.
    if (isEmpty(position++)) return 1;
    return typeof entry === 'number' && entry >= 1 && entry <= 5 ? entry : undefined;
  });
}

/** Adds what the triplet and paired layouts need: an image for each hard caption. */
export function readHardImages(op: string, batch: ContrastiveBatch): CheckedBatch {
  const checked = readHard(op, batch);
  const hardPerRow = hardPerRowOf(checked);
  if (hardPerRow > 1) {
    const rule = 'have K = 1 in the triplet and paired layouts (captions takes more)';
    refuse(op, 'hardCaptions', rule, hardPerRow);
  }
  return { ...checked, hardImages: readLikeImages(op, 'hardImages', batch, checked.images) };
}

/** Adds the concreteness that a margin is made of. */
export function readConcreteness(op: string, batch: ContrastiveBatch, checked: CheckedBatch): CheckedBatch {
  if (entryOf(op, batch, 'concreteness') == null) {
    refuse(op, 'concreteness', 'be in the batch (staticMargin and noMargin need none)', undefined);
  }
  const { slots, valid } = checked;
  const ratings = readRatings(op, batch, (position) => slots?.[position] === 0);
  const given = onePerNegative(op, 'concreteness', ratings, checked);
  // NaN in the empty slot of a tensor is not removed by a multiplication by 0.
  return {
    ...checked,
    concreteness: valid ? where(cast(valid, 'bool'), given, zerosLike(given)) : given,
  };
}

/** K, the hard captions for each pair. */
export function hardPerRowOf({ rows, images, hardCaptions }: CheckedBatch): number {
  return hardCaptions ? hardCaptions.size / (rows * images.shape[1]) : 0;
}

function onePerNegative(
  op: string,
  name: 'concreteness' | 'valid',
  value: Tensor,
  checked: CheckedBatch,
): Tensor2D {
  const { rows } = checked;
  const hardPerRow = hardPerRowOf(checked);
  const full = `[${rows}, ${hardPerRow}]`;
  const short = hardPerRow === 1 ? `[${rows}]` : full;
  if (![full, short].includes(shapeOf(value))) {
    const shapes = short === full ? full : `${full} or ${short}`;
    refuse(op, name, `have one entry for each hard caption, shape ${shapes}`, value);
  }
  return reshape(cast(value, 'float32'), [rows, hardPerRow]);
}
