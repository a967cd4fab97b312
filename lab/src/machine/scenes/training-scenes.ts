import {
  captionOf,
  createRandom,
  type Detail,
  meaningOf,
  type ObjectName,
  type SceneContent,
  type SceneObject,
  sampleContent,
  samplePhrasing,
} from '@slipform/scenes';

/** A caption to train on and what it says; its pictures are drawn anew each time it comes up. */
export interface TrainingScene<Thing extends SceneObject<string> = SceneObject> {
  readonly content: SceneContent<Thing>;
  readonly caption: string;
}

/** `count` captions of different meaning whose pairs of things belong to training; a full scene's in a wording drawn for it. */
export function trainingScenes(
  count: number,
  seed: number,
  { detail = 'simple', objects }: { readonly detail?: Detail; readonly objects: readonly ObjectName[] },
): TrainingScene[] {
  const random = createRandom(seed, 'training scenes');
  const wording = createRandom(seed, 'training wording');
  const seen = new Set<string>();
  const found: TrainingScene[] = [];
  while (found.length < count) {
    const content = sampleContent(random, { split: 'train', objects, detail });
    const meaning = meaningOf(content);
    if (seen.has(meaning)) continue;
    seen.add(meaning);
    const phrasing = detail === 'simple' ? undefined : samplePhrasing(wording);
    found.push({ content, caption: captionOf(content, phrasing) });
  }
  return found;
}
