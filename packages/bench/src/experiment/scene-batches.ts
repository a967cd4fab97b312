import { paintScene, placeScene, SCENE_SIZES, type Style } from '@slipform/scenes';
import { createRandom, type Random } from '../statistics/random';
import type { TrainingScene } from './training-scenes';

export interface SceneNegative {
  readonly text: string;
  /** Of the word that was changed, 1–5. */
  readonly concreteness: number;
}

/** One step's data: pictures as bytes, captions, and for each a hard negative where it has one. */
export interface SceneBatch {
  readonly pixels: Uint8Array;
  readonly captions: readonly string[];
  readonly negatives: readonly (SceneNegative | undefined)[];
}

export interface SceneBatchOptions {
  readonly scenes: readonly TrainingScene[];
  /** For each scene its hard negatives; one of them is drawn whenever the scene comes up. */
  readonly negatives?: readonly (readonly SceneNegative[])[];
  readonly batchSize: number;
  readonly seed: number;
  readonly style?: Style;
}

/**
 * Endless batches: the scenes are shuffled anew for each pass, their cells drawn anew each time. The order follows
 * from the seed alone, so every arm of an experiment sees the same.
 */
export function* sceneBatches(options: SceneBatchOptions): Generator<SceneBatch, never> {
  const { scenes, negatives, batchSize, seed, style = 'noto' } = options;
  if (scenes.length < batchSize) {
    throw new RangeError(`sceneBatches: batchSize ${batchSize} is more than the ${scenes.length} scenes`);
  }
  const random = createRandom(seed, 'batches');
  const length = SCENE_SIZES.simple ** 2 * 3;
  for (const indices of shuffledBatches(random, scenes.length, batchSize)) {
    const pixels = new Uint8Array(batchSize * length);
    const captions: string[] = [];
    const chosen: (SceneNegative | undefined)[] = [];
    indices.forEach((index, row) => {
      const scene = scenes[index]!;
      paintScene(pixels, row * length, placeScene(random, scene.content), { style });
      captions.push(scene.caption);
      const own = negatives?.[index] ?? [];
      chosen.push(own.length === 0 ? undefined : random.pick(own));
    });
    yield { pixels, captions, negatives: chosen };
  }
  throw new Error('unreachable: batches are endless');
}

function* shuffledBatches(random: Random, count: number, size: number): Generator<number[]> {
  const order = Array.from({ length: count }, (_, index) => index);
  for (;;) {
    random.shuffle(order);
    for (let start = 0; start + size <= count; start += size) yield order.slice(start, start + size);
  }
}
