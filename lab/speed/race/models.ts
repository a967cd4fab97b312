import type { ClipConfig } from '../../../packages/clip/src/model/clip-config';
import { vitB32 } from '../large-model';

const small = { width: 128, layers: 4, heads: 4 };

/** Sizes of models to race, by name; all with random weights. */
export const models = {
  small: {
    title: 'a small model (width 128, 4 layers, pictures of 224 × 224 in patches of 32, texts of 77 tokens)',
    config: {
      embeddingSize: 128,
      image: { ...small, imageSize: 224, patchSize: 32 },
      text: { ...small, vocabularySize: 1024, contextLength: 77 },
    },
  },
  'vit-b-32': { title: 'ViT-B/32', config: vitB32 },
  'vit-b-16': { title: 'ViT-B/16', config: { ...vitB32, image: { ...vitB32.image, patchSize: 16 } } },
} satisfies Readonly<Record<string, { readonly title: string; readonly config: ClipConfig }>>;

export type ModelName = keyof typeof models;
