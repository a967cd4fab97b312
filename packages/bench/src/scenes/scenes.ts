import { InputError, normalizePixels } from '@slipform/clip';
import type { Benchmark, BenchmarkImage, CompositionItem } from '../benchmark';
import { createRandom } from '../random';
import { drawScene, scenePng } from './draw-scene';
import { falseContents } from './false-captions';
import { OBJECT_NAMES, type ObjectName } from './objects';
import type { Split } from './pair-split';
import { isTrueOf } from './parse-caption';
import { placeScene, sampleContent } from './sample-scene';
import { captionOf, mirror, type Scene, type SceneContent } from './scene';
import { STYLE_NAMES, STYLES, type Style } from './sprites';

export interface ScenesOptions {
  /** Whose drawings: `'noto'` (default) or `'fluent'`. */
  readonly style?: Style;
  /** Which unordered pairs of things: `'test'` (default, a fifth of them) or `'train'`. */
  readonly split?: Split;
  /** Number of pictures. Default 500. */
  readonly count?: number;
  /** Decides which scenes are drawn. Default 0. The style takes no part, so both styles show the same scenes. */
  readonly seed?: number;
  /**
   * What a model gets to see. `'pixels'` (default): Float32Arrays [48, 48, 3], preprocessed as CLIP's, for a model of
   * that size. `'png'`: PNG files of 144 × 144 pixels as Blobs, for any model that reads files.
   */
  readonly format?: 'pixels' | 'png';
  /** Which things; default all of them. */
  readonly objects?: readonly ObjectName[];
  /** Decides which pairs are held out. Default 0, which the committed checkpoint was trained with. */
  readonly splitSeed?: number;
}

export interface ScenesBenchmark extends Benchmark {
  readonly items: readonly CompositionItem[];
  readonly style: Style;
  readonly split: Split;
  /** One for each picture; `captions[i]` and `images[i]` belong to it. */
  readonly scenes: readonly Scene[];
  readonly captions: readonly string[];
  readonly images: readonly BenchmarkImage[];
  /** Whether a caption is false of picture `index`; undefined where a scene can't tell. */
  isFalse(index: number, caption: string): boolean | undefined;
}

/**
 * Small pictures of two drawings on coloured tiles, with exact captions such as "red dog left of blue cat".
 *
 * Each picture asks five questions, one for each kind of change: `replace_object`, `replace_attribute`,
 * `swap_objects`, `swap_attributes`, `relation`; guessing gets 0.5. The captions are the retrieval task too: no two
 * of them say the same, neither in words nor in meaning. All of it follows from the seed.
 *
 * @throws InputError where the things don't give as many different scenes.
 * @example
 * const benchmark = scenes({ style: 'fluent', count: 200 });
 * const result = await evaluate(encoder, benchmark);
 */
export function scenes(options: ScenesOptions = {}): ScenesBenchmark {
  const {
    style = 'noto',
    split = 'test',
    count = 500,
    seed = 0,
    format = 'pixels',
    objects = OBJECT_NAMES,
    splitSeed = 0,
  } = options;
  if (!STYLES.includes(style)) {
    throw new InputError(`scenes: style must be one of ${STYLES.join(', ')}, got ${JSON.stringify(style)}`);
  }
  if (split !== 'train' && split !== 'test') {
    throw new InputError(`scenes: split must be train or test, got ${JSON.stringify(split)}`);
  }
  if (format !== 'pixels' && format !== 'png') {
    throw new InputError(`scenes: format must be pixels or png, got ${JSON.stringify(format)}`);
  }
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InputError(`scenes: count must be a whole number of at least 1, got ${count}`);
  }
  const sampling = { split, objects, splitSeed };
  const drawn = uniqueScenes(count, seed, sampling);
  const images = drawn.map(
    (scene): BenchmarkImage =>
      format === 'png'
        ? new Blob([scenePng(scene, { style, scale: 3 })], { type: 'image/png' })
        : normalizePixels(drawScene(scene, { style }).data),
  );
  const captions = drawn.map(captionOf);
  const random = createRandom(seed, `scenes ${split} changes`);
  const items = drawn.flatMap((scene, index): CompositionItem[] =>
    Object.entries(falseContents(random, scene, sampling)).map(([kind, content]) => ({
      id: `${style}-${index}-${kind}`,
      kind,
      group: String(index),
      image: images[index]!,
      caption: captions[index]!,
      negative: captionOf(content),
    })),
  );
  return {
    name: `Scenes in ${STYLE_NAMES[style]} drawings, ${split} pairs`,
    style,
    split,
    scenes: drawn,
    captions,
    images,
    items,
    retrieval: { images, texts: captions, imageOf: captions.map((_, index) => index) },
    chance: 0.5,
    isFalse(index, caption) {
      const truth = isTrueOf(drawn[index]!, caption);
      return truth === undefined ? undefined : !truth;
    },
  };
}

function uniqueScenes(
  count: number,
  seed: number,
  sampling: { split: Split; objects: readonly ObjectName[]; splitSeed: number },
): Scene[] {
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
    found.push(placeScene(random, content));
  }
  return found;
}

/** Equal for two contents that say the same: a scene may be told from either of its things. */
export function meaningOf(content: SceneContent): string {
  return [captionOf(content), captionOf(mirror(content))].sort().join(' = ');
}
