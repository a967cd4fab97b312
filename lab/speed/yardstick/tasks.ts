import type { ClipConfig, TowerConfig } from '../../../packages/clip/src/model/clip-config';
import { trainTokenizer } from '../../../packages/clip/src/tokenizer/train-tokenizer';

/** What all sides do, each in its own way. */
export interface Task {
  readonly name: string;
  readonly kind: 'train' | 'embed';
  readonly config: ClipConfig;
  readonly batch: number;
  /** What is counted: steps of training, or images embedded. */
  readonly unit: 'steps/s' | 'images/s';
  /** Turns of each side. */
  readonly rounds: number;
}

/** Both towers alike, the vocabulary of 1,024 tokens; the text ends with its last token. */
function twin(
  size: TowerConfig,
  image: { readonly imageSize: number; readonly patchSize: number },
  contextLength: number,
): ClipConfig {
  // The GELU that PyTorch has in one kernel.
  const tower: TowerConfig = { ...size, activation: 'gelu_pytorch_tanh' };
  return {
    embeddingSize: size.width,
    image: { ...tower, ...image },
    text: { ...tower, vocabularySize: 1024, contextLength },
  };
}

const small: TowerConfig = { width: 128, layers: 4, heads: 4 };
export const yardstick = twin(small, { imageSize: 56, patchSize: 8 }, 16);
const demo = twin({ width: 64, layers: 2, heads: 2 }, { imageSize: 48, patchSize: 16 }, 9);
const icons = twin(small, { imageSize: 32, patchSize: 8 }, 10);

/** An encoder has to have one; no text is embedded. */
const anyTokenizer = () => trainTokenizer(['a picture']);

/** The image tower of ViT-B/32 as LAION's models have it, with next to no text tower, which images don't ask for. */
function vitB32(): ClipConfig {
  const { vocabularySize, contextLength, startToken, endToken } = anyTokenizer();
  return {
    embeddingSize: 512,
    image: { imageSize: 224, patchSize: 32, width: 768, layers: 12, heads: 12, activation: 'gelu' },
    text: {
      ...{ vocabularySize, contextLength, startToken, endToken },
      ...{ width: 64, layers: 1, heads: 1, activation: 'gelu' },
    },
  };
}

function training(name: string, config: ClipConfig, batch: number, rounds: number): Task {
  return { name: `${name}, ${batch}`, kind: 'train', config, batch, unit: 'steps/s', rounds };
}

/** The tasks of a race, with their default number of rounds. */
export const tasks: readonly Task[] = [
  training('yardstick', yardstick, 8, 5),
  training('yardstick', yardstick, 32, 5),
  training('yardstick', yardstick, 128, 3),
  training('demo', demo, 128, 5),
  training('icons', icons, 256, 3),
  {
    ...{ name: 'ViT-B/32 images, 32', kind: 'embed', config: vitB32() },
    ...{ batch: 32, unit: 'images/s', rounds: 3 },
  },
];
