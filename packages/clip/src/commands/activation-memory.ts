import { type FullClipConfig, patchCount, type TowerConfig } from '../model/clip-config';

/** Bytes beside the weights while one image, text, or pair of both is computed, texts at their full length. */
export interface ActivationBytes {
  readonly image: number;
  readonly text: number;
  readonly pair: number;
}

/**
 * An estimate of what activations take, by the floats of one token in one layer of width w, MLP width m and
 * h heads among n tokens: for a gradient 8w + 3m + h·n are kept in each layer (two normalised inputs, two
 * outputs of norms, queries, keys, values, attention's weights and output; the MLP's input, gate and
 * activation); without one, only the layer at work holds some 14w + 4m + 3h·n.
 */
export function activationBytes(config: FullClipConfig, use: 'inference' | 'training'): ActivationBytes {
  const { image, text } = config;
  const floats = use === 'training' ? keptFloats : layerFloats;
  const pixels = 2 * 3 * image.imageSize ** 2;
  const stem = stemFloats(image, use);
  const tower = floats(image, patchCount(image) + 1);
  // Without a gradient the stem's are gone when the layers begin.
  const images = 4 * (pixels + (use === 'training' ? stem + tower : Math.max(stem, tower)));
  const texts = 4 * floats(text, text.contextLength);
  return { image: images, text: texts, pair: images + texts };
}

/**
 * Of a stem's convolutions: for a gradient each keeps its outputs before and behind the activation, and the widest
 * one's slopes lie beside them; without one, a layer's input and its output twice.
 */
function stemFloats({ imageSize, stem }: FullClipConfig['image'], use: 'inference' | 'training'): number {
  const outputs = stem.map((channels, i) => channels * (imageSize / 2 ** (i + 1)) ** 2);
  if (use === 'training') return 2 * outputs.reduce((sum, floats) => sum + floats, 0);
  return outputs.reduce((most, floats, i) => Math.max(most, 2 * floats + (outputs[i - 1] ?? 0)), 0);
}

function keptFloats({ layers, width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * layers * (8 * width + 3 * mlpWidth + heads * tokens);
}

function layerFloats({ width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * (14 * width + 4 * mlpWidth + 3 * heads * tokens);
}
