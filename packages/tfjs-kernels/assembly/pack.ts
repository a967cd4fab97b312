// Copies blocks of a matrix into the order in which the inner loop of the product reads them.

/** Rows of a tile of the product. */
export const tileRows = 6;
/** Columns of a tile of the product, and of a panel of the right side. */
export const tileColumns = 8;

/**
 * `rows` × `depth` of the left side from its transpose, depth × rows in memory: rows `depth` floats long. Their sums are
 * added to `sums` [rows]; 0 for none.
 */
export function transposeLeft(
  from: usize,
  stride: usize,
  rows: i32,
  depth: i32,
  to: usize,
  sums: usize,
): void {
  const row = (<usize>depth) << 2;
  let k = 0;
  for (; k + 4 <= depth; k += 4, from += stride << 2, to += 16) {
    let at = to;
    let i = 0;
    let r = from;
    for (; i + 4 <= rows; i += 4, r += 16, at += row << 2) {
      const a = v128.load(r);
      const b = v128.load(r + stride);
      const c = v128.load(r + stride * 2);
      const d = v128.load(r + stride * 3);
      if (sums !== 0) {
        const sumAt = sums + ((<usize>i) << 2);
        v128.store(sumAt, f32x4.add(v128.load(sumAt), f32x4.add(f32x4.add(a, b), f32x4.add(c, d))));
      }
      const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(at, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
      v128.store(at + row, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7));
      v128.store(at + row * 2, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
      v128.store(at + row * 3, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
    }
    for (; i < rows; i++, r += 4, at += row) {
      for (let j: usize = 0; j < 4; j++) transposeOne(r + j * stride, at + (j << 2), sums, i);
    }
  }
  for (; k < depth; k++, from += stride, to += 4) {
    for (let i = 0; i < rows; i++) transposeOne(from + ((<usize>i) << 2), to + <usize>i * row, sums, i);
  }
}

function transposeOne(from: usize, to: usize, sums: usize, row: i32): void {
  const x = load<f32>(from);
  store<f32>(to, x);
  if (sums === 0) return;
  const sumAt = sums + ((<usize>row) << 2);
  store<f32>(sumAt, load<f32>(sumAt) + x);
}

/** The last rows of the left side, fewer than a tile has, as a whole tile's: those beyond repeat the last. */
export function padRows(from: usize, stride: usize, rows: i32, depth: i32, to: usize): void {
  const bytes = (<usize>depth) << 2;
  for (let row = 0; row < tileRows; row++, to += bytes) {
    memory.copy(to, from + <usize>min(row, rows - 1) * stride, bytes);
  }
}

/** `depth` × `columns` of the right side, depth × columns in memory, as panels [depth][8]; columns beyond repeat the last. */
export function packRight(from: usize, stride: usize, columns: i32, depth: i32, to: usize): void {
  const panel = (<usize>depth) << 5;
  const whole = columns & -tileColumns;
  let at = to;
  let k = 0;
  // Four rows at a time, each read from left to right: panel by panel, the same lines would be fetched again.
  for (; k < depth; k += 4, at += 128) {
    const rows = min(4, depth - k);
    const r0 = from + <usize>k * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    let column: usize = 0;
    let panelAt = at;
    if (rows === 4) {
      for (; column < (<usize>whole) << 2; column += 32, panelAt += panel) {
        const a = v128.load(r0 + column);
        const b = v128.load(r0 + column, 16);
        const c = v128.load(r1 + column);
        const d = v128.load(r1 + column, 16);
        v128.store(panelAt, a);
        v128.store(panelAt, b, 16);
        v128.store(panelAt, c, 32);
        v128.store(panelAt, d, 48);
        const e = v128.load(r2 + column);
        const f = v128.load(r2 + column, 16);
        const g = v128.load(r3 + column);
        const h = v128.load(r3 + column, 16);
        v128.store(panelAt, e, 64);
        v128.store(panelAt, f, 80);
        v128.store(panelAt, g, 96);
        v128.store(panelAt, h, 112);
      }
    } else {
      for (; column < (<usize>whole) << 2; column += 32, panelAt += panel) {
        for (let i: usize = 0; i < <usize>rows; i++) {
          v128.store(panelAt + (i << 5), v128.load(r0 + i * stride + column));
          v128.store(panelAt + (i << 5), v128.load(r0 + i * stride + column, 16), 16);
        }
      }
    }
    if (whole < columns) {
      const end = (<usize>(columns - 1)) << 2;
      for (let i: usize = 0; i < <usize>rows; i++) {
        for (let j: usize = 0; j < <usize>tileColumns; j++) {
          store<f32>(panelAt + (i << 5) + (j << 2), load<f32>(r0 + i * stride + min(column + (j << 2), end)));
        }
      }
    }
  }
}

/** The same panels from the transpose, columns × depth in memory. */
export function packRightTransposed(from: usize, stride: usize, columns: i32, depth: i32, to: usize): void {
  const panel = (<usize>depth) << 5;
  for (let column = 0; column < columns; column += 4) {
    const last = columns - 1;
    const c0 = from + <usize>column * stride;
    const c1 = from + <usize>min(column + 1, last) * stride;
    const c2 = from + <usize>min(column + 2, last) * stride;
    const c3 = from + <usize>min(column + 3, last) * stride;
    let at = to + <usize>(column >> 3) * panel + ((<usize>(column & 4)) << 2);
    let k: usize = 0;
    const end = (<usize>depth) << 2;
    for (; k + 16 <= end; k += 16, at += 128) {
      const a = v128.load(c0 + k);
      const b = v128.load(c1 + k);
      const c = v128.load(c2 + k);
      const d = v128.load(c3 + k);
      const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(at, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
      v128.store(at, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 32);
      v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 64);
      v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 96);
    }
    for (; k < end; k += 4, at += 32) {
      store<f32>(at, load<f32>(c0 + k));
      store<f32>(at, load<f32>(c1 + k), 4);
      store<f32>(at, load<f32>(c2 + k), 8);
      store<f32>(at, load<f32>(c3 + k), 12);
    }
  }
  // Half a panel that no column falls into is multiplied as well: stale numbers in it could be slow ones.
  if (((columns + 3) >> 2) & 1) {
    let at = to + <usize>(columns >> 3) * panel + 16;
    for (let k = 0; k < depth; k++, at += 32) v128.store(at, f32x4.splat(0));
  }
}
