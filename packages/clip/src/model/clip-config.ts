import { type FieldNames, refuseUnknownOptions } from '@slipform/kit/options/refuse-unknown-options';
import { shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';
import { type Activation, activations } from '../ops/gelu';

/** One transformer tower; `?` fields have CLIP's defaults. */
export interface TowerConfig {
  /** Width of the residual stream. */
  readonly width: number;
  readonly layers: number;
  /** Attention heads; they divide the width. */
  readonly heads: number;
  /** Width of the hidden layer of the MLP. Default: 4 · width. */
  readonly mlpWidth?: number;
  /** Default 'quick_gelu', as OpenAI's CLIP. */
  readonly activation?: Activation;
  /** ε of the layer norms. Default 1e-5. */
  readonly layerNormEpsilon?: number;
}

export interface ImageTowerConfig extends TowerConfig {
  /** Height and width of the (square) images in pixels. */
  readonly imageSize: number;
  /** Side of a patch in pixels of the picture; it divides the image size. With a stem of n it is a multiple of 2ⁿ. */
  readonly patchSize: number;
  /**
   * Channels of convolutions before the patch embedding, each with windows of 3 × 3, 2 pixels apart, and the tower's
   * activation behind it (Xiao et al. 2021, "Early Convolutions Help Transformers See Better"). At most 8. Default
   * none, [], as CLIP's own image towers.
   */
  readonly stem?: readonly number[];
}

export interface TextTowerConfig extends TowerConfig {
  readonly vocabularySize: number;
  /** The most tokens that a text may have, start and end token included. */
  readonly contextLength: number;
  /** The token that a text is read at: its first occurrence. Default: vocabularySize − 1. */
  readonly endToken?: number;
  /** Default: vocabularySize − 2. */
  readonly startToken?: number;
}

/** Architecture of a CLIP dual encoder (Radford et al. 2021, section 2.4). */
export interface ClipConfig {
  /** Length of the embeddings that both towers end in. */
  readonly embeddingSize: number;
  readonly image: ImageTowerConfig;
  readonly text: TextTowerConfig;
  /** ln of the logit scale that training starts from. Default ln(1/0.07) = 2.6593. */
  readonly initialLogitScale?: number;
}

/** A config in which every default has been filled in. */
export interface FullClipConfig {
  readonly embeddingSize: number;
  readonly image: Required<ImageTowerConfig>;
  readonly text: Required<TextTowerConfig>;
  readonly initialLogitScale: number;
}

const knownTower: FieldNames<TowerConfig> = {
  width: true,
  layers: true,
  heads: true,
  mlpWidth: true,
  activation: true,
  layerNormEpsilon: true,
};
const knownImage: FieldNames<ImageTowerConfig> = {
  imageSize: true,
  patchSize: true,
  stem: true,
  ...knownTower,
};
const knownText: FieldNames<TextTowerConfig> = {
  vocabularySize: true,
  contextLength: true,
  endToken: true,
  startToken: true,
  ...knownTower,
};
const known: FieldNames<ClipConfig> = {
  embeddingSize: true,
  image: true,
  text: true,
  initialLogitScale: true,
};

/** Fills in the defaults and checks every number; throws an InputError that names the first field that is wrong. */
export function completeConfig(config: ClipConfig): FullClipConfig {
  if (typeof config !== 'object' || config === null) {
    throw new InputError(
      `createClip: config must be { embeddingSize, image, text }, got ${config === null ? 'null' : typeof config}.`,
    );
  }
  const { image, text } = config;
  if (typeof image !== 'object' || image === null || typeof text !== 'object' || text === null) {
    throw new InputError('createClip: config must have the towers `image` and `text`.');
  }
  refuseUnknownOptions('config', config, known);
  refuseUnknownOptions('config.image', image, knownImage);
  refuseUnknownOptions('config.text', text, knownText);
  const full: FullClipConfig = {
    embeddingSize: config.embeddingSize,
    image: {
      ...tower(image),
      imageSize: image.imageSize,
      patchSize: image.patchSize,
      stem: checkedStem(image.stem),
    },
    text: {
      ...tower(text),
      vocabularySize: text.vocabularySize,
      contextLength: text.contextLength,
      endToken: text.endToken ?? text.vocabularySize - 1,
      startToken: text.startToken ?? text.vocabularySize - 2,
    },
    initialLogitScale: config.initialLogitScale ?? Math.log(1 / 0.07),
  };
  positive('embeddingSize', full.embeddingSize);
  checkTower('image', full.image);
  checkTower('text', full.text);
  positive('image.imageSize', full.image.imageSize);
  positive('image.patchSize', full.image.patchSize);
  if (full.image.imageSize % full.image.patchSize !== 0) {
    throw new InputError(
      `config: image.patchSize must divide image.imageSize, got ${full.image.patchSize} and ${full.image.imageSize}.`,
    );
  }
  const cell = 2 ** full.image.stem.length;
  if (full.image.patchSize % cell !== 0) {
    throw new InputError(
      `config: image.patchSize must be a multiple of ${cell} with a stem of ${full.image.stem.length}, each of which halves the picture, got ${full.image.patchSize}.`,
    );
  }
  positive('text.vocabularySize', full.text.vocabularySize);
  positive('text.contextLength', full.text.contextLength);
  for (const name of ['endToken', 'startToken'] as const) {
    const id = full.text[name];
    if (!Number.isInteger(id) || id < 0 || id >= full.text.vocabularySize) {
      throw new InputError(
        `config: text.${name} must be a token id in [0, ${full.text.vocabularySize - 1}], got ${id}.`,
      );
    }
  }
  if (!Number.isFinite(full.initialLogitScale)) {
    throw new InputError(`config: initialLogitScale must be a finite number, got ${full.initialLogitScale}.`);
  }
  return full;
}

/** A stem's channels, in an array of their own. */
function checkedStem(stem: readonly number[] = []): readonly number[] {
  if (!Array.isArray(stem) || stem.length > mostConvolutions) {
    throw new InputError(
      `config: image.stem must be the channels of at most ${mostConvolutions} convolutions, such as [24, 64], got ${shown(stem)}.`,
    );
  }
  const channels: unknown[] = Array.from(stem);
  return channels.map((each, at) => {
    positive(`image.stem[${at}]`, each, mostChannels);
    return each;
  });
}

/** Number of patches of an image. */
export function patchCount(image: { readonly imageSize: number; readonly patchSize: number }): number {
  return (image.imageSize / image.patchSize) ** 2;
}

function tower(config: TowerConfig): Required<TowerConfig> {
  return {
    width: config.width,
    layers: config.layers,
    heads: config.heads,
    mlpWidth: config.mlpWidth ?? 4 * config.width,
    activation: config.activation ?? 'quick_gelu',
    layerNormEpsilon: config.layerNormEpsilon ?? 1e-5,
  };
}

function checkTower(name: 'image' | 'text', config: Required<TowerConfig>): void {
  for (const field of ['width', 'heads', 'mlpWidth'] as const) {
    positive(`${name}.${field}`, config[field]);
  }
  positive(`${name}.layers`, config.layers, mostLayers);
  if (config.width % config.heads !== 0) {
    throw new InputError(
      `config: ${name}.heads must divide ${name}.width, got ${config.heads} and ${config.width}.`,
    );
  }
  if (!activations.includes(config.activation)) {
    throw new InputError(
      `config: ${name}.activation must be one of ${activations.join(', ')}, got ${shown(config.activation)}.`,
    );
  }
  if (!(config.layerNormEpsilon > 0 && config.layerNormEpsilon < 1)) {
    throw new InputError(
      `config: ${name}.layerNormEpsilon must lie between 0 and 1, got ${config.layerNormEpsilon}.`,
    );
  }
}

// A config file is hostile input: a width of 1e9 must be refused before anything is allocated by it.
const largest = 2 ** 24;
const mostLayers = 1024;
const mostConvolutions = 8;
const mostChannels = 2 ** 14;

function positive(name: string, value: unknown, most = largest): asserts value is number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most) {
    throw new InputError(`config: ${name} must be an integer from 1 to ${most}, got ${shown(value)}.`);
  }
}
