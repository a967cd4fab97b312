import type { PositionedData } from '@slipform/clip';
import { duoCaption, duoPixels, duoWording } from '@slipform/icons';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { groupsOf } from '../icons/icon-batches';
import type { GreyDrawings, IconWorld } from '../icons/icon-world';
import { picturesOf } from '../icons/pictures-of';

export interface DuoBatchesOptions {
  /** Icons with their drawings, each of half the picture's edge. */
  readonly world: IconWorld;
  readonly batchSize: number;
  readonly seed: number;
  readonly encode: (text: string) => number[];
}

/**
 * Endless batches of pictures of two icons by one hand, composed afresh: a set in proportion to the root of its icons, two of
 * its icons with names of their own, a wording. A batch follows from seed and step alone.
 */
export function duoBatches({ world, batchSize, seed, encode }: DuoBatchesOptions): PositionedData {
  const sets = rowsBySet(world);
  const weights = sets.map((rows) => Math.sqrt(rows.length));
  return {
    *batchesFrom(first) {
      for (let step = first; ; step++) {
        const random = createRandom(hashNumbers([streamSeed(seed, 'duo'), step]));
        const rows = Array.from({ length: batchSize }, () =>
          twoOf(world, sets[random.weighted(weights)]!, random),
        );
        const wordings = rows.map((_, at) => duoWording(hashNumbers([seed, step, at])));
        const captions = rows.map(([first, second], at) =>
          duoCaption([world.icons[first]!.caption, world.icons[second]!.caption], wordings[at]!),
        );
        const pictures = rows.map((pair, at) => composed(world, pair, wordings[at]!.layout));
        yield {
          images: duoImages(pictures, 2 * world.size, random),
          tokens: captions.map(encode),
          groups: groupsOf(captions),
        };
      }
    },
  };
}

/** A picture of two drawings of a world, in shades of grey. */
export function composed(
  { grey, size }: GreyDrawings,
  rows: readonly [number, number],
  layout: 'beside' | 'above',
): Uint8Array {
  const area = size * size;
  const drawing = (row: number) => grey.subarray(row * area, (row + 1) * area);
  return duoPixels([drawing(rows[0]), drawing(rows[1])], layout, { half: size, channels: 1 });
}

/** Pictures as the model takes them; with `random`, moved by up to two pixels. */
function duoImages(pictures: readonly Uint8Array[], size: number, random?: Random): Float32Array {
  const grey = new Uint8Array(pictures.length * size * size);
  for (const [at, picture] of pictures.entries()) grey.set(picture, at * size * size);
  const rows = [...pictures.keys()];
  if (random === undefined) return picturesOf({ size, grey }, rows);
  return picturesOf(
    { size, grey },
    rows,
    Int8Array.from({ length: 2 * rows.length }, () => random.below(5) - 2),
  );
}

function rowsBySet({ icons }: IconWorld): number[][] {
  const sets = new Map<string, number[]>();
  for (const [row, { set, caption }] of icons.entries()) {
    if (caption === '') continue;
    const rows = sets.get(set) ?? [];
    sets.set(set, rows);
    rows.push(row);
  }
  return [...sets.values()].filter((rows) => rows.length >= 100);
}

function twoOf({ icons }: IconWorld, rows: readonly number[], random: Random): readonly [number, number] {
  const first = random.pick(rows);
  let second = random.pick(rows);
  while (icons[second]!.caption === icons[first]!.caption) second = random.pick(rows);
  return [first, second];
}
