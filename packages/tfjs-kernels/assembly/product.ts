// The matrix product after Goto and van de Geijn (2008): blocks of both sides are packed so that they stay in
// the caches, and the inner loop computes tiles of 6 × 8 in twelve of the sixteen vector registers.
import { packRight, packRightTransposed, padRows, tileColumns, tileRows, transposeLeft } from './pack';
import { multiplyTile } from './tile';
import { multiplyWideTile } from './wide-tile';

/** Rows of a transposed left side, columns of the right side, and the depth of both, that are packed at once. */
const blockRows = 96;
const blockColumns = 512;
const blockDepth = 384;

/** Working memory is, one after another: zeros of a tile's width, a tile, six rows, and a block of each side. */
const zeroBytes: usize = 2 * tileColumns * 4;
const tileBytes: usize = tileRows * tileColumns * 4;
const paddedBytes: usize = tileRows * blockDepth * 4;
const rightAt: usize = zeroBytes + tileBytes + paddedBytes;
const leftAt: usize = rightAt + blockDepth * blockColumns * 4;

let widens = false;

/** Whether tiles are 6 × 16 where two fit side by side: right where the runtime's vectors hold eight floats. */
export function setWide(wide: bool): void {
  widens = wide;
}

/** Bytes of working memory that a product needs. */
export const workBytes: usize = leftAt + blockDepth * blockRows * 4;

/**
 * C ← op(A)·op(B) + bias, and + C with `accumulate`: op(A) [m, k], op(B) [k, n], C [m, n], each row `a`-, `b`-,
 * `cStride` bytes after the one before it. `bias` [n] is added to each row; 0 for none. With `transposeA`, `sums` [m] gets
 * the sums of A's columns, which are read anyhow; 0 for none.
 */
export function product(
  transposeA: bool,
  transposeB: bool,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aStride: usize,
  b: usize,
  bStride: usize,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
  work: usize,
  sums: usize,
): void {
  if (k === 0) fillRows(m, n, c, cStride, bias, accumulate);
  if (sums !== 0) memory.fill(sums, 0, (<usize>m) << 2);
  memory.fill(work, 0, zeroBytes);
  const right = work + rightAt;
  const left = work + leftAt;
  const blocks = (k + blockDepth - 1) / blockDepth;
  // Equal blocks: a short one at the end would cost as much besides its products as a long one.
  const even = blocks < 2 ? k : ((k + blocks - 1) / blocks + 7) & -8;
  for (let column = 0; column < n; column += blockColumns) {
    const columns = min(blockColumns, n - column);
    const columnBytes = (<usize>column) << 2;
    for (let inner = 0; inner < k; inner += even) {
      const depth = min(even, k - inner);
      const innerBytes = (<usize>inner) << 2;
      if (transposeB) {
        packRightTransposed(b + <usize>column * bStride + innerBytes, bStride, columns, depth, right);
      } else {
        packRight(b + <usize>inner * bStride + columnBytes, bStride, columns, depth, right);
      }
      const adds = accumulate || inner > 0;
      const addend: usize = bias === 0 || inner > 0 ? <usize>0 : bias + columnBytes;
      const to = c + columnBytes;
      if (transposeA) {
        for (let row = 0; row < m; row += blockRows) {
          const rows = min(blockRows, m - row);
          transposeLeft(
            a + <usize>inner * aStride + ((<usize>row) << 2),
            aStride,
            rows,
            depth,
            left,
            column === 0 && sums !== 0 ? sums + ((<usize>row) << 2) : 0,
          );
          const at = to + <usize>row * cStride;
          multiplyBlock(
            rows,
            columns,
            depth,
            left,
            (<usize>depth) << 2,
            right,
            at,
            cStride,
            addend,
            adds,
            work,
          );
        }
      } else {
        multiplyBlock(m, columns, depth, a + innerBytes, aStride, right, to, cStride, addend, adds, work);
      }
    }
  }
}

/** The product of rows of A and a packed block; tiles that reach over the edge are computed aside and copied. */
function multiplyBlock(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aStride: usize,
  right: usize,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
  work: usize,
): void {
  const rightPanel = (<usize>(depth * tileColumns)) << 2;
  const aside = work + zeroBytes;
  const fromStride: usize = accumulate ? cStride : 0;
  for (
    let row = 0;
    row < rows;
    row += tileRows, a += <usize>tileRows * aStride, c += <usize>tileRows * cStride
  ) {
    const high = rows - row;
    if (high < tileRows) {
      const padded = aside + tileBytes;
      padRows(a, aStride, high, depth, padded);
      a = padded;
      aStride = (<usize>depth) << 2;
    }
    let panel = right;
    for (let column = 0; column < columns; ) {
      const wide = columns - column;
      const at = c + ((<usize>column) << 2);
      const addend = bias === 0 ? <usize>0 : bias + ((<usize>column) << 2);
      if (high >= tileRows && wide >= tileColumns) {
        const from = accumulate ? at : work;
        const biasAt = bias === 0 ? work : addend;
        if (widens && wide >= 2 * tileColumns) {
          multiplyWideTile(depth, a, aStride, panel, from, fromStride, biasAt, at, cStride);
          panel += rightPanel;
          column += tileColumns;
        } else {
          multiplyTile(depth, a, aStride, panel, from, fromStride, biasAt, at, cStride);
        }
      } else {
        const partRows = min(high, tileRows);
        const partColumns = min(wide, tileColumns);
        startPart(partRows, partColumns, at, cStride, addend, accumulate, aside);
        multiplyTile(depth, a, aStride, panel, aside, tileColumns * 4, work, aside, tileColumns * 4);
        copyPart(partRows, partColumns, aside, at, cStride);
      }
      panel += rightPanel;
      column += tileColumns;
    }
  }
}

/** Part of a tile of C before the product, and bias: what a whole tile starts with, so that sums are the same in any row. */
function startPart(
  rows: i32,
  columns: i32,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
  to: usize,
): void {
  for (let row = 0; row < rows; row++, to += tileColumns * 4, c += cStride) {
    for (let column = 0; column < columns; column++) {
      const at = (<usize>column) << 2;
      let x: f32 = accumulate ? load<f32>(c + at) : 0;
      if (bias !== 0) x += load<f32>(bias + at);
      store<f32>(to + at, x);
    }
  }
}

function copyPart(rows: i32, columns: i32, from: usize, c: usize, cStride: usize): void {
  for (let row = 0; row < rows; row++, from += tileColumns * 4, c += cStride) {
    for (let column = 0; column < columns; column++) {
      const at = (<usize>column) << 2;
      store<f32>(c + at, load<f32>(from + at));
    }
  }
}

/** What is left of the product where there is nothing to sum up. */
function fillRows(m: i32, n: i32, c: usize, cStride: usize, bias: usize, accumulate: bool): void {
  for (let row = 0; row < m; row++, c += cStride) {
    for (let column = 0; column < n; column++) {
      const at = (<usize>column) << 2;
      let x: f32 = bias === 0 ? 0 : load<f32>(bias + at);
      if (accumulate) x += load<f32>(c + at);
      store<f32>(c + at, x);
    }
  }
}
