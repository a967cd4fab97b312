import { InputError, normalizePixels } from '@slipform/clip';
import { checkList } from '../checks/check-numbers';
import { kindOf } from '../checks/kind-of';
import { checkOptions } from '../checks/known-options';
import { checkSeed, checkWholeNumber } from '../checks/whole-number';
import type { Benchmark } from '../questions/benchmark';
import { type BenchmarkImage, captionAgainst, type Question } from '../questions/question';
import { createRandom } from '../statistics/random';
import { captionOf } from './caption-of';
import { drawScene, scenePng } from './draw-scene';
import { falseContents } from './false-contents';
import { OBJECT_NAMES, type ObjectName } from './objects';
import { isTrueOf } from './parse-caption';
import { type Phrasing, SIMPLE_PHRASING, samplePhrasing } from './phrasing';
import { placeLike, placeScene } from './place-scene';
import { type SampleOptions, sampleContent } from './sample-scene';
import { DETAILS, type Detail, meaningOf, type Scene } from './scene';
import { SPLIT_KINDS, type Split, type SplitKind } from './split';
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
  /** Decides which pairs are held out. Default 0, which the committed checkpoint was trained with. */
  readonly splitSeed?: number;
}

const OPTIONS = {
  style: true,
  detail: true,
  split: true,
  splitBy: true,
  count: true,
  seed: true,
  format: true,
  objects: true,
  splitSeed: true,
} satisfies Record<keyof ScenesOptions, true>;

/** A question of the scenes: its negative caption has a picture as well. */
export interface SceneItem extends Question {
  readonly caption: string;
  readonly negative: string;
  /** The scene that the negative caption tells of, in the layout of the true one: its hard image. */
  readonly negativeScene: Scene;
}

export interface ScenesBenchmark extends Benchmark {
  readonly style: Style;
  readonly detail: Detail;
  readonly split: Split;
  /** One for each picture; `captions[i]` and `images[i]` belong to it. */
  readonly scenes: readonly Scene[];
  readonly captions: readonly string[];
  readonly images: readonly BenchmarkImage[];
  readonly questions: readonly SceneItem[];
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
 * @throws InputError where the things don't give as many different scenes.
 * @example
 * const benchmark = scenes({ style: 'fluent', count: 200 });
 * const result = await evaluate(encoder, benchmark);
 */
export function scenes(options: ScenesOptions = {}): ScenesBenchmark {
  checkOptions('scenes', options, OPTIONS);
  const {
    style = 'noto',
    detail = 'simple',
    split = 'test',
    splitBy = 'objects',
    count = 500,
    seed = 0,
    format = 'pixels',
    objects = OBJECT_NAMES,
    splitSeed = 0,
  } = options;
  checkChoice('style', style, STYLES);
  checkChoice('detail', detail, DETAILS);
  checkChoice('split', split, ['train', 'test']);
  checkChoice('splitBy', splitBy, SPLIT_KINDS);
  checkChoice('split', split, ['train', 'test']);
  checkObjects(objects);
  checkChoice('format', format, FORMATS);
  checkWholeNumber('scenes: count', count, 1);
  checkSeed('scenes: seed', seed);
  checkSeed('scenes: splitSeed', splitSeed);
  const sampling = { split, splitBy, objects, splitSeed, detail };
  const drawn = uniqueScenes(count, seed, sampling);
  const images = drawn.map((scene) => imageOf(scene, style, format));
  const wording = createRandom(seed, `scenes ${split} wording`);
  const phrasings = drawn.map(
    (): Phrasing => (detail === 'simple' ? SIMPLE_PHRASING : samplePhrasing(wording, { everything: true })),
  );
  const captions = drawn.map((scene, index) => captionOf(scene, phrasings[index]));
  const random = createRandom(seed, `scenes ${split} changes`);
  const questions = drawn.flatMap((scene, index): SceneItem[] =>
    Object.entries(falseContents(random, scene, sampling)).map(([kind, content]) => {
      const [caption, negative] = [captions[index]!, captionOf(content, phrasings[index])];
      return {
        id: `${style}-${index}-${kind}`,
        kind,
        group: String(index),
        ...captionAgainst(images[index]!, caption, negative),
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

function imageOf(scene: Scene, style: Style, format: SceneFormat): BenchmarkImage {
  if (format === 'png') return new Blob([scenePng(scene, { style, scale: 3 })], { type: 'image/png' });
  const drawn = drawScene(scene, { style });
  return format === 'raw' ? drawn : normalizePixels(drawn.data);
}

function nameOf(style: Style, detail: Detail, split: Split, splitBy: SplitKind): string {
  const kind = detail === 'simple' ? 'Scenes' : 'Full scenes';
  const pairs = splitBy === 'objects' ? `${split} pairs` : `${split} pairs of colour and thing`;
  return `${kind} in ${STYLE_NAMES[style]} drawings, ${pairs}`;
}

function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    throw new InputError(`scenes: ${name} must be one of ${choices.join(', ')}, got ${kindOf(value)}`);
  }
}

function checkObjects(objects: readonly ObjectName[]): void {
  checkList('scenes: objects', objects, 'names of things', 1);
  const strange = objects.findIndex((name) => !OBJECT_NAMES.includes(name));
  if (strange < 0 && new Set(objects).size === objects.length) return;
  throw new InputError(
    `scenes: objects must be names of OBJECT_NAMES, each once, got ${kindOf(strange < 0 ? objects : objects[strange])}`,
  );
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
        throw new InputError(`scenes: count ${count} is more than these objects give; ask for fewer`);
      continue;
    }
    misses = 0;
    seen.add(meaning);
    found.push(placeScene(random, content, sampling.detail));
  }
  return found;
}
