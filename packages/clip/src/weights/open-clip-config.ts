import { InputError } from '@slipform/kit/errors/input-error';
import type { JsonObject } from '@slipform/kit/formats/parse-json';
import { clipDeviation, clipMean, type Preprocessing } from '../encoder/preprocess';
import { completeConfig, type FullClipConfig, type TowerConfig } from '../model/clip-config';
import type { Activation } from '../ops/gelu';
import { ConfigFields } from './config-fields';
import { openAiScalars } from './open-clip-tensors';

const file = 'open_clip_config.json';

// The end token of CLIP's own tokenizer. open_clip reads a text at its largest id, which this is even where
// the vocabulary has been padded to a rounder size.
const endToken = 49407;

// Fields that change nothing of what is computed here: of training, of the tokenizer, or of outputs that we
// do not give. A final norm before or after the pooling of one token is the same.
const withoutEffect = new Set([
  'patch_dropout',
  'output_tokens',
  'final_ln_after_pool',
  'hf_tokenizer_name',
  'tokenizer_kwargs',
  'pad_id',
  'eos_id',
  'timm_pool',
  'timm_proj',
  'timm_proj_bias',
  'timm_drop',
  'timm_drop_path',
  'timm_model_pretrained',
  'hf_model_pretrained',
  'hf_proj_type',
  'hf_pooler_type',
  'attn_pooler_queries',
  'attn_pooler_heads',
]);

// Fields that may only have the value that makes open_clip's model a CLIP of ours, and what another means.
const fixed: Readonly<Record<string, readonly [value: unknown, meaning: string]>> = {
  timm_model_name: [undefined, 'timm’s image towers'],
  hf_model_name: [undefined, 'text towers of transformers'],
  attentional_pool: [false, 'attentional pooling'],
  no_ln_pre: [false, 'image towers without a norm before the layers'],
  ls_init_value: [undefined, 'layer scale'],
  pos_embed_type: ['learnable', 'positions that are not learned'],
  no_causal_mask: [false, 'text towers that look ahead'],
  embed_cls: [false, 'text towers with a class token'],
  proj_bias: [false, 'projections with a bias'],
  proj_type: ['linear', 'projections that are not linear'],
};

/**
 * Reads a CLIP config in open_clip's form, bare or under `model_cfg`, with the defaults of its CLIPVisionCfg
 * and CLIPTextCfg. `names` are those of the weights: where the config does not say `quick_gelu`, the
 * activation is open_clip's default, the exact gelu, except for a checkpoint of OpenAI's own, recognised by the
 * scalars in it, whose models all have quick_gelu.
 *
 * @throws {InputError} that names the field which asks for what cannot be built: ResNets, timm's and transformers'
 *   towers, attentional pooling, SigLIP, CoCa
 */
export function fromOpenClipConfig(json: JsonObject, names: readonly string[]): FullClipConfig {
  const outer = new ConfigFields(json, file);
  const config = outer.has('model_cfg') ? outer.section('model_cfg') : outer;
  if (!config.has('vision_cfg') || !config.has('text_cfg')) {
    throw config.error(config.has('vision_cfg') ? 'text_cfg' : 'vision_cfg', 'describe a tower');
  }
  if (!config.has('embed_dim')) throw config.error('embed_dim', 'be the length of the embeddings');
  if (config.has('multimodal_cfg')) throw unsupported(config, 'multimodal_cfg', 'CoCa');
  if (config.has('init_logit_bias')) throw unsupported(config, 'init_logit_bias', 'SigLIP');
  const vision = config.section('vision_cfg');
  const text = config.section('text_cfg');
  if (Array.isArray(vision.value('layers'))) throw unsupported(vision, 'layers', 'ResNet image towers');
  refuseOthers(vision, ['layers', 'width', 'head_width', 'mlp_ratio', 'patch_size', 'image_size'], 'tok');
  refuseOthers(text, ['context_length', 'vocab_size', 'width', 'heads', 'layers', 'mlp_ratio'], 'argmax');

  const fromOpenAi = openAiScalars.every((scalar) => names.some((name) => name.endsWith(scalar)));
  const quick = config.boolean('quick_gelu', fromOpenAi);
  const width = vision.number('width', 768);
  const headWidth = vision.number('head_width', 64);
  if (width % headWidth !== 0) throw vision.error('head_width', `divide the width ${width}`);
  const vocabularySize = text.number('vocab_size', 49408);
  const end = vocabularySize > endToken ? endToken : vocabularySize - 1;
  return completeConfig({
    embeddingSize: config.number('embed_dim', 0),
    image: {
      ...tower(vision, width, width / headWidth, quick),
      imageSize: side(vision, 'image_size', 224),
      patchSize: side(vision, 'patch_size', 16),
    },
    text: {
      ...tower(text, text.number('width', 512), text.number('heads', 8), quick),
      vocabularySize,
      contextLength: text.number('context_length', 77),
      endToken: end,
      startToken: end - 1,
    },
    initialLogitScale: config.number('init_logit_scale', Math.log(1 / 0.07)),
  });
}

function tower(fields: ConfigFields, width: number, heads: number, quick: boolean): TowerConfig {
  return {
    width,
    heads,
    layers: fields.number('layers', 12),
    mlpWidth: Math.floor(width * fields.number('mlp_ratio', 4)),
    activation: activation(fields, quick),
    layerNormEpsilon: fields.section('norm_kwargs').number('eps', 1e-5),
  };
}

