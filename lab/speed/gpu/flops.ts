import type { FullClipConfig } from '../../../packages/clip/src/model/clip-config';

/**
 * Floating-point operations of matrix products, two for each multiply-add, for one image or one text: patches, layers
 * (the last one reads one token alone, as this package computes it) and projection.
 */
export function forwardFlops(
  tower: 'image' | 'text',
  { image, text, embeddingSize }: FullClipConfig,
): number {
  const { width, layers, mlpWidth } = tower === 'image' ? image : text;
  const tokens = tower === 'image' ? (image.imageSize / image.patchSize) ** 2 + 1 : text.contextLength;
  const layer = (queries: number) =>
    // Keys and values; queries and what attention gives; the hidden layer; scores and the sum that they weigh.
    2 * tokens * width * width +
    queries * (2 * width * width + 2 * width * mlpWidth) +
    2 * queries * tokens * width;
  const layersAll = (layers - 1) * layer(tokens) + layer(1);
  return 2 * (layersAll + width * embeddingSize) + (tower === 'image' ? patchFlops({ image }) : 0);
}

/** Cutting one image into patches. */
function patchFlops({ image }: Pick<FullClipConfig, 'image'>): number {
  return 2 * (image.imageSize / image.patchSize) ** 2 * 3 * image.patchSize ** 2 * image.width;
}

/**
 * Those of a training step on `pairs` images and captions with a contrastive loss: a product has two gradients, each as
 * dear as itself, but no gradient goes to the pixels.
 */
export function stepFlops(config: FullClipConfig, pairs: number): number {
  const towers = forwardFlops('image', config) + forwardFlops('text', config);
  return pairs * (3 * towers - patchFlops(config)) + 3 * 2 * pairs * pairs * config.embeddingSize;
}
