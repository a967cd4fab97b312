import { InputError } from '@slipform/clip';
import type { Random } from '../random';
import { COLOUR_NAMES } from './colours';
import type { ObjectName } from './objects';
import { type Split, splitOf } from './pair-split';
import { PLACEMENTS, RELATIONS, type Scene, type SceneContent } from './scene';

export interface SampleOptions {
  readonly split: Split;
  readonly objects: readonly ObjectName[];
  readonly splitSeed?: number;
}

/** Draws what a scene shows: two different things of the split, two different colours, one relation, all uniform. */
export function sampleContent(random: Random, { split, objects, splitSeed }: SampleOptions): SceneContent {
  for (let misses = 0; misses < 10_000; misses++) {
    const name1 = random.pick(objects);
    const name2 = random.pick(objects);
    if (name1 === name2 || splitOf(name1, name2, splitSeed) !== split) continue;
    const colour1 = random.pick(COLOUR_NAMES);
    const colour2 = random.pick(COLOUR_NAMES.filter((colour) => colour !== colour1));
    return {
      first: { name: name1, colour: colour1 },
      relation: random.pick(RELATIONS),
      second: { name: name2, colour: colour2 },
    };
  }
  throw new InputError(`scenes: the objects have no pair in the ${split} split; give more objects`);
}

/** Chooses cells that fit the relation; a caption has nine pictures in this sense. */
export function placeScene(random: Random, content: SceneContent): Scene {
  return { ...content, cells: random.pick(PLACEMENTS[content.relation]) };
}