function activation(fields: ConfigFields, quick: boolean): Activation {
  const options = fields.section('act_kwargs');
  const approximate = options.string('approximate', 'none');
  if (approximate !== 'none' && approximate !== 'tanh') {
    throw options.error('approximate', 'be "none" or "tanh"');
  }
  if (quick) return 'quick_gelu';
  return approximate === 'tanh' ? 'gelu_pytorch_tanh' : 'gelu';
}

/** A length that files give as one number or as height and width, which must be equal. */
function side(fields: ConfigFields, name: string, fallback: number): number {
  const value = fields.value(name);
  if (!Array.isArray(value)) return fields.number(name, fallback);
  const [height, width] = value;
  if (value.length !== 2 || typeof height !== 'number' || height !== width) {
    throw fields.error(name, 'be one length: images and patches are square');
  }
  return height;
}

/** An unknown field may ask for anything, so it is refused unless it asks for nothing. */
function refuseOthers(fields: ConfigFields, read: readonly string[], pooling: string): void {
  const pool = fields.string('pool_type', pooling);
  if (pool !== pooling) throw unsupported(fields, 'pool_type', `pooling other than ${pooling}`);
  for (const name of fields.names()) {
    const value = fields.value(name);
    const must = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
    if (must !== undefined) {
      if (value !== undefined && value !== must[0]) throw unsupported(fields, name, must[1]);
    } else if (
      ![...read, 'pool_type', 'norm_kwargs', 'act_kwargs'].includes(name) &&
      !withoutEffect.has(name) &&
      value !== undefined &&
      value !== false
    ) {
      throw fields.error(name, 'be left out: this field is not known here');
    }
  }
}

function unsupported(fields: ConfigFields, name: string, meaning: string) {
  return fields.error(name, `be left out, since ${meaning} cannot be built here`);
}

// Tokens of the tokenizer that OpenAI's models share.
const clipVocabulary = 49408;

/**
 * The content of open_clip_config.json, which open_clip's `create_model_from_pretrained('local-dir:…')` reads.
 *
 * @throws {InputError} for what open_clip's config cannot say: a stem of convolutions, towers of two activations of which one is quick_gelu, a
 *   text that does not end in the largest id, and pictures that are resized by Lanczos or to more than is cut out
 */
export function toOpenClipConfig(
  place: string,
  config: FullClipConfig,
  preprocessing: Preprocessing,
): JsonObject {
  const { image, text, embeddingSize, initialLogitScale } = config;
  const refuse = (what: string): never => {
    throw new InputError(`${place}: open_clip's config cannot say ${what}; save with naming 'huggingface'.`);
  };
  if (image.stem.length > 0) refuse('that convolutions come before the patches (image.stem)');
  const isQuick = [image, text].map(({ activation }) => activation === 'quick_gelu');
  const json = {
    model_cfg: {
      embed_dim: embeddingSize,
      quick_gelu: isQuick[0] === true,
      init_logit_scale: initialLogitScale,
      vision_cfg: {
        ...towerFields(image),
        head_width: image.width / image.heads,
        image_size: image.imageSize,
        patch_size: image.patchSize,
      },
      text_cfg: {
        ...towerFields(text),
        heads: text.heads,
        context_length: text.contextLength,
        vocab_size: text.vocabularySize,
        // Without a name open_clip takes CLIP's own vocabulary; with any, the tokenizer.json of the folder (`local-dir:`).
        ...(text.vocabularySize === clipVocabulary ? {} : { hf_tokenizer_name: '.' }),
      },
    },
    preprocess_cfg: pictures(place, preprocessing),
  };
  // What another reader would take it for.
  const read = fromOpenClipConfig(json, []);
  if (isQuick[0] !== isQuick[1]) refuse('that one tower alone has quick_gelu');
  // Configs that say 2 mean the largest id.
  if (text.endToken !== 2 && read.text.endToken !== text.endToken) {
    refuse(`that a text ends with ${text.endToken}: it reads it at ${read.text.endToken}`);
  }
  if (read.image.mlpWidth !== image.mlpWidth || read.text.mlpWidth !== text.mlpWidth) {
    refuse('the width of the MLPs');
  }
  return json;
}

function towerFields({
  width,
  layers,
  mlpWidth,
  activation,
  layerNormEpsilon,
}: Required<TowerConfig>): JsonObject {
  const isTanh = activation === 'gelu_pytorch_tanh' || activation === 'gelu_new';
  return {
    width,
    layers,
    ...(mlpWidth === 4 * width ? {} : { mlp_ratio: mlpWidth / width }),
    ...(layerNormEpsilon === 1e-5 ? {} : { norm_kwargs: { eps: layerNormEpsilon } }),
    ...(isTanh ? { act_kwargs: { approximate: 'tanh' } } : {}),
  };
}

function pictures(place: string, preprocessing: Preprocessing): JsonObject {
  const { size, shorterSide = size, fit = 'crop', interpolation = 'bicubic' } = preprocessing;
  const { mean = clipMean, deviation = clipDeviation } = preprocessing;
  if (interpolation === 'lanczos' || (fit === 'crop' && shorterSide !== size)) {
    throw new InputError(
      `${place}: open_clip resizes pictures by bicubic or bilinear interpolation to ${size} pixels, and this preprocessing does otherwise; save with naming 'huggingface'.`,
    );
  }
  return {
    size,
    mode: 'RGB',
    mean,
    std: deviation,
    interpolation,
    resize_mode: fit === 'squash' ? 'squash' : 'shortest',
  };
}
