import { concat, split, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

/** The embeddings that a loss can be made of, by their names in the batch. */
export type EmbeddingName = 'images' | 'captions' | 'hardCaptions' | 'hardImages';

/** Something `[rows, D]` for each kind of embedding in use. */
export type Embeddings = Readonly<Record<string, Tensor2D>>;

/** For each kind of embedding the parts of its gradient, which are added up at the end. */
export type GradientParts = Readonly<Record<string, Tensor[]>>;

/** Embeddings of several kinds below each other, `[rows of all, D]`. */
export function stackRows(embeddings: Embeddings, names: readonly EmbeddingName[]): Tensor2D {
  return concat(
    names.map((name) => embeddings[name] as Tensor2D),
    0,
  );
}

/** How many embeddings there are of a kind that is in use. */
export function rowsIn(embeddings: Embeddings, name: EmbeddingName): number {
  return (embeddings[name] as Tensor2D).shape[0];
}

/** Undoes {@link stackRows} for a gradient. */
export function unstackInto(
  gradientParts: GradientParts,
  embeddings: Embeddings,
  names: readonly EmbeddingName[],
  stacked: Tensor,
): void {
  const sizes = names.map((name) => rowsIn(embeddings, name));
  split(stacked, sizes, 0).forEach((part, index) => {
    gradientParts[names[index] as EmbeddingName]?.push(part);
  });
}
