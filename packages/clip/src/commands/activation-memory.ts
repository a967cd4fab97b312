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
  const images = 4 * (pixels + floats(image, patchCount(image) + 1));
  const texts = 4 * floats(text, text.contextLength);
  return { image: images, text: texts, pair: images + texts };
}

function keptFloats({ layers, width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * layers * (8 * width + 3 * mlpWidth + heads * tokens);
}

function layerFloats({ width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * (14 * width + 4 * mlpWidth + 3 * heads * tokens);
}
