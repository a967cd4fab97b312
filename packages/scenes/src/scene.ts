import type { BackgroundName, ColourName } from './colours';
import type { ObjectName } from './objects';

/**
 * How much a picture shows. `simple`: two drawings on coloured tiles in a 3 × 3 grid of 48 × 48 pixels, one row or
 * column. `full`: 64 × 64 pixels with a coloured background and tiles half as wide, on which one drawing stands, large
 * or small, or two to four of them; a tile may lie in front of the other.
 */
export const DETAILS = ['simple', 'full'] as const;
export type Detail = (typeof DETAILS)[number];

export const RELATIONS = ['left of', 'right of', 'above', 'below', 'in front of', 'behind'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relations that a scene of each detail may have. */
export const RELATIONS_OF: Readonly<Record<Detail, readonly Relation[]>> = {
  simple: RELATIONS.slice(0, 4),
  full: RELATIONS,
};

export const OPPOSITE: Readonly<Record<Relation, Relation>> = {
  'left of': 'right of',
  'right of': 'left of',
  above: 'below',
  below: 'above',
  'in front of': 'behind',
  behind: 'in front of',
};

export const SIZES = ['small', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** How many drawings of one thing stand on a tile. */
export type Count = 1 | 2 | 3 | 4;

/** What stands on one tile, as a caption names it: "red dog", "two red dogs", "a small red dog". */
export interface SceneObject {
  readonly name: ObjectName;
  /** Of the tile. */
  readonly colour: ColourName;
  /** Default 1. */
  readonly count?: Count;
  /** Of a single drawing; several are all of one size, which no caption mentions. */
  readonly size?: Size;
}

/** What a picture shows: "red dog left of blue cat". */
export interface SceneContent {
  readonly first: SceneObject;
  readonly relation: Relation;
  readonly second: SceneObject;
  /** Where there is none, it is plain and no caption speaks of it. */
  readonly background?: BackgroundName;
}

/** A tile at scale 1: its place and edge in pixels, and which quarters hold a drawing (row by row; `all`: one drawing fills it). */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly edge: number;
  readonly quarters: 'all' | readonly number[];
}

/** What chance decides of a picture: which of the places that fit, from 0 to 1, and in which order quarters fill. */
export interface Layout {
  readonly place: number;
  readonly quarters: readonly [first: readonly number[], second: readonly number[]];
}

/** One picture: what it shows, and where. */
export interface Scene extends SceneContent {
  readonly detail: Detail;
  readonly layout: Layout;
  readonly tiles: readonly [first: Tile, second: Tile];
}

/** Edge of a picture in pixels at scale 1. */
export const SCENE_SIZES: Readonly<Record<Detail, number>> = { simple: 48, full: 64 };

/** The same scene described from the other thing: "blue cat right of red dog". Just as true. */
export function mirror<T extends SceneContent>(content: T): T {
  return {
    ...content,
    first: content.second,
    relation: OPPOSITE[content.relation],
    second: content.first,
  };
}

/**
 * Equal for two contents that say the same: a scene may be described from either of its things.
 *
 * @example
 * const isSame = meaningOf(content) === meaningOf(scene);
 */
export function meaningOf(content: SceneContent): string {
  return [content, mirror(content)].map(keyOf).sort().join(' = ');
}

function keyOf({ first, relation, second, background }: SceneContent): string {
  const object = ({ name, colour, count = 1, size }: SceneObject) => [count, size, colour, name].join();
  return [object(first), relation, object(second), background].join(' ');
}
