import { OBJECT_NAMES, paintScene, type Scene, type SceneObject } from '@slipform/scenes';
import { type KeywordObject, loadKeywordDrawings } from '@slipform/scenes/keywords';
import { type TrainingScene, trainingScenes } from '../training-scenes';
import type { Pretraining } from './cell';
import { keywordScenes, ratedKeywords } from './keyword-world';

/** Captions to train on and how their pictures are drawn, in one artist's drawings. */
export interface World<Thing extends SceneObject<string>> {
  readonly scenes: readonly TrainingScene<Thing>[];
  readonly paint: (target: Uint8Array, offset: number, scene: Scene<Thing>) => void;
}

/** Pairs of things. */
export function thingWorld(
  { detail }: Pick<Pretraining, 'detail'>,
  captions: number,
  seed: number,
): World<SceneObject> {
  return { scenes: trainingScenes(captions, seed, { detail, objects: OBJECT_NAMES }), paint: paintScene };
}

/** Pairs of keywords, each seen in one of the drawings that it names. */
export async function keywordWorld(captions: number, seed: number): Promise<World<KeywordObject>> {
  const { paint } = await loadKeywordDrawings('noto');
  return { scenes: keywordScenes(captions, seed, ratedKeywords()), paint };
}
