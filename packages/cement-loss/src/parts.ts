import { add, concat, reshape, slice, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { CheckedBatch } from './read-batch';

/** The embeddings that a loss can be made of, by their names in the batch. */
export type Part = 'images' | 'captions' | 'hardCaptions' | 'hardImages';

/** Something `[rows of the part, D]` for each part in use: embeddings, or their gradients. */
export type Parts = Partial<Record<Part, Tensor2D>>;

/** The parts that a batch brings, in the order of the custom gradient's inputs. */
export function partsOf(batch: CheckedBatch): Part[] {
  const all: readonly Part[] = ['images', 'captions', 'hardCaptions', 'hardImages'];
  return all.filter((part) => batch[part]);
}

/** `[N, K, D]` or `[N, D]` as `[rows, D]`. */
export function flatten(embeddings: Tensor): Tensor2D {
  return embeddings.rank === 2
    ? (embeddings as Tensor2D)
    : reshape(embeddings, [-1, embeddings.shape[embeddings.rank - 1] ?? 1]);
}

/** Parts below each other, `[rows of all, D]`. */
export function stackParts(parts: Parts, names: readonly Part[]): Tensor2D {
  const stack = names.map((name) => get(parts, name));
  return stack.length === 1 && stack[0] ? stack[0] : (concat(stack, 0) as Tensor2D);
}

/** Undoes {@link stackParts} for a gradient, adding to what `gradients` already holds. `sizes` has the parts' rows. */
export function addUnstacked(
  gradients: Parts,
  names: readonly Part[],
  stacked: Tensor2D,
  sizes: Parts,
): void {
  let start = 0;
  for (const name of names) {
    const size = get(sizes, name).shape[0];
    const piece = names.length === 1 ? stacked : slice(stacked, [start, 0], [size, stacked.shape[1]]);
    const before = gradients[name];
    gradients[name] = before ? add(before, piece) : piece;
    start += size;
  }
}

/** A part that the layout says is there. */
export function get(parts: Parts, name: Part): Tensor2D {
  const part = parts[name];
  if (!part) throw new Error(`no ${name} in this layout`);
  return part;
}
