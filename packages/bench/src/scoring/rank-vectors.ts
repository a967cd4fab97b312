import type { RetrievalRanks } from '../recall';
import { dot } from './unit-vectors';

/** Texts that are compared with an image at a time, so that they stay in the cache. */
const BLOCK = 64;

/**
 * Ranks of the right answers both ways from unit vectors, without holding the whole table of scores: 5,000 images
 * and 25,000 texts would be a gigabyte. What the ranks mean says {@link recall}.
 */
export function rankVectors(
  images: readonly Float64Array[],
  texts: readonly Float64Array[],
  imageOf: readonly number[],
): RetrievalRanks {
  const own = Float64Array.from(imageOf, (image, text) => dot(images[image]!, texts[text]!));
  const best = new Float64Array(images.length).fill(Number.NEGATIVE_INFINITY);
  imageOf.forEach((image, text) => {
    best[image] = Math.max(best[image]!, own[text]!);
  });
  const imageRanks = new Float64Array(images.length).fill(1);
  const textRanks = new Float64Array(texts.length).fill(1);
  for (let start = 0; start < texts.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, texts.length);
    for (let image = 0; image < images.length; image++) {
      const vector = images[image]!;
      for (let text = start; text < end; text++) {
        if (imageOf[text] === image) continue;
        const score = dot(vector, texts[text]!);
        if (score >= best[image]!) imageRanks[image]!++;
        if (score >= own[text]!) textRanks[text]!++;
      }
    }
  }
  return { imageRanks, textRanks, imageOf };
}
