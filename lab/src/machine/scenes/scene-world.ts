import { OBJECT_NAMES, type ObjectName, paintScene, type Scene, type SceneObject } from '@slipform/scenes';
import { type KeywordObject, loadKeywordDrawings } from '@slipform/scenes/keywords';
import type { SceneDataset } from '../../run';
import { DEMO_THINGS } from './demo-things';
import { keywordScenes, ratedKeywords } from './keyword-scenes';
import { type TrainingScene, trainingScenes } from './training-scenes';

/** Captions to train on and how their pictures are drawn, in one artist's drawings. */
export interface World<Thing extends SceneObject<string>> {
  readonly scenes: readonly TrainingScene<Thing>[];
  readonly paint: (target: Uint8Array, offset: number, scene: Scene<Thing>) => void;
}

/** The things that a dataset shows. */
export function thingsOf({ things = 'all' }: SceneDataset): readonly ObjectName[] {
  return things === 'demo' ? DEMO_THINGS : OBJECT_NAMES;
}

/** Pairs of things. */
export function thingWorld(dataset: SceneDataset, captions: number, seed: number): World<SceneObject> {
  const { detail } = dataset;
  return {
    scenes: trainingScenes(captions, seed, { detail, objects: thingsOf(dataset) }),
    paint: paintScene,
  };
}

/** Pairs of keywords, each seen in one of the drawings that it names. */
export async function keywordWorld(captions: number, seed: number): Promise<World<KeywordObject>> {
  const { paint } = await loadKeywordDrawings('noto');
  return { scenes: keywordScenes(captions, seed, ratedKeywords()), paint };
}
