import { InputError } from '@slipform/kit/errors/input-error';
import {
  choice,
  defineOptions,
  described,
  integer,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import { captionOf } from './caption-of';
import { drawScene, type PixelImage, scenePng } from './draw-scene';
import { type Change, falseContents } from './false-contents';
import { OBJECT_NAMES, type ObjectName } from './objects';
import { isTrueOf } from './parse-caption';
import { type Phrasing, SIMPLE_PHRASING, samplePhrasing } from './phrasing';
import { placeLike, placeScene } from './place-scene';
import { anySeed, createRandom } from './random';
import { objectNames, type SampleOptions, sampleContent } from './sample-scene';
import { DETAILS, type Detail, meaningOf, type Scene } from './scene';
import { SPLIT_KINDS, SPLITS, type Split, type SplitKind } from './split';
import { STYLE_NAMES, STYLES, type Style } from './sprites';

const FORMATS = ['pixels', 'raw', 'png'] as const;
type SceneFormat = (typeof FORMATS)[number];

export interface ScenesOptions {
  /** Whose drawings: `'noto'` (default), `'fluent'` or `'twemoji'`. */
  readonly style?: Style;
  /** `'simple'` (default): 48 × 48 pixels, "red dog left of blue cat". `'full'`: 64 × 64, with counts, sizes, background and varied wording. */
  readonly detail?: Detail;
  /** Which pairs: `'test'` (default, a fifth of them) or `'train'`. */
  readonly split?: Split;
  /** Pairs of what: unordered pairs of things (`'objects'`, default), or of a colour and a thing (`'attributes'`). */
  readonly splitBy?: SplitKind;
  /** Number of pictures. Default 500. */
  readonly count?: number;
  /** Decides which scenes are drawn. Default 0. The style takes no part, so all styles show the same scenes. */
  readonly seed?: number;
  /**
   * What a model gets to see. `'pixels'` (default): Float32Arrays [size, size, 3], preprocessed as CLIP's, for a model of
   * that size. `'raw'`: the same pictures as `{ width, height, data }`, RGB bytes, for an encoder with preprocessing of its
   * own. `'png'`: PNG files three times as large as Blobs, for any model that reads files.
   */
  readonly format?: SceneFormat;
  /** Which things; default all of them. */
  readonly objects?: readonly ObjectName[];
  /** Decides which pairs are held out. Default 0. */
  readonly splitSeed?: number;
}

/** Options of the command too, hence the help. */
export const SCENES_OPTIONS = defineOptions('scenes', {
  style: described('whose drawings', optional(choice(STYLES), 'noto')),
  detail: described(
    'two drawings, or counts, sizes, depth, background and varied captions',
    optional(choice(DETAILS), 'simple'),
  ),
  split: described('pairs for training or for testing', optional(choice(SPLITS), 'test')),
  splitBy: described(
    'which pairs are in one split only: two things (objects), or a colour with a thing (attributes)',
    optional(choice(SPLIT_KINDS), 'objects'),
  ),
  count: described('pictures', optional(integer({ min: 1 }), 500)),
  seed: described('seed of everything random', optional(anySeed, 0)),
  format: optional(choice(FORMATS), 'pixels'),
  objects: optional(objectNames, OBJECT_NAMES),
  splitSeed: optional(anySeed, 0),
} satisfies RowsFor<ScenesOptions>);

/** A picture as a model gets it; which of the three, `format` decides. */
export type SceneImage = Float32Array | PixelImage | Blob;

/** A picture with a caption. */
export interface ScenePairing {
  readonly image: SceneImage;
  readonly text: string;
}

/**
 * One question: which of two captions belongs to the picture? In the form of `@slipform/bench`; the wrong caption has a
 * picture as well.
 */
export interface SceneQuestion {
  readonly id: string;
  /** What was changed. */
  readonly kind: Change;
  /** Index of the picture, which the questions of one group share. */
  readonly group: string;
  /** The picture with its caption. */
  readonly right: readonly [ScenePairing];
  /** The picture with the wrong caption. */
  readonly wrong: readonly [ScenePairing];
  readonly rule: 'all';
  readonly caption: string;
  readonly negative: string;
  /** The scene that the negative caption describes, in the layout of the true one: its hard image. */
  readonly negativeScene: Scene;
}

/** A benchmark as `evaluate` of `@slipform/bench` takes it, with the scenes that its pictures show. */
export interface ScenesBenchmark {
  readonly name: string;
  readonly style: Style;
  readonly detail: Detail;
  readonly split: Split;
  /** One for each picture; `captions[i]` and `images[i]` belong to it. */
  readonly scenes: readonly Scene[];
  readonly captions: readonly string[];
  readonly images: readonly SceneImage[];
  readonly questions: readonly SceneQuestion[];
  /** Every caption finds its picture, and every picture its caption. */
  readonly retrieval: {
    readonly images: readonly SceneImage[];
    readonly texts: readonly string[];
    readonly imageOf: readonly number[];
  };
  /** Accuracy that guessing reaches: 0.5. */
  readonly chance: number;
  /** Whether a caption is false of picture `index`; undefined where a scene can't tell. */
  isFalse(index: number, caption: string): boolean | undefined;
}

/**
 * Small pictures of drawings on coloured tiles, with exact captions such as "red dog left of blue cat".
 *
 * Each picture asks one question for each kind of change that it allows (`replace_object`, `replace_attribute`,
 * `swap_objects`, `swap_attributes`, `relation`; with `detail: 'full'` also `replace_size`, `replace_count`,
 * `replace_background`, `swap_counts`); guessing gets 0.5. The captions are the retrieval task too: no two
 * of them say the same, neither in words nor in meaning. All of it follows from the seed.
 *
 * @throws InputError if an option is wrong, or the things don't give as many different scenes
 * @example
 * const benchmark = scenes({ style: 'fluent', count: 20 });
 * const result = await evaluate(encoder, benchmark);
 */
export function scenes(options: ScenesOptions = {}): ScenesBenchmark {
  const { style, detail, split, splitBy, count, seed, format, objects, splitSeed } =
    SCENES_OPTIONS.read(options);
  const sampling = { split, splitBy, objects, splitSeed, detail };
  const drawn = uniqueScenes(count, seed, sampling);
  const images = drawn.map((scene) => imageOf(scene, style, format));
  const wording = createRandom(seed, `scenes ${split} wording`);
  const phrasings = drawn.map(
    (): Phrasing => (detail === 'simple' ? SIMPLE_PHRASING : samplePhrasing(wording, { everything: true })),
  );
  const captions = drawn.map((scene, index) => captionOf(scene, phrasings[index]));
  const random = createRandom(seed, `scenes ${split} changes`);
  const questions = drawn.flatMap((scene, index) =>
    Object.entries(falseContents(random, scene, sampling)).map(([kind, content]): SceneQuestion => {
      const [image, caption] = [images[index]!, captions[index]!];
      const negative = captionOf(content, phrasings[index]);
      return {
        id: `${style}-${index}-${kind}`,
        kind: kind as Change,
        group: String(index),
        right: [{ image, text: caption }],
        wrong: [{ image, text: negative }],
        rule: 'all',
        caption,
        negative,
        negativeScene: placeLike(scene, content),
      };
    }),
  );
  return {
    name: nameOf(style, detail, split, splitBy),
    style,
    detail,
    split,
    scenes: drawn,
    captions,
    images,
    questions,
    retrieval: { images, texts: captions, imageOf: captions.map((_, index) => index) },
    chance: 0.5,
    isFalse(index, caption) {
      const truth = isTrueOf(drawn[index]!, caption);
      return truth === undefined ? undefined : !truth;
    },
  };
}

function imageOf(scene: Scene, style: Style, format: SceneFormat): SceneImage {
  if (format === 'png') return new Blob([scenePng(scene, { style, scale: 3 })], { type: 'image/png' });
  const drawn = drawScene(scene, { style });
  return format === 'raw' ? drawn : clipPixels(drawn.data);
}

function nameOf(style: Style, detail: Detail, split: Split, splitBy: SplitKind): string {
  const kind = detail === 'simple' ? 'Scenes' : 'Full scenes';
  const pairs = splitBy === 'objects' ? `${split} pairs` : `${split} pairs of colour and thing`;
  return `${kind} in ${STYLE_NAMES[style]} drawings, ${pairs}`;
}

function uniqueScenes(count: number, seed: number, sampling: SampleOptions): Scene[] {
  const random = createRandom(seed, `scenes ${sampling.split}`);
  const seen = new Set<string>();
  const found: Scene[] = [];
  for (let misses = 0; found.length < count; ) {
    const content = sampleContent(random, sampling);
    const meaning = meaningOf(content);
    if (seen.has(meaning)) {
      if (++misses > 1000)
        throw new InputError(`scenes: count ${count} is more than these objects give; ask for fewer.`);
      continue;
    }
    misses = 0;
    seen.add(meaning);
    found.push(placeScene(random, content, sampling.detail));
  }
  return found;
}

/** Mean and standard deviation of each channel in CLIP's training pictures, from OpenAI's code. */
const mean = [0.48145466, 0.4578275, 0.40821073] as const;
const deviation = [0.26862954, 0.26130258, 0.27577711] as const;

/**
 * Pixels as a CLIP model takes them: (x/255 − mean)/standard deviation of each channel. RGB bytes, pixel by pixel → as
 * many float32 values, the same ones that `normalizePixels` of `@slipform/clip` gives.
 */
function clipPixels(rgb: Uint8Array): Float32Array {
  const unit = 1 / 255;
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) pixels[i] = (rgb[i]! * unit - mean[i % 3]!) / deviation[i % 3]!;
  return pixels;
}
