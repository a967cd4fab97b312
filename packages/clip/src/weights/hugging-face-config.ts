import { InputError } from '@slipform/kit/errors/input-error';
import type { JsonObject } from '@slipform/kit/formats/parse-json';
import { completeConfig, type FullClipConfig, type TowerConfig } from '../model/clip-config';
import type { Activation } from '../ops/gelu';
import { ConfigFields } from './config-fields';

const file = 'config.json';

// What transformers saves of one tower, by its model_type.
const oneTower: Readonly<Record<string, string>> = {
  clip_text_model: 'text',
  clip_vision_model: 'image',
};

/** Whether a config.json may be that of a CLIP; timm and others have files of the same name. */
export function isHuggingFaceClip(json: JsonObject): boolean {
  const { model_type: type } = json;
  return type === 'clip' || (type === undefined && json.architecture === undefined);
}

/**
 * Reads a CLIP config in Hugging Face's form. Files leave out what equals the default of transformers'
 * CLIPConfig (the ViT-B/32 of Radford et al. 2021), so those defaults are filled in here.
 */
export function fromHuggingFaceConfig(json: JsonObject): FullClipConfig {
  const config = new ConfigFields(json, file);
  refuseOtherModels(config);
  const vision = section(config, 'vision_config');
  const text = section(config, 'text_config');
  if (vision.number('num_channels', 3) !== 3) throw vision.error('num_channels', 'be 3');
  return completeConfig({
    embeddingSize: config.number('projection_dim', 512),
    image: {
      ...tower(vision, { width: 768, layers: 12, heads: 12, mlpWidth: 3072 }),
      imageSize: vision.number('image_size', 224),
      patchSize: vision.number('patch_size', 32),
      // A field of our own: transformers has no such towers. completeConfig refuses what are no channels.
      stem: (vision.value('stem') ?? []) as readonly number[],
    },
    text: {
      ...tower(text, { width: 512, layers: 12, heads: 8, mlpWidth: 2048 }),
      vocabularySize: text.number('vocab_size', 49408),
      contextLength: text.number('max_position_embeddings', 77),
      endToken: text.number('eos_token_id', 49407),
      startToken: text.number('bos_token_id', 49406),
    },
    initialLogitScale: config.number('logit_scale_init_value', 2.6592),
  });
}

/** Types of numbers by transformers' names. */
export type WeightType = 'float32' | 'float16' | 'bfloat16';

/** The config as transformers' CLIPConfig reads it. */
export function toHuggingFaceConfig(config: FullClipConfig, dtype: WeightType): JsonObject {
  const { image, text, embeddingSize } = config;
  return {
    architectures: ['CLIPModel'],
    model_type: 'clip',
    projection_dim: embeddingSize,
    logit_scale_init_value: config.initialLogitScale,
    torch_dtype: dtype,
    vision_config: {
      model_type: 'clip_vision_model',
      ...towerJson(image, embeddingSize),
      image_size: image.imageSize,
      patch_size: image.patchSize,
      ...(image.stem.length === 0 ? {} : { stem: [...image.stem] }),
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

function refuseOtherModels(config: ConfigFields): void {
  const type = config.string('model_type', 'clip');
  if (Object.hasOwn(oneTower, type)) {
    throw new InputError(
      `${file}: model_type ${type} is a CLIP's ${oneTower[type]} tower alone, and loadClip needs both; load the CLIPModel that it was taken from.`,
    );
  }
  // timm's files say `architecture` and no type.
  if (type !== 'clip' || config.has('architecture')) throw config.error('model_type', 'be "clip"');
  const architectures = config.value('architectures') ?? ['CLIPModel'];
  if (!Array.isArray(architectures) || !architectures.includes('CLIPModel')) {
    throw config.error('architectures', 'name CLIPModel, which has both towers and nothing behind them');
  }
}

/**
 * The config of a tower. Files of 2022 hold a second one, `vision_config_dict`, and transformers lets it win
 * with its defaults: the first is then not read at all.
 */
function section(config: ConfigFields, name: string): ConfigFields {
  return config.section(config.has(`${name}_dict`) ? `${name}_dict` : name);
}

function tower(
  fields: ConfigFields,
  defaults: Required<Pick<TowerConfig, 'width' | 'layers' | 'heads' | 'mlpWidth'>>,
): TowerConfig {
  return {
    width: fields.number('hidden_size', defaults.width),
    layers: fields.number('num_hidden_layers', defaults.layers),
    heads: fields.number('num_attention_heads', defaults.heads),
    mlpWidth: fields.number('intermediate_size', defaults.mlpWidth),
    // completeConfig refuses what is no activation.
    activation: fields.string('hidden_act', 'quick_gelu') as Activation,
    layerNormEpsilon: fields.number('layer_norm_eps', 1e-5),
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
