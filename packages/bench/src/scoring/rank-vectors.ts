import type { RetrievalRanks } from './recall';
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
  const count = (image: number, text: number, score: number) => {
    if (imageOf[text] === image) return;
    if (score >= best[image]!) imageRanks[image]!++;
    if (score >= own[text]!) textRanks[text]!++;
  };
  for (let start = 0; start < texts.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, texts.length);
    for (let image = 0; image < images.length; image++) {
      const vector = images[image]!;
      let text = start;
      // Four sums side by side, each in the order of `dot`, so that equal texts have equal scores to the last bit.
      for (; text + 4 <= end; text += 4) {
        const [a, b, c, d] = [texts[text]!, texts[text + 1]!, texts[text + 2]!, texts[text + 3]!];
        let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
        for (let i = 0; i < vector.length; i++) {
          const value = vector[i]!;
          sumA += value * a[i]!;
          sumB += value * b[i]!;
          sumC += value * c[i]!;
          sumD += value * d[i]!;
        }
        count(image, text, sumA);
        count(image, text + 1, sumB);
        count(image, text + 2, sumC);
        count(image, text + 3, sumD);
      }
      for (; text < end; text++) count(image, text, dot(vector, texts[text]!));
    }
  }
  return { imageRanks, textRanks, imageOf };
}
