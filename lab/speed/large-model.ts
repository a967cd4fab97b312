import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ClipConfig, completeConfig } from '../../packages/clip/src/model/clip-config';
import { parameterSpecs } from '../../packages/clip/src/model/parameter-specs';
import { toHuggingFaceConfig, type WeightType } from '../../packages/clip/src/weights/hugging-face-config';
import { openClipTensors } from '../../packages/clip/src/weights/open-clip-tensors';
import { type NamedTensor, writeSafetensors } from '../../packages/clip/src/weights/safetensors';

/** Sizes of CLIP ViT-B/32 (Radford et al. 2021, table 20). */
export const vitB32: ClipConfig = {
  embeddingSize: 512,
  image: { imageSize: 224, patchSize: 32, width: 768, layers: 12, heads: 12 },
  text: { vocabularySize: 49408, contextLength: 77, width: 512, layers: 12, heads: 8 },
};

/** Writes a random ViT-B/32 in Hugging Face's form, one tensor at a time. */
export async function writeHuggingFace(folder: string, dtype: WeightType): Promise<void> {
  const config = completeConfig(vitB32);
  const tensors = parameterSpecs(config).map(({ name, shape }, at) => randomTensor(name, shape, at));
  await write(join(folder, 'model.safetensors'), tensors, dtype);
  await writeFile(join(folder, 'config.json'), JSON.stringify(toHuggingFaceConfig(config, dtype)));
}

/** The same in open_clip's. */
export async function writeOpenClip(folder: string): Promise<void> {
  const { tensors } = openClipTensors(completeConfig(vitB32), { all: '', text: '' });
  await write(
    join(folder, 'open_clip_model.safetensors'),
    tensors.map(({ name, shape }, at) => randomTensor(name, shape, at)),
    'float32',
  );
  const { image, text, embeddingSize } = vitB32;
  await writeFile(
    join(folder, 'open_clip_config.json'),
    JSON.stringify({
      embed_dim: embeddingSize,
      quick_gelu: true,
      vision_cfg: { image_size: 224, patch_size: 32, width: image.width, layers: image.layers },
      text_cfg: {
        context_length: text.contextLength,
        vocab_size: text.vocabularySize,
        width: text.width,
        heads: text.heads,
        layers: text.layers,
      },
    }),
  );
}

async function write(file: string, tensors: readonly NamedTensor[], dtype: WeightType): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await pipeline(writeSafetensors(tensors, dtype), createWriteStream(file));
}

/** Uniform numbers of the deviation that a layer of this width asks for; norms and the logit scale near one. */
function randomTensor(name: string, shape: readonly number[], seed: number): NamedTensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const spread = shape.length > 1 ? Math.sqrt(3 / shape.at(-1)!) : 0.1;
  const centre = shape.length === 1 && name.endsWith('.weight') ? 1 : 0;
  return {
    name,
    shape,
    values: async () => {
      const values = new Float32Array(size);
      let state = seed + 1;
      for (let i = 0; i < size; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        values[i] = centre + (spread * state) / 2 ** 31;
      }
      return values;
    },
  };
}

/** Floating-point operations of matrix products, twice those of multiplications, for one image or one text of full length. */
export function operations(tower: 'image' | 'text', { lastLayerWhole }: { lastLayerWhole: boolean }): number {
  const { image, text, embeddingSize } = completeConfig(vitB32);
  const { width, layers, mlpWidth } = tower === 'image' ? image : text;
  const tokens = tower === 'image' ? (image.imageSize / image.patchSize) ** 2 + 1 : text.contextLength;
  const layer = (queries: number) =>
    tokens * 2 * width * width +
    queries * (2 * width * width + 2 * width * mlpWidth) +
    2 * queries * tokens * width;
  const patches = tower === 'image' ? (tokens - 1) * 3 * image.patchSize ** 2 * width : 0;
  const products = (layers - 1) * layer(tokens) + layer(lastLayerWhole ? tokens : 1);
  return 2 * (patches + products + width * embeddingSize);
}
