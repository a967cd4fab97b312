import { createRandom } from '../random';
import { captionOf } from '../scenes/caption-of';
import { OBJECT_NAMES } from '../scenes/objects';
import { sampleContent } from '../scenes/sample-scene';
import { meaningOf, type SceneContent } from '../scenes/scene';

/** A caption to train on and what it says; its pictures are drawn anew each time it comes up. */
export interface TrainingScene {
  readonly content: SceneContent;
  readonly caption: string;
}

/** `count` captions of different meaning whose pairs of things belong to training. */
export function trainingScenes(count: number, seed: number): TrainingScene[] {
  const random = createRandom(seed, 'training scenes');
  const seen = new Set<string>();
  const found: TrainingScene[] = [];
  while (found.length < count) {
    const content = sampleContent(random, { split: 'train', objects: OBJECT_NAMES });
    const meaning = meaningOf(content);
    if (seen.has(meaning)) continue;
    seen.add(meaning);
    found.push({ content, caption: captionOf(content) });
  }
  return found;
}
