import type { ClipConfig, Tokenizer } from '@slipform/clip';

/** How a dual encoder for icons is made from random weights, by InfoNCE alone. */
export interface IconPretraining {
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
  /** Gradients are scaled down to this norm. */
  readonly clipNorm: number;
  /** Tokens of the byte-level BPE at most. */
  readonly vocabularySize: number;
  /** Tokens of a caption, with start and end. */
  readonly contextLength: number;
  readonly embeddingSize: number;
  readonly image: Omit<ClipConfig['image'], 'imageSize'>;
  readonly text: Pick<ClipConfig['text'], 'width' | 'layers' | 'heads' | 'activation'>;
}

/** The committed model's; `slipform-lab icons-model` makes it. */
export const ICON_PRETRAINING: IconPretraining = {
  steps: 4000,
  batchSize: 256,
  learningRate: 2e-3,
  warmupSteps: 200,
  weightDecay: 0.1,
  clipNorm: 1,
  vocabularySize: 5000,
  contextLength: 12,
  embeddingSize: 128,
  image: {
    ...{ stem: [24, 64, 128, 192], patchSize: 16 },
    ...{ width: 128, layers: 2, heads: 4, activation: 'gelu_new' },
  },
  text: { width: 128, layers: 2, heads: 4, activation: 'gelu_new' },
};

/** The architecture for drawings of a size and a tokenizer of ours. */
export function iconModelConfig(
  { embeddingSize, image, text }: IconPretraining,
  imageSize: number,
  { vocabularySize, contextLength, startToken, endToken }: Tokenizer,
): ClipConfig {
  return {
    embeddingSize,
    image: { ...image, imageSize },
    text: { ...text, vocabularySize, contextLength, startToken, endToken },
  };
}
