import {
  type ClipModel,
  createClip,
  type Preprocessing,
  trainTokenizer,
  type WordTokenizer,
} from '@slipform/clip';
import type { TrainingTable } from '../data/training-table';

const tower = { width: 64, layers: 1, heads: 4, activation: 'gelu_new' } as const;

/** Paper is 0, as what lies outside of a drawing is for a convolution, and ink −2.5: a deviation of about 1. */
export function preprocessingOf(size: number): Preprocessing {
  return { size, mean: [1, 1, 1], deviation: [0.4, 0.4, 0.4] };
}

/** A token for each word of the names to train on, those of the questions among them. */
export function tokenizerOf({ icons, partners }: Pick<TrainingTable, 'icons' | 'partners'>): WordTokenizer {
  return trainTokenizer(icons.slice(0, partners.length).map(([, , caption]) => caption));
}

/** A model that two minutes can teach something: convolutions, one layer over nine cells, and one over the words. */
export function smallClip(imageSize: number, tokenizer: WordTokenizer, seed: number): ClipModel {
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  return createClip(
    {
      embeddingSize: 64,
      image: { ...tower, imageSize, stem: [16, 32, 64], patchSize: 8 },
      text: { ...tower, vocabularySize, contextLength, startToken, endToken },
    },
    { seed },
  );
}
