import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { type Block, type BlockForward, blockForward } from './block';
import type { Layout } from './layouts/layout';
import type { Margin } from './margins/margin';
import { type Parts, stackParts } from './parts';
import type { CheckedBatch } from './read-batch';

/** What distinguishes one loss from another: which logits it is made of, and what is added to them. */
export interface Recipe {
  readonly layout: Layout;
  readonly margin: Margin;
}

/** A block with its embeddings and its way forward. */
export interface BlockRun extends BlockForward {
  readonly block: Block;
  readonly images: Tensor2D;
  readonly texts: Tensor2D;
}

/** The way forward of every block of a recipe: the loss takes its value, the gradient budget its probabilities. */
export function runBlocks(recipe: Recipe, batch: CheckedBatch, parts: Parts, scale: Scalar): BlockRun[] {
  const { layout, margin } = recipe;
  const { rows, hardPerRow, concreteness, valid } = batch;
  const margins =
    hardPerRow > 0
      ? margin.perNegative?.({
          shape: [rows, hardPerRow],
          ...(concreteness && { concreteness }),
          ...(valid && { valid }),
        })
      : undefined;
  return layout(batch, margins).map((block) => {
    const images = stackParts(parts, block.imageParts);
    const texts = stackParts(parts, block.textParts);
    return { block, images, texts, ...blockForward(block, images, texts, scale, margin) };
  });
}
