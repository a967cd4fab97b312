import type { ClipConfig } from '../../../packages/clip/src/model/clip-config';

/** Sizes of CLIP ViT-B/32 (Radford et al. 2021, table 20). */
const vitB32: ClipConfig = {
  embeddingSize: 512,
  image: { imageSize: 224, patchSize: 32, width: 768, layers: 12, heads: 12 },
  text: { vocabularySize: 49408, contextLength: 77, width: 512, layers: 12, heads: 8 },
};

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
