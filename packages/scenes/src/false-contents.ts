import { InputError } from '@slipform/kit/errors/input-error';
import { BACKGROUND_NAMES, COLOUR_NAMES } from './colours';
import { COUNTABLE_NAMES } from './objects';
import type { Random } from './random';
import { isCrowded, type SampleOptions, swapColours } from './sample-scene';
import { type Count, type Detail, mirror, OPPOSITE, type SceneContent, type SceneObject } from './scene';
import { isInSplit } from './split';

const CHANGES = [
  'replace_object',
  'replace_attribute',
  'replace_size',
  'replace_count',
  'replace_background',
  'swap_objects',
  'swap_attributes',
  'swap_counts',
  'relation',
] as const;
export type Change = (typeof CHANGES)[number];

/** The kinds of change that a scene of each detail may have. */
export const CHANGES_OF: Readonly<Record<Detail, readonly Change[]>> = {
  simple: ['replace_object', 'replace_attribute', 'swap_objects', 'swap_attributes', 'relation'],
  full: CHANGES,
};

/**
 * Contents that differ from the given one in one way and are certainly false of its picture, one for each kind of
 * change that it allows: a size is replaced where there is a single drawing, counts are swapped where they differ.
 * All keep to the split. Half of the `relation` changes turn the relation round, half exchange the two things with all
 * that belongs to them.
 *
 * @example
 * const { relation, swap_attributes } = falseContents(random, content, { objects: OBJECT_NAMES, split: 'train' });
 */
export function falseContents(
  random: Random,
  content: SceneContent,
  options: SampleOptions,
): Partial<Record<Change, SceneContent>> {
  const found: Partial<Record<Change, SceneContent>> = {};
  for (const kind of CHANGES_OF[options.detail ?? 'simple']) {
    const candidates = changes[kind](content, options).filter(
      (changed) => isInSplit(changed, options) && !isCrowded(changed),
    );
    if (candidates.length > 0) found[kind] = random.pick(candidates);
    else if (kind === 'replace_object') {
      throw new InputError('scenes: no thing can replace another within this split; give more objects.');
    }
  }
  return found;
}

type Changer = (content: SceneContent, options: SampleOptions) => readonly SceneContent[];

const changes: Readonly<Record<Change, Changer>> = {
  replace_object: (content, { objects, detail = 'simple' }) =>
    replaceEither(content, (object, other) =>
      objects
        .filter((name) => name !== object.name && name !== other.name)
        .filter((name) => detail === 'simple' || COUNTABLE_NAMES.includes(name))
        .map((name) => ({ ...object, name })),
    ),
  replace_attribute: (content) =>
    replaceEither(content, (object, other) =>
      COLOUR_NAMES.filter((colour) => colour !== object.colour && colour !== other.colour).map((colour) => ({
        ...object,
        colour,
      })),
    ),
  replace_size: (content) =>
    replaceEither(content, (object) =>
      object.size === undefined ? [] : [{ ...object, size: object.size === 'small' ? 'large' : 'small' }],
    ),
  replace_count: (content) =>
    replaceEither(content, (object) =>
      ([1, 2, 3, 4] as const)
        .filter((count) => count !== (object.count ?? 1))
        .map((count) => recount(object, count)),
    ),
  replace_background: (content) =>
    BACKGROUND_NAMES.filter((background) => background !== content.background).map((background) => ({
      ...content,
      background,
    })),
  swap_objects: (content) => [
    {
      ...content,
      first: { ...content.first, name: content.second.name },
      second: { ...content.second, name: content.first.name },
    },
  ],
  swap_attributes: (content) => [swapColours(content)],
  swap_counts: (content) => {
    const { first, second } = content;
    const { count: one = 1 } = first;
    const { count: other = 1 } = second;
    if (one === other) return [];
    return [
      {
        ...content,
        first: sized(recount(first, other), second.size),
        second: sized(recount(second, one), first.size),
      },
    ];
  },
  relation: (content) => [
    { ...content, relation: OPPOSITE[content.relation] },
    { ...mirror(content), relation: content.relation },
  ],
};

function replaceEither(
  content: SceneContent,
  replace: (object: SceneObject, other: SceneObject) => readonly SceneObject[],
): SceneContent[] {
  const { first, second } = content;
  return [
    ...replace(first, second).map((object) => ({ ...content, first: object })),
    ...replace(second, first).map((object) => ({ ...content, second: object })),
  ];
}

/** Several drawings have no size; a single one is large unless someone says otherwise. */
function recount({ name, colour, size = 'large' }: SceneObject, count: Count): SceneObject {
  return { name, colour, count, ...(count === 1 ? { size } : {}) };
}

function sized(object: SceneObject, size: SceneObject['size']): SceneObject {
  return object.count === 1 && size !== undefined ? { ...object, size } : object;
}
