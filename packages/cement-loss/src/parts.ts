import { concat, split, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

/** The embeddings that a loss can be made of, by their names in the batch. */
export type Part = 'images' | 'captions' | 'hardCaptions' | 'hardImages';

/** Something `[rows of the part, D]` for each part in use. */
export type Parts = Readonly<Record<string, Tensor2D>>;

/** Gradients on their way, in pieces to be added up. */
export type Pieces = Readonly<Record<string, Tensor[]>>;

/** Parts below each other, `[rows of all, D]`. */
export function stackParts(parts: Parts, names: readonly Part[]): Tensor2D {
  return concat(
    names.map((name) => parts[name] as Tensor2D),
    0,
  );
}

/** How many rows a part has that is there. */
export function rowsIn(parts: Parts, name: Part): number {
  return (parts[name] as Tensor2D).shape[0];
}

/** Undoes {@link stackParts} for a gradient. */
export function unstackInto(pieces: Pieces, parts: Parts, names: readonly Part[], stacked: Tensor): void {
  const sizes = names.map((name) => rowsIn(parts, name));
  split(stacked, sizes, 0).forEach((piece, index) => {
    pieces[names[index] as Part]?.push(piece);
  });
}
