// The matrix product after Goto and van de Geijn (2008): blocks of both sides are packed so that they stay in
// the caches, and the inner loop computes tiles of 6 × 8 in twelve of the sixteen vector registers.
import { Lanes } from './lanes';
import { packLeft, packLeftTransposed, packRight, packRightTransposed, tileColumns, tileRows } from './pack';

/** Rows of the left side, columns of the right side, and the depth of both, that are packed at once. */
const blockRows = 96;
const blockColumns = 512;
const blockDepth = 256;

const tileBytes: usize = tileRows * tileColumns * 4;
const rightBytes: usize = blockDepth * blockColumns * 4;
/** Bytes of working memory that a product needs. */
export const workBytes: usize = tileBytes + rightBytes + blockDepth * blockRows * 4;

/**
 * C ← op(A)·op(B) + bias, or C ← C + op(A)·op(B) with `accumulate`: op(A) [m, k], op(B) [k, n], C [m, n], each
 * row `a`-, `b`-, `cStride` bytes after the one before it. `bias` [n] is added to each row; 0 for none.
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
): void {
  if (k === 0 && !accumulate) fillRows(m, n, c, cStride, bias);
  const right = work + tileBytes;
  const left = right + rightBytes;
  for (let column = 0; column < n; column += blockColumns) {
    const columns = min(blockColumns, n - column);
    const columnBytes = (<usize>column) << 2;
    for (let inner = 0; inner < k; inner += blockDepth) {
      const depth = min(blockDepth, k - inner);
      const innerBytes = (<usize>inner) << 2;
      if (transposeB) {
        packRightTransposed(b + <usize>column * bStride + innerBytes, bStride, columns, depth, right);
      } else {
        packRight(b + <usize>inner * bStride + columnBytes, bStride, columns, depth, right);
      }
      const adds = accumulate || inner > 0;
      const addend: usize = bias === 0 || adds ? <usize>0 : bias + columnBytes;
      for (let row = 0; row < m; row += blockRows) {
        const rows = min(blockRows, m - row);
        if (transposeA) {
          packLeftTransposed(a + <usize>inner * aStride + ((<usize>row) << 2), aStride, rows, depth, left);
        } else {
          packLeft(a + <usize>row * aStride + innerBytes, aStride, rows, depth, left);
        }
        const at = c + <usize>row * cStride + columnBytes;
        multiplyBlock(rows, columns, depth, left, right, at, cStride, addend, adds, work);
      }
    }
  }
}

/** The product of two packed blocks; tiles that reach over the edge are computed aside and copied. */
function multiplyBlock(
  rows: i32,
  columns: i32,
  depth: i32,
  left: usize,
  right: usize,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
  aside: usize,
): void {
  const leftPanel = (<usize>(depth * tileRows)) << 2;
  const rightPanel = (<usize>(depth * tileColumns)) << 2;
  for (let row = 0; row < rows; row += tileRows, left += leftPanel, c += <usize>tileRows * cStride) {
    const high = min(tileRows, rows - row);
    let panel = right;
    for (let column = 0; column < columns; column += tileColumns, panel += rightPanel) {
      const wide = min(tileColumns, columns - column);
      const at = c + ((<usize>column) << 2);
      const addend = bias === 0 ? <usize>0 : bias + ((<usize>column) << 2);
      if (high === tileRows && wide === tileColumns) {
        multiplyTile(depth, left, panel, at, cStride, addend, accumulate);
      } else {
        multiplyTile(depth, left, panel, aside, tileColumns * 4, 0, false);
        copyPart(high, wide, aside, at, cStride, addend, accumulate);
      }
    }
  }
}

function multiplyTile(
  depth: i32,
  left: usize,
  right: usize,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
): void {
  const c1 = c + cStride;
  const c2 = c1 + cStride;
  const c3 = c2 + cStride;
  const c4 = c3 + cStride;
  const c5 = c4 + cStride;
  let low0 = f32x4.splat(0);
  let high0 = low0;
  if (bias !== 0) {
    low0 = v128.load(bias);
    high0 = v128.load(bias, 16);
  }
  let low1 = low0;
  let low2 = low0;
  let low3 = low0;
  let low4 = low0;
  let low5 = low0;
  let high1 = high0;
  let high2 = high0;
  let high3 = high0;
  let high4 = high0;
  let high5 = high0;
  if (accumulate) {
    low0 = v128.load(c);
    high0 = v128.load(c, 16);
    low1 = v128.load(c1);
    high1 = v128.load(c1, 16);
    low2 = v128.load(c2);
    high2 = v128.load(c2, 16);
    low3 = v128.load(c3);
    high3 = v128.load(c3, 16);
    low4 = v128.load(c4);
    high4 = v128.load(c4, 16);
    low5 = v128.load(c5);
    high5 = v128.load(c5, 16);
  }
  const end = left + ((<usize>(depth * tileRows)) << 2);
  while (left < end) {
    const low = v128.load(right);
    const high = v128.load(right, 16);
    let x = v128.load32_splat(left);
    low0 = Lanes.multiplyAdd(x, low, low0);
    high0 = Lanes.multiplyAdd(x, high, high0);
    x = v128.load32_splat(left, 4);
    low1 = Lanes.multiplyAdd(x, low, low1);
    high1 = Lanes.multiplyAdd(x, high, high1);
    x = v128.load32_splat(left, 8);
    low2 = Lanes.multiplyAdd(x, low, low2);
    high2 = Lanes.multiplyAdd(x, high, high2);
    x = v128.load32_splat(left, 12);
    low3 = Lanes.multiplyAdd(x, low, low3);
    high3 = Lanes.multiplyAdd(x, high, high3);
    x = v128.load32_splat(left, 16);
    low4 = Lanes.multiplyAdd(x, low, low4);
    high4 = Lanes.multiplyAdd(x, high, high4);
    x = v128.load32_splat(left, 20);
    low5 = Lanes.multiplyAdd(x, low, low5);
    high5 = Lanes.multiplyAdd(x, high, high5);
    left += tileRows * 4;
    right += tileColumns * 4;
  }
  v128.store(c, low0);
  v128.store(c, high0, 16);
  v128.store(c1, low1);
  v128.store(c1, high1, 16);
  v128.store(c2, low2);
  v128.store(c2, high2, 16);
  v128.store(c3, low3);
  v128.store(c3, high3, 16);
  v128.store(c4, low4);
  v128.store(c4, high4, 16);
  v128.store(c5, low5);
  v128.store(c5, high5, 16);
}

function copyPart(
  rows: i32,
  columns: i32,
  from: usize,
  c: usize,
  cStride: usize,
  bias: usize,
  accumulate: bool,
): void {
  for (let row = 0; row < rows; row++, from += tileColumns * 4, c += cStride) {
    for (let column = 0; column < columns; column++) {
      const at = (<usize>column) << 2;
      let x = load<f32>(from + at);
      if (bias !== 0) x += load<f32>(bias + at);
      if (accumulate) x += load<f32>(c + at);
      store<f32>(c + at, x);
    }
  }
}

function fillRows(m: i32, n: i32, c: usize, cStride: usize, bias: usize): void {
  for (let row = 0; row < m; row++, c += cStride) {
    for (let column = 0; column < n; column++) {
      const at = (<usize>column) << 2;
      store<f32>(c + at, bias === 0 ? 0 : load<f32>(bias + at));
    }
  }
}
