import fc from 'fast-check';
import type { ClipConfig } from '../model/clip-config';
import { type Activation, activations } from '../ops/gelu';

/** Small models of all shapes: unlike towers, one layer to three, one patch to sixteen, every activation. */
export function anyConfig(): fc.Arbitrary<ClipConfig> {
  const tower = fc.record({
    heads: fc.integer({ min: 1, max: 4 }),
    headWidth: fc.integer({ min: 1, max: 6 }),
    layers: fc.integer({ min: 1, max: 3 }),
    mlpRatio: fc.integer({ min: 1, max: 5 }),
  });
  return fc
    .record({
      image: tower,
      text: tower,
      embeddingSize: fc.integer({ min: 1, max: 12 }),
      patchSize: fc.integer({ min: 1, max: 5 }),
      patches: fc.integer({ min: 1, max: 4 }),
      vocabularySize: fc.integer({ min: 3, max: 40 }),
      contextLength: fc.integer({ min: 2, max: 12 }),
      activation: fc.constantFrom<Activation>(...activations.filter((name) => name !== 'gelu_new')),
      layerNormEpsilon: fc.constantFrom(1e-5, 1e-6),
    })
    .map(({ image, text, activation, layerNormEpsilon, patches, patchSize, ...sizes }) => {
      const shared = ({ heads, headWidth, layers, mlpRatio }: typeof image) => ({
        width: heads * headWidth,
        mlpWidth: heads * headWidth * mlpRatio,
        layers,
        heads,
        activation,
        layerNormEpsilon,
      });
      return {
        embeddingSize: sizes.embeddingSize,
        image: { ...shared(image), imageSize: patches * patchSize, patchSize },
        text: {
          ...shared(text),
          vocabularySize: sizes.vocabularySize,
          contextLength: sizes.contextLength,
        },
      };
    });
}
