import { scenePng } from '../draw-scene';
import type { SceneQuestion, ScenesBenchmark } from '../scenes';

/** One picture with all that is asked of it, as files. */
export interface SceneSample {
  readonly index: number;
  readonly caption: string;
  readonly png: Uint8Array;
  readonly items: readonly SceneQuestion[];
  /** The picture of an item's negative caption. */
  negativePng(item: SceneQuestion): Uint8Array;
}

/** A benchmark's pictures one after another, as PNG files three times as large as models see them. */
export function* sceneSamples(benchmark: ScenesBenchmark): Generator<SceneSample> {
  const { style, scenes, captions, questions } = benchmark;
  const byPicture = scenes.map((): SceneQuestion[] => []);
  for (const item of questions) byPicture[Number(item.group)]!.push(item);
  for (const [index, scene] of scenes.entries()) {
    yield {
      index,
      caption: captions[index]!,
      png: scenePng(scene, { style, scale: 3 }),
      items: byPicture[index]!,
      negativePng: (item) => scenePng(item.negativeScene, { style, scale: 3 }),
    };
  }
}
