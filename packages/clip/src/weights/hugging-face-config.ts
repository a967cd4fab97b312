import { isJsonObject, type JsonObject } from '../files/parse-json';
import { InputError } from '../input-error';
import { completeConfig, type FullClipConfig, type TowerConfig } from '../model/clip-config';
import type { Activation } from '../ops/gelu';

const file = 'config.json';

/**
 * Reads a CLIP config in Hugging Face's form. Files leave out what equals the default of transformers'
 * CLIPConfig (the ViT-B/32 of Radford et al. 2021), so those defaults are filled in here.
 */
export function fromHuggingFaceConfig(config: JsonObject): FullClipConfig {
  if (config.model_type !== undefined && config.model_type !== 'clip') {
    throw new InputError(`${file}: model_type must be "clip", got ${JSON.stringify(config.model_type)}.`);
  }
  const vision = section(config, 'vision_config');
  const text = section(config, 'text_config');
  return completeConfig({
    embeddingSize: number(config, 'projection_dim', 512),
    image: {
      ...tower(vision, 'vision_config', { width: 768, layers: 12, heads: 12, mlpWidth: 3072 }),
      imageSize: number(vision, 'image_size', 224),
      patchSize: number(vision, 'patch_size', 32),
    },
    text: {
      ...tower(text, 'text_config', { width: 512, layers: 12, heads: 8, mlpWidth: 2048 }),
      vocabularySize: number(text, 'vocab_size', 49408),
      contextLength: number(text, 'max_position_embeddings', 77),
      endToken: number(text, 'eos_token_id', 49407),
      startToken: number(text, 'bos_token_id', 49406),
    },
    initialLogitScale: number(config, 'logit_scale_init_value', 2.6592),
  });
}

/** The config as transformers' CLIPConfig reads it. */
export function toHuggingFaceConfig(config: FullClipConfig): JsonObject {
  const { image, text, embeddingSize } = config;
  return {
    architectures: ['CLIPModel'],
    model_type: 'clip',
    projection_dim: embeddingSize,
    logit_scale_init_value: config.initialLogitScale,
    torch_dtype: 'float32',
    vision_config: {
      model_type: 'clip_vision_model',
      ...towerJson(image, embeddingSize),
      image_size: image.imageSize,
      patch_size: image.patchSize,
    },
    text_config: {
      model_type: 'clip_text_model',
      ...towerJson(text, embeddingSize),
      max_position_embeddings: text.contextLength,
      vocab_size: text.vocabularySize,
      bos_token_id: text.startToken,
      eos_token_id: text.endToken,
    },
  };
}

function tower(
  json: JsonObject,
  at: string,
  defaults: Required<Pick<TowerConfig, 'width' | 'layers' | 'heads' | 'mlpWidth'>>,
): TowerConfig {
  const activation = json.hidden_act ?? 'quick_gelu';
  if (typeof activation !== 'string') {
    throw new InputError(`${file}: ${at}.hidden_act must be a name, got ${JSON.stringify(activation)}.`);
  }
  return {
    width: number(json, 'hidden_size', defaults.width),
    layers: number(json, 'num_hidden_layers', defaults.layers),
    heads: number(json, 'num_attention_heads', defaults.heads),
    mlpWidth: number(json, 'intermediate_size', defaults.mlpWidth),
    // completeConfig refuses what is no activation.
    activation: activation as Activation,
    layerNormEpsilon: number(json, 'layer_norm_eps', 1e-5),
  };
}

function towerJson(tower: Required<TowerConfig>, embeddingSize: number): JsonObject {
  return {
    hidden_size: tower.width,
    intermediate_size: tower.mlpWidth,
    num_hidden_layers: tower.layers,
    num_attention_heads: tower.heads,
    hidden_act: tower.activation,
    layer_norm_eps: tower.layerNormEpsilon,
    projection_dim: embeddingSize,
  };
}

function section(config: JsonObject, name: string): JsonObject {
  const value = config[name] ?? {};
  if (!isJsonObject(value)) throw new InputError(`${file}: ${name} must be an object.`);
  return value;
}

function number(json: JsonObject, name: string, fallback: number): number {
  const value = json[name] ?? fallback;
  if (typeof value !== 'number') {
    throw new InputError(`${file}: ${name} must be a number, got ${JSON.stringify(value)}.`);
  }
  return value;
}
