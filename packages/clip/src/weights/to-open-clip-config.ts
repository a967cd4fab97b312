import type { JsonObject } from '@slipform/kit/formats/parse-json';
import { clipDeviation, clipMean, type Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import type { FullClipConfig, TowerConfig } from '../model/clip-config';
import { fromOpenClipConfig } from './open-clip-config';

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

function tower({ width, layers, mlpWidth, activation, layerNormEpsilon }: Required<TowerConfig>): JsonObject {
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
