import type { Random } from './random';
import type { PicturedThing } from './read-picture';

/** Where one drawing goes: its corner and its edge, in shares of the picture's edge. */
export interface Spot {
  readonly thing: PicturedThing;
  readonly x: number;
  readonly y: number;
  readonly edge: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** What lies in front is painted later. */
  depth: number;
}

/** Edge of one drawing of several, of one in a container, and of a small one beside a large one; a lone drawing's is 1. */
const ofSeveral = 0.62;
const ofContent = 0.5;
const ofSmall = 0.55;
const gap = 0.12;
const touch = 0.22;
/** The largest drawing takes so much of the picture's edge. */
const maxEdge = 0.5;
const ground = 0.94;
/** All of them take so much of its width at most: the rest is chance's. */
const maxWidth = 0.86;

/**
 * Places things so that what a caption says of them holds: each goes beside, over or under the one before it. Chance decides which
 * side "next to" is, and how much room lies left and right; it draws the same numbers for as many things.
 */
export function layOut(things: readonly PicturedThing[], random: Random): Spot[] {
  const boxes: Box[] = [];
  for (const [i, thing] of things.entries()) {
    const size = sizeOf(thing);
    const side = random.integer(2);
    boxes.push(
      i === 0
        ? { x: 0, y: 0, ...size, depth: 0 }
        : boxAfter(things[i - 1]!.link, thing.kind, boxes, size, side),
    );
  }
  const slide = random.fraction();
  if (boxes.length === 0) return [];
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map(({ x, width }) => x + width)) - left;
  const height = Math.max(...boxes.map(({ y, height }) => y + height)) - top;
  const scale = Math.min(maxEdge, maxWidth / width, 0.86 / height);
  const right = 0.03 + slide * (0.94 - width * scale);
  const down = ground - height * scale;
  return things
    .map((thing, i) => ({ thing, box: boxes[i]! }))
    .sort((a, b) => a.box.depth - b.box.depth)
    .flatMap(({ thing, box }) =>
      cellsOf(thing, box).map(({ x, y, edge }) => ({
        thing,
        x: right + (x - left) * scale,
        y: down + (y - top) * scale,
        edge: edge * scale,
      })),
    );
}

function columnsOf(count: number): number {
  return count < 4 ? count : Math.ceil(Math.sqrt(count));
}

function sizeOf({ count, isSmall }: PicturedThing): { width: number; height: number } {
  const edge = (count === 1 ? 1 : ofSeveral) * (isSmall ? ofSmall : 1);
  const columns = columnsOf(count);
  return { width: columns * edge, height: Math.ceil(count / columns) * edge };
}

function cellsOf({ count }: PicturedThing, { x, y, width }: Box): { x: number; y: number; edge: number }[] {
  const columns = columnsOf(count);
  const edge = width / columns;
  return Array.from({ length: count }, (_, i) => ({
    x: x + (i % columns) * edge,
    y: y + Math.floor(i / columns) * edge,
    edge,
  }));
}

function boxAfter(
  link: PicturedThing['link'],
  kind: PicturedThing['kind'],
  boxes: Box[],
  { width, height }: { width: number; height: number },
  side: number,
): Box {
  const one = boxes.at(-1)!;
  const box: Box = { x: one.x + (one.width - width) / 2, y: one.y, width, height, depth: one.depth };
  const bottom = one.y + one.height - height;
  if (link === 'in' || link === 'holds') {
    const [inner, outer] = link === 'in' ? [one, box] : [box, one];
    if (link === 'in') Object.assign(box, { x: one.x, y: one.y });
    const share =
      Math.min(ofContent / inner.width, ofContent / inner.height) * Math.min(outer.width, outer.height);
    inner.width *= share;
    inner.height *= share;
    inner.x = outer.x + (outer.width - inner.width) / 2;
    inner.y = outer.y + (outer.height - inner.height) * 0.3;
    inner.depth = outer.depth + 1;
    while (boxes.slice(0, -1).some((other) => meet(other, box))) {
      box.x += 0.25;
      if (link === 'in') inner.x += 0.25;
    }
    return box;
  }
  if (link === 'behind' || link === 'front') {
    const isBehind = link === 'behind';
    box.x = one.x + (side === 0 ? 0.45 : -0.45) * Math.max(one.width, width);
    box.y = bottom + (isBehind ? 0.28 : -0.28);
    box.depth = one.depth + (isBehind ? 1 : -1);
    return box;
  }
  const step = stepOf(link, side);
  if (step.y === 0) {
    box.x = step.x > 0 ? one.x + one.width + gap : one.x - width - gap;
    box.y = bottom;
  } else {
    // What is on something touches it, also where a drawing leaves room above the seat of a chair; a hat touches its head.
    const touches = link === 'on' || (link === 'under' && kind === 'hat');
    const room = touches ? -touch * Math.min(one.height, height) : gap;
    if (link === 'on') box.depth = one.depth - 1;
    box.y = step.y > 0 ? one.y + one.height + room : one.y - height - room;
  }
  // Further the same way is still the same relation.
  const others = boxes.slice(0, -1);
  while (others.some((other) => meet(other, box))) {
    box.x += step.x * 0.25;
    box.y += step.y * 0.25;
  }
  return box;
}

/** Which way the second thing lies from the first. */
function stepOf(link: PicturedThing['link'], side: number): { x: number; y: number } {
  if (link === 'above' || link === 'on') return { x: 0, y: 1 };
  if (link === 'under') return { x: 0, y: -1 };
  if (link === 'left') return { x: 1, y: 0 };
  if (link === 'right') return { x: -1, y: 0 };
  return { x: side === 0 ? 1 : -1, y: 0 };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
