import type { ColourName } from './colours';
import type { ObjectName } from './objects';

/** Cells along one edge of a picture. */
export const GRID = 3;

export const RELATIONS = ['left of', 'right of', 'above', 'below'] as const;
export type Relation = (typeof RELATIONS)[number];

export const OPPOSITE: Readonly<Record<Relation, Relation>> = {
  'left of': 'right of',
  'right of': 'left of',
  above: 'below',
  below: 'above',
};

/** A drawing on a coloured tile, as a caption names it: "red dog". */
export interface SceneObject {
  readonly name: ObjectName;
  readonly colour: ColourName;
}

/** What a caption says: "red dog left of blue cat". */
export interface SceneContent {
  readonly first: SceneObject;
  readonly relation: Relation;
  readonly second: SceneObject;
}

/**
 * One picture: two things in a 3 × 3 grid, in one row or in one column, so that exactly one of the four relations
 * holds from the first to the second. Cells count from 0, row by row.
 */
export interface Scene extends SceneContent {
  readonly cells: readonly [first: number, second: number];
}

/** For each relation the pairs of cells for which it holds. */
export const PLACEMENTS: Readonly<Record<Relation, readonly (readonly [number, number])[]>> = (() => {
  const found: Record<Relation, [number, number][]> = { 'left of': [], 'right of': [], above: [], below: [] };
  for (let line = 0; line < GRID; line++) {
    for (let near = 0; near < GRID; near++) {
      for (let far = near + 1; far < GRID; far++) {
        const row: [number, number] = [line * GRID + near, line * GRID + far];
        const column: [number, number] = [near * GRID + line, far * GRID + line];
        found['left of'].push(row);
        found['right of'].push([row[1], row[0]]);
        found.above.push(column);
        found.below.push([column[1], column[0]]);
      }
    }
  }
  return found;
})();

/** The caption of a scene: six words, or five where the relation is one word. */
export function captionOf({ first, relation, second }: SceneContent): string {
  return `${first.colour} ${first.name} ${relation} ${second.colour} ${second.name}`;
}

/** The same scene told from the other thing: "blue cat right of red dog". Just as true. */
export function mirror({ first, relation, second }: SceneContent): SceneContent {
  return { first: second, relation: OPPOSITE[relation], second: first };
}
