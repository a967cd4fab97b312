import type { Drawings } from './drawings';

/**
 * Pictures as vectors whose products are correlations: grey, brought to `edge × edge` by means of areas, blurred, less
 * their mean, of length 1. A picture of one grey is all zeros.
 *
 * grey = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); each blur is the binomial (1 2 1) / 4 in both directions, with the
 * border repeated: a variance of half a cell of `edge`.
 *
 * @param edge cells in a row
 * @param blurs how many times they are blurred, from 0
 * @returns `count × edge²`, one vector behind the other
 */
export function drawingFeatures({ size, pixels }: Drawings, edge: number, blurs: number): Float32Array {
  const area = size * size;
  const count = pixels.length / (3 * area);
  const features = new Float32Array(count * edge * edge);
  const overlaps = overlapsOf(size, edge);
  const grey = new Float32Array(area);
  const cells = new Float32Array(edge * edge);
  for (let index = 0; index < count; index++) {
    for (let at = 0, from = index * area * 3; at < area; at++, from += 3) {
      grey[at] = 0.299 * pixels[from]! + 0.587 * pixels[from + 1]! + 0.114 * pixels[from + 2]!;
    }
    shrink(grey, size, cells, edge, overlaps);
    for (let blur = 0; blur < blurs; blur++) blurOnce(cells, edge);
    features.set(normalised(cells), index * edge * edge);
  }
  return features;
}

/** For each cell of a row: its first pixel, and the shares of its mean that this and the following ones have. */
function overlapsOf(size: number, edge: number): readonly { first: number; shares: readonly number[] }[] {
  return Array.from({ length: edge }, (_, cell) => {
    const [start, end] = [(cell * size) / edge, ((cell + 1) * size) / edge];
    const first = Math.floor(start);
    const length = Math.ceil(end) - first;
    const shares = Array.from(
      { length },
      (_, at) => ((Math.min(end, first + at + 1) - Math.max(start, first + at)) * edge) / size,
    );
    return { first, shares };
  });
}

function shrink(
  grey: Float32Array,
  size: number,
  cells: Float32Array,
  edge: number,
  overlaps: ReturnType<typeof overlapsOf>,
): void {
  if (size === edge) {
    cells.set(grey);
    return;
  }
  overlaps.forEach(({ first: top, shares: rows }, y) => {
    overlaps.forEach(({ first: left, shares: columns }, x) => {
      let sum = 0;
      for (let row = 0; row < rows.length; row++) {
        const start = (top + row) * size + left;
        for (let column = 0; column < columns.length; column++) {
          sum += rows[row]! * columns[column]! * grey[start + column]!;
        }
      }
      cells[y * edge + x] = sum;
    });
  });
}

function blurOnce(cells: Float32Array, edge: number): void {
  for (const [along, across] of [
    [1, edge],
    [edge, 1],
  ] as const) {
    for (let line = 0; line < edge; line++) {
      const start = line * across;
      let before = cells[start]!;
      for (let at = 0; at < edge; at++) {
        const place = start + at * along;
        const here = cells[place]!;
        const after = at + 1 < edge ? cells[place + along]! : here;
        cells[place] = (before + 2 * here + after) / 4;
        before = here;
      }
    }
  }
}

/** In place. */
function normalised(cells: Float32Array): Float32Array {
  let mean = 0;
  for (const value of cells) mean += value / cells.length;
  let square = 0;
  for (let at = 0; at < cells.length; at++) {
    cells[at]! -= mean;
    square += cells[at]! ** 2;
  }
  // A picture of one grey has nothing but what rounding leaves.
  const length = Math.sqrt(square / cells.length) < 1e-3 ? Number.POSITIVE_INFINITY : Math.sqrt(square);
  for (let at = 0; at < cells.length; at++) cells[at]! /= length;
  return cells;
}
