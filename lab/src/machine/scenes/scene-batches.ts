import { normalizePixels, type TrainBatch } from '@slipform/clip';
import {
  createRandom,
  type Detail,
  placeLike,
  placeScene,
  type Random,
  SCENE_SIZES,
  type Scene,
  type SceneObject,
} from '@slipform/scenes';
import type { LossSpec, Run } from '../../run';
import { controlConcreteness } from '../control-concreteness';
import type { SceneNegative } from './scene-negatives';
import type { TrainingScene } from './training-scenes';

export interface BatchesOptions<Thing extends SceneObject<string>> {
  readonly scenes: readonly TrainingScene<Thing>[];
  readonly detail: Detail;
  /** Draws into a buffer of RGB bytes, from `offset` on. */
  readonly paint: (target: Uint8Array, offset: number, scene: Scene<Thing>) => void;
  readonly batchSize: number;
  readonly seed: number;
  readonly encode: (text: string) => number[];
  /** Without it, captions alone. */
  readonly hard?: {
    /** For each scene its negatives; one of them is drawn whenever the scene comes up, its kind first. */
    readonly negatives: readonly (readonly SceneNegative<Thing>[])[];
    readonly loss: LossSpec;
    readonly layout: Run['layout'];
  };
}

/**
 * Endless batches of pictures and captions. The order of scenes, their places and which negative is drawn
 * follow from the seed alone, so every variant with one seed sees the same; what a variant does with them may differ.
 */
export function* sceneBatches<Thing extends SceneObject<string>>(
  options: BatchesOptions<Thing>,
): Generator<TrainBatch, never> {
  const { scenes, detail, paint, batchSize, seed, encode, hard } = options;
  if (scenes.length < batchSize) {
    throw new RangeError(`sceneBatches: batchSize ${batchSize} is more than the ${scenes.length} scenes.`);
  }
  const random = createRandom(seed, 'batches');
  const dealing = createRandom(seed, 'dealing');
  const pixels = SCENE_SIZES[detail] ** 2 * 3;
  const paired = hard?.layout === 'paired';
  for (const indices of shuffledBatches(random, scenes.length, batchSize)) {
    const images = new Uint8Array(batchSize * pixels);
    const hardImages = new Uint8Array(paired ? batchSize * pixels : 0);
    const tokens: number[][] = [];
    const chosen: (SceneNegative<Thing> | undefined)[] = [];
    for (const [row, index] of indices.entries()) {
      const { content, caption } = scenes[index]!;
      const scene = placeScene(random, content, detail);
      paint(images, row * pixels, scene);
      tokens.push(encode(caption));
      const own = hard?.negatives[index] ?? [];
      const negative = own.length === 0 ? undefined : pickByKind(random, own);
      chosen.push(negative);
      if (paired) paint(hardImages, row * pixels, placeLike(scene, negative?.content ?? content));
    }
    yield {
      images: normalizePixels(images),
      tokens,
      ...(hard === undefined ? {} : hardFields(hard.loss, tokens, chosen, { scenes, encode, dealing })),
      ...(paired ? { hardImages: normalizePixels(hardImages) } : {}),
    };
  }
  throw new Error('unreachable: batches are endless');
}

/** Every kind of change that the caption allows as often as any other. */
function pickByKind<Negative extends { readonly kind: string }>(
  random: Random,
  own: readonly Negative[],
): Negative {
  const kind = random.pick([...new Set(own.map((negative) => negative.kind))]);
  return random.pick(own.filter((negative) => negative.kind === kind));
}

type Hard = Pick<SceneNegative, 'text' | 'concreteness'>;

function hardFields(
  loss: LossSpec,
  tokens: readonly number[][],
  chosen: readonly (Hard | undefined)[],
  {
    scenes,
    encode,
    dealing,
  }: {
    readonly scenes: readonly { readonly caption: string }[];
    readonly encode: (text: string) => number[];
    readonly dealing: Random;
  },
): Partial<TrainBatch> {
  if (loss.name === 'extraEasy') {
    return {
      hardTokens: tokens.map(() => encode(dealing.pick(scenes).caption)),
      concreteness: tokens.map(() => 1),
      valid: tokens.map(() => 1),
    };
  }
  const own = chosen.map((negative) => negative?.concreteness ?? 1);
  return {
    // A caption without a negative fills its slot with itself; `valid` keeps it out of the loss.
    hardTokens: chosen.map((negative, row) => (negative ? encode(negative.text) : tokens[row]!)),
    concreteness: controlConcreteness(
      loss,
      own,
      chosen.map((negative) => negative !== undefined),
      dealing,
    ),
    valid: chosen.map((negative) => (negative ? 1 : 0)),
  };
}

function* shuffledBatches(random: Random, count: number, size: number): Generator<number[]> {
  const order = Array.from({ length: count }, (_, index) => index);
  for (;;) {
    random.shuffle(order);
    for (let start = 0; start + size <= count; start += size) yield order.slice(start, start + size);
  }
}
