import { InputError } from '@slipform/clip';
import type { Random } from '../random';
import { COLOUR_NAMES } from './colours';
import { splitOf } from './pair-split';
import type { SampleOptions } from './sample-scene';
import { mirror, OPPOSITE, type SceneContent, type SceneObject } from './scene';

export const CHANGES = [
  'replace_object',
  'replace_attribute',
  'swap_objects',
  'swap_attributes',
  'relation',
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * A scene that differs from the given one in one way and is certainly false of its picture, for each kind of change.
 * Replaced things keep to the pairs of the split, so that what is false can't be told by a pair that training showed.
 * Half of the `relation` changes turn the relation round, half exchange the two things with their colours.
 */
export function falseContents(
  random: Random,
  scene: SceneContent,
  options: SampleOptions,
): Record<Change, SceneContent> {
  const { first, relation, second } = scene;
  return {
    replace_object: replaceOne(random, scene, (changed, other) => {
      const fits = options.objects.filter(
        (name) =>
          name !== changed.name &&
          name !== other.name &&
          splitOf(name, other.name, options.splitSeed) === options.split,
      );
      return fits.length === 0 ? undefined : { ...changed, name: random.pick(fits) };
    }),
    replace_attribute: replaceOne(random, scene, (changed, other) => ({
      ...changed,
      colour: random.pick(
        COLOUR_NAMES.filter((colour) => colour !== changed.colour && colour !== other.colour),
      ),
    })),
    swap_objects: {
      first: { ...first, name: second.name },
      relation,
      second: { ...second, name: first.name },
    },
    swap_attributes: {
      first: { ...first, colour: second.colour },
      relation,
      second: { ...second, colour: first.colour },
    },
    relation:
      random.integer(2) === 0
        ? { first, relation: OPPOSITE[relation], second }
        : { ...mirror(scene), relation },
  };
}

function replaceOne(
  random: Random,
  { first, relation, second }: SceneContent,
  replace: (changed: SceneObject, other: SceneObject) => SceneObject | undefined,
): SceneContent {
  const changeFirst = () => ({ first: replace(first, second), second });
  const changeSecond = () => ({ first, second: replace(second, first) });
  const tries = random.integer(2) === 0 ? [changeFirst, changeSecond] : [changeSecond, changeFirst];
  for (const attempt of tries) {
    const changed = attempt();
    if (changed.first && changed.second) return { first: changed.first, relation, second: changed.second };
  }
  throw new InputError('scenes: no thing can replace another within this split; give more objects');
}
