import { InputError } from '@slipform/kit/errors/input-error';
import { choice, defineOptions, optional, type RowsFor, rule } from '@slipform/kit/options/options';
import { BACKGROUND_NAMES, COLOUR_NAMES } from './colours';
import { COUNTABLE_NAMES, OBJECT_NAMES, type ObjectName } from './objects';
import { anySeed, type Random } from './random';
import {
  type Count,
  DETAILS,
  type Detail,
  RELATIONS_OF,
  type SceneContent,
  type SceneObject,
  SIZES,
} from './scene';
import { isInSplit, SPLIT_KINDS, SPLITS, type SplitOptions } from './split';

export interface SampleOptions extends SplitOptions {
  readonly objects: readonly ObjectName[];
  /** Default `'simple'`. */
  readonly detail?: Detail;
}

export const objectNames = rule<readonly ObjectName[]>(
  'a list of names in OBJECT_NAMES, each once',
  (names) =>
    Array.isArray(names) &&
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => OBJECT_NAMES.includes(name)),
);

const OPTIONS = defineOptions('sampleContent', {
  objects: objectNames,
  detail: optional(choice(DETAILS), 'simple'),
  split: choice(SPLITS),
  splitBy: optional(choice(SPLIT_KINDS), 'objects'),
  splitSeed: optional(anySeed, 0),
} satisfies RowsFor<SampleOptions>);

const COUNTS: readonly Count[] = [1, 1, 1, 2, 3, 4];

/**
 * Draws what a scene shows: two different things of the split, two different colours, one relation, all uniform; in a
 * full scene also a background, and for each thing a count (half of them 1) and, of a single one, a size. Of a tile
 * that lies behind another, three drawings at most can be seen, so it holds no four.
 *
 * @throws {InputError} for an unknown option, one out of its range, or objects of which no pair is in the split
 * @example
 * const content = sampleContent(random, { objects: OBJECT_NAMES, split: 'train' });
 */
export function sampleContent(random: Random, options: SampleOptions): SceneContent {
  const given = OPTIONS.read(options);
  const { objects, detail, split } = given;
  const names = detail === 'simple' ? objects : objects.filter((name) => COUNTABLE_NAMES.includes(name));
  for (let misses = 0; misses < 100_000 && names.length > 1; misses++) {
    const name1 = random.pick(names);
    const name2 = random.pick(names);
    if (name1 === name2) continue;
    const colour1 = random.pick(COLOUR_NAMES);
    const colour2 = random.pick(COLOUR_NAMES.filter((colour) => colour !== colour1));
    const first = { name: name1, colour: colour1 };
    const second = { name: name2, colour: colour2 };
    const relation = random.pick(RELATIONS_OF[detail]);
    const content: SceneContent =
      detail === 'simple'
        ? { first, relation, second }
        : {
            first: withCount(random, first),
            relation,
            second: withCount(random, second),
            background: random.pick(BACKGROUND_NAMES),
          };
    if (!isInSplit(content, given) || !isInSplit(swapColours(content), given)) continue;
    if (isCrowded(content)) continue;
    return content;
  }
  throw new InputError(`scenes: the objects have no pair in the ${split} split; give more objects.`);
}

function withCount(random: Random, object: SceneObject): SceneObject {
  const count = random.pick(COUNTS);
  return { ...object, count, ...(count === 1 ? { size: random.pick(SIZES) } : {}) };
}

/** "red dog left of blue cat" → "blue dog left of red cat" */
export function swapColours<T extends SceneContent>(content: T): T {
  const { first, second } = content;
  return {
    ...content,
    first: { ...first, colour: second.colour },
    second: { ...second, colour: first.colour },
  };
}

/** Four drawings on the tile that lies behind: one of them would be hidden. */
export function isCrowded({ first, relation, second }: SceneContent): boolean {
  return (relation === 'behind' && first.count === 4) || (relation === 'in front of' && second.count === 4);
}
