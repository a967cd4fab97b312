import type { Random } from './random';
import type { Detail, Layout, Relation, Scene, SceneContent, SceneObject, Tile } from './scene';

type Corner = readonly [x: number, y: number];
/** Corners of the first and the second tile. */
type Places = readonly (readonly [Corner, Corner])[];

const SIMPLE_EDGE = 16;
const FULL_EDGE = 32;

/**
 * Draws the places of a content by chance, each that fits the relation as likely as any other.
 *
 * @example
 * const scene = placeScene(random, content);
 */
export function placeScene(random: Random, content: SceneContent, detail: Detail = 'simple'): Scene {
  const quarters = () => random.shuffle([0, 1, 2, 3]);
  return layOut(content, detail, {
    place: random.fraction(),
    quarters: detail === 'simple' ? [[], []] : [quarters(), quarters()],
  });
}

/**
 * The picture of another content in the same layout, for instance of a negative caption: tiles keep their places, and
 * exchange them where the relation is turned round; drawings that are added or taken away leave the others alone.
 *
 * @example
 * const picture = placeLike(scene, content); // tiles stay where they are
 */
export function placeLike(scene: Scene, content: SceneContent): Scene {
  return layOut(content, scene.detail, scene.layout);
}

function layOut(content: SceneContent, detail: Detail, layout: Layout): Scene {
  const { first, relation, second } = content;
  const places = PLACES[detail][relation];
  if (places.length === 0) throw new RangeError(`a ${detail} scene has no place for "${relation}"`);
  const [corner1, corner2] = places[Math.floor(layout.place * places.length)]!;
  const scene = (tile1: Tile, tile2: Tile): Scene => ({
    ...content,
    detail,
    layout,
    tiles: [tile1, tile2],
  });
  if (detail === 'simple') {
    const tile = ([x, y]: Corner): Tile => ({ x, y, edge: SIMPLE_EDGE, quarters: 'all' });
    return scene(tile(corner1), tile(corner2));
  }
  const hidden1 = relation === 'behind' ? quarterTowards(corner1, corner2) : undefined;
  const hidden2 = relation === 'in front of' ? quarterTowards(corner2, corner1) : undefined;
  return scene(
    fullTile(corner1, first, layout.quarters[0], hidden1),
    fullTile(corner2, second, layout.quarters[1], hidden2),
  );
}

function fullTile(
  [x, y]: Corner,
  { count = 1, size }: SceneObject,
  order: readonly number[],
  hidden?: number,
): Tile {
  const one = count === 1 && size !== 'small';
  // A drawing that nobody can see would make the count a lie.
  const free = order.filter((quarter) => quarter !== hidden);
  return { x, y, edge: FULL_EDGE, quarters: one ? 'all' : free.slice(0, count) };
}

/** The quarter of the tile at one corner that the tile at the other corner covers; tiles overlap by half an edge. */
function quarterTowards([x, y]: Corner, [otherX, otherY]: Corner): number {
  return (otherY > y ? 2 : 0) + (otherX > x ? 1 : 0);
}

/**
 * For each detail and relation the places for which it holds. Of "left of" and "right of" they are the same, exchanged;
 * what lay in front lies behind where it is.
 */
const PLACES: Readonly<Record<Detail, Readonly<Record<Relation, Places>>>> = {
  simple: { ...bothWays(simplePlaces(false), simplePlaces(true)), 'in front of': [], behind: [] },
  full: { ...bothWays(fullPlaces(false), fullPlaces(true)), 'in front of': overlaps(), behind: overlaps() },
};

function bothWays(leftOf: Places, above: Places) {
  const exchanged = (places: Places): Places => places.map(([first, second]) => [second, first]);
  return { 'left of': leftOf, 'right of': exchanged(leftOf), above, below: exchanged(above) };
}

/** Two cells of a 3 × 3 grid in one row, or in one column. */
function simplePlaces(upright: boolean): Places {
  const found: (readonly [Corner, Corner])[] = [];
  for (let line = 0; line < 3; line++) {
    for (let near = 0; near < 3; near++) {
      for (let far = near + 1; far < 3; far++) {
        const corner = (along: number): Corner =>
          upright ? [line * SIMPLE_EDGE, along * SIMPLE_EDGE] : [along * SIMPLE_EDGE, line * SIMPLE_EDGE];
        found.push([corner(near), corner(far)]);
      }
    }
  }
  return found;
}

/** Side by side, shifted against each other by half an edge at most. */
function fullPlaces(upright: boolean): Places {
  const half = FULL_EDGE / 2;
  const found: (readonly [Corner, Corner])[] = [];
  for (const a of [0, half, FULL_EDGE]) {
    for (const b of [0, half, FULL_EDGE]) {
      if (Math.abs(a - b) > half) continue;
      found.push(
        upright
          ? [
              [a, 0],
              [b, FULL_EDGE],
            ]
          : [
              [0, a],
              [FULL_EDGE, b],
            ],
      );
    }
  }
  return found;
}

/** One quarter of each lies over a quarter of the other. */
function overlaps(): Places {
  const half = FULL_EDGE / 2;
  const found: (readonly [Corner, Corner])[] = [];
  for (const x of [0, half]) {
    for (const y of [0, half]) {
      const corners: readonly Corner[] = [
        [x, y],
        [x + half, y],
        [x, y + half],
        [x + half, y + half],
      ];
      for (const index of [0, 1, 2, 3]) found.push([corners[index]!, corners[3 - index]!]);
    }
  }
  return found;
}
