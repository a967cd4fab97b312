import { type FullClipConfig, patchCount, type TowerConfig } from './clip-config';

/** A parameter's name in Hugging Face's files, its shape there, and what it starts from. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: readonly number[];
  /** Normal with this standard deviation, or a constant. */
  readonly start: { readonly deviation: number } | { readonly constant: number };
}

/**
 * Every parameter of a model, in the order in which their random values are drawn. Standard deviations are
 * those of OpenAI's text tower (`initialize_parameters` in openai/CLIP, after GPT-2), taken for both towers:
 * width^−½ for attention inputs, (2·width)^−½ for the MLP's first layer, and width^−½ · (2·layers)^−½ for
 * what is added to the residual stream, so that its variance does not grow with depth. A stem's convolutions start as
 * He et al. 2015 ("Delving deep into rectifiers", eq. 10) have it: (2 / inputs)^½.
 */
export function parameterSpecs(config: FullClipConfig): ParameterSpec[] {
  const { image, text, embeddingSize } = config;
  const channels = image.stem.at(-1) ?? 3;
  const patch = image.patchSize / 2 ** image.stem.length;
  return [
    ...stem(image.stem),
    normal(
      'vision_model.embeddings.patch_embedding.weight',
      [image.width, channels, patch, patch],
      (channels * patch ** 2) ** -0.5,
    ),
    normal('vision_model.embeddings.class_embedding', [image.width], image.width ** -0.5),
    normal(
      'vision_model.embeddings.position_embedding.weight',
      [patchCount(image) + 1, image.width],
      image.width ** -0.5,
    ),
    // The spelling is Hugging Face's own.
    ...norm('vision_model.pre_layrnorm', image.width),
    ...layers('vision_model', image),
    ...norm('vision_model.post_layernorm', image.width),
    normal('visual_projection.weight', [embeddingSize, image.width], image.width ** -0.5),
    normal('text_model.embeddings.token_embedding.weight', [text.vocabularySize, text.width], 0.02),
    normal('text_model.embeddings.position_embedding.weight', [text.contextLength, text.width], 0.01),
    ...layers('text_model', text),
    ...norm('text_model.final_layer_norm', text.width),
    normal('text_projection.weight', [embeddingSize, text.width], text.width ** -0.5),
    { name: 'logit_scale', shape: [], start: { constant: config.initialLogitScale } },
  ];
}

function stem(channels: readonly number[]): ParameterSpec[] {
  return channels.flatMap((out, i) => {
    const input = channels[i - 1] ?? 3;
    const name = `vision_model.embeddings.stem.${i}`;
    return [
      normal(`${name}.weight`, [out, input, 3, 3], (2 / (9 * input)) ** 0.5),
      constant(`${name}.bias`, out, 0),
    ];
  });
}

function layers(prefix: string, tower: Required<TowerConfig>): ParameterSpec[] {
  const { width, mlpWidth } = tower;
  const input = width ** -0.5;
  const output = input * (2 * tower.layers) ** -0.5;
  return Array.from({ length: tower.layers }, (_, i) => `${prefix}.encoder.layers.${i}`).flatMap((layer) => [
    ...norm(`${layer}.layer_norm1`, width),
    ...dense(`${layer}.self_attn.q_proj`, width, width, input),
    ...dense(`${layer}.self_attn.k_proj`, width, width, input),
    ...dense(`${layer}.self_attn.v_proj`, width, width, input),
    ...dense(`${layer}.self_attn.out_proj`, width, width, output),
    ...norm(`${layer}.layer_norm2`, width),
    ...dense(`${layer}.mlp.fc1`, mlpWidth, width, (2 * width) ** -0.5),
    ...dense(`${layer}.mlp.fc2`, width, mlpWidth, output),
  ]);
}

function dense(name: string, out: number, input: number, deviation: number): ParameterSpec[] {
  return [normal(`${name}.weight`, [out, input], deviation), constant(`${name}.bias`, out, 0)];
}

function norm(name: string, width: number): ParameterSpec[] {
  return [constant(`${name}.weight`, width, 1), constant(`${name}.bias`, width, 0)];
}

function normal(name: string, shape: number[], deviation: number): ParameterSpec {
  return { name, shape, start: { deviation } };
}

function constant(name: string, width: number, value: number): ParameterSpec {
  return { name, shape: [width], start: { constant: value } };
}
