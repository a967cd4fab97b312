import { clone, tidy } from '@tensorflow/tfjs-core';
import type { FullClipConfig, TowerConfig } from '../model/clip-config';
import type { ClipModel } from '../model/clip-model';
import { openClipNames, openClipTensor } from './open-clip-naming';
import { safetensorsOf } from './safetensors-bytes';

/** A model's files as open_clip would have written them. */
export async function openClipFiles(model: ClipModel, rename: (name: string) => string = (name) => name) {
  const { image, text } = model.config;
  const names = openClipNames({ image: image.layers, text: text.layers });
  const tensors = [];
  for (const name of names) {
    const x = tidy(() => openClipTensor(name, (parameter) => clone(model.parameter(parameter))));
    tensors.push({ name: rename(name), shape: x.shape, values: Float32Array.from(await x.data()) });
    x.dispose();
  }
  return {
    'open_clip_config.json': JSON.stringify({ model_cfg: openClipConfig(model.config) }),
    'open_clip_model.safetensors': safetensorsOf(tensors),
  };
}

/** The config in open_clip's form, with every field that it has; both towers have one activation there. */
export function openClipConfig({ image, text, embeddingSize, initialLogitScale }: FullClipConfig) {
  const tower = ({ width, layers, mlpWidth, activation, layerNormEpsilon }: Required<TowerConfig>) => ({
    width,
    layers,
    mlp_ratio: mlpWidth / width,
    norm_kwargs: { eps: layerNormEpsilon },
    act_kwargs: activation === 'gelu_pytorch_tanh' ? { approximate: 'tanh' } : {},
  });
  return {
    embed_dim: embeddingSize,
    quick_gelu: image.activation === 'quick_gelu',
    init_logit_scale: initialLogitScale,
    vision_cfg: {
      ...tower(image),
      head_width: image.width / image.heads,
      image_size: image.imageSize,
      patch_size: image.patchSize,
    },
    text_cfg: {
      ...tower(text),
      heads: text.heads,
      context_length: text.contextLength,
      vocab_size: text.vocabularySize,
    },
  };
}
