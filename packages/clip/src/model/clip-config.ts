import { refuse } from '@slipform/kit/errors/input-error';
import {
  choice,
  defineOptions,
  integer,
  listOf,
  misfit,
  number,
  optional,
  type RowsFor,
  record,
} from '@slipform/kit/options/options';
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

// A config file is hostile input: a width of 1e9 must be refused before anything is allocated by it.
const size = integer({ min: 1, max: 2 ** 24 });
const maxConvolutions = 8;
const stemRule = `the channels of at most ${maxConvolutions} convolutions, such as [24, 64]`;
const TOWER = {
  width: size,
  layers: integer({ min: 1, max: 1024 }),
  heads: size,
  mlpWidth: optional(size),
  activation: optional(choice(activations), 'quick_gelu'),
  layerNormEpsilon: optional(number({ above: 0, below: 1 }), 1e-5),
};
const IMAGE = defineOptions('config', {
  imageSize: size,
  patchSize: size,
  stem: optional(listOf(integer({ min: 1, max: 2 ** 14 }), stemRule), []),
  ...TOWER,
} satisfies RowsFor<ImageTowerConfig>);
const TEXT = defineOptions('config', {
  vocabularySize: size,
  contextLength: size,
  endToken: optional(integer({ min: 0 })),
  startToken: optional(integer({ min: 0 })),
  ...TOWER,
} satisfies RowsFor<TextTowerConfig>);
const CONFIG = defineOptions('config', {
  embeddingSize: size,
  image: record(IMAGE),
  text: record(TEXT),
  initialLogitScale: optional(number(), Math.log(1 / 0.07)),
});

/** Fills in the defaults and checks every number; throws an InputError that names the first field that is wrong. */
export function completeConfig(config: ClipConfig): FullClipConfig {
  if (typeof config !== 'object' || config === null) {
    throw misfit('createClip', 'config', '{ embeddingSize, image, text }', config);
  }
  const { image, text, ...rest } = CONFIG.read(config);
  const { vocabularySize } = text;
  const full: FullClipConfig = {
    ...rest,
    image: { ...image, mlpWidth: image.mlpWidth ?? 4 * image.width },
    text: {
      ...text,
      mlpWidth: text.mlpWidth ?? 4 * text.width,
      endToken: text.endToken ?? vocabularySize - 1,
      startToken: text.startToken ?? vocabularySize - 2,
    },
  };
  if (image.stem.length > maxConvolutions) {
    throw misfit('config', 'image.stem', stemRule, image.stem);
  }
  for (const name of ['image', 'text'] as const) {
    const { heads, width } = full[name];
    if (width % heads === 0) continue;
    refuse('config', `${name}.heads`, `must divide ${name}.width`, `${heads} and ${width}`);
  }
  if (full.image.imageSize % full.image.patchSize !== 0) {
    refuse(
      'config',
      'image.patchSize',
      'must divide image.imageSize',
      `${full.image.patchSize} and ${full.image.imageSize}`,
    );
  }
  const cell = 2 ** full.image.stem.length;
  if (full.image.patchSize % cell !== 0) {
    refuse(
      'config',
      'image.patchSize',
      `must be a multiple of ${cell} with a stem of ${full.image.stem.length}, each of which halves the picture`,
      full.image.patchSize,
    );
  }
  for (const name of ['endToken', 'startToken'] as const) {
    const id = full.text[name];
    if (id < 0 || id >= vocabularySize) {
      refuse('config', `text.${name}`, `must be a token id in [0, ${vocabularySize - 1}]`, id);
    }
  }
  return full;
}

/** Number of patches of an image. */
export function patchCount(image: { readonly imageSize: number; readonly patchSize: number }): number {
  return (image.imageSize / image.patchSize) ** 2;
}
