import type { ClipConfig } from '../model/clip-config';

/** The smallest model that has everything: two layers, two heads, four patches. */
export const tinyConfig: ClipConfig = {
  embeddingSize: 8,
  image: { imageSize: 8, patchSize: 4, width: 16, layers: 2, heads: 2 },
  text: { vocabularySize: 20, contextLength: 6, width: 16, layers: 2, heads: 2 },
};

/** The same behind a stem, with patches of 2 × 2 of its cells. */
export const stemConfig: ClipConfig = { ...tinyConfig, image: { ...tinyConfig.image, stem: [6] } };

/** Eight unlike images and captions, with a hard caption for each, as arrays. */
export function tinyBatch(pairs = 8) {
  const images = Float32Array.from({ length: pairs * 192 }, (_, i) =>
    Math.sin((1 + Math.floor(i / 192)) * 0.7 * (i % 192)),
  );
  const caption = (pair: number, word: number) => [18, 2 + pair, word, 19];
  return {
    images,
    tokens: Array.from({ length: pairs }, (_, pair) => caption(pair, 12)),
    hardTokens: Array.from({ length: pairs }, (_, pair) => caption(pair, 13)),
    concreteness: Array.from({ length: pairs }, () => 4),
  };
}
