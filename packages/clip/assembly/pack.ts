// Copies blocks of a matrix into the order in which the inner loop of the product reads them.

/** Rows of a tile of the product, and of a panel of the left side. */
export const tileRows = 6;
/** Columns of a tile of the product, and of a panel of the right side. */
export const tileColumns = 8;

/** `depth` × `rows` of the left side, rows × depth in memory, as panels [depth][6]; rows beyond repeat the last. */
export function packLeft(from: usize, stride: usize, rows: i32, depth: i32, to: usize): void {
  for (let row = 0; row < rows; row += tileRows) {
    const last = rows - 1;
    const r0 = from + <usize>row * stride;
    const r1 = from + <usize>min(row + 1, last) * stride;
    const r2 = from + <usize>min(row + 2, last) * stride;
    const r3 = from + <usize>min(row + 3, last) * stride;
    const r4 = from + <usize>min(row + 4, last) * stride;
    const r5 = from + <usize>min(row + 5, last) * stride;
    let k: usize = 0;
    const end = (<usize>depth) << 2;
    for (; k + 16 <= end; k += 16, to += 96) {
      const a = v128.load(r0 + k);
      const b = v128.load(r1 + k);
      const c = v128.load(r2 + k);
      const d = v128.load(r3 + k);
      const e = v128.load(r4 + k);
      const f = v128.load(r5 + k);
      const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const efLow = v128.shuffle<f32>(e, f, 0, 4, 1, 5);
      const efHigh = v128.shuffle<f32>(e, f, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
      v128.store64_lane(to, efLow, 0, 16);
      v128.store(to, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 24);
      v128.store64_lane(to, efLow, 1, 40);
      v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 48);
      v128.store64_lane(to, efHigh, 0, 64);
      v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 72);
      v128.store64_lane(to, efHigh, 1, 88);
    }
    for (; k < end; k += 4, to += 24) {
      store<f32>(to, load<f32>(r0 + k));
      store<f32>(to, load<f32>(r1 + k), 4);
      store<f32>(to, load<f32>(r2 + k), 8);
      store<f32>(to, load<f32>(r3 + k), 12);
      store<f32>(to, load<f32>(r4 + k), 16);
      store<f32>(to, load<f32>(r5 + k), 20);
    }
  }
}

/** The same panels from the transpose, depth × rows in memory. */
export function packLeftTransposed(from: usize, stride: usize, rows: i32, depth: i32, to: usize): void {
  for (let row = 0; row < rows; row += tileRows) {
    let at = from + ((<usize>row) << 2);
    if (row + tileRows <= rows) {
      for (let k = 0; k < depth; k++, at += stride, to += 24) {
        v128.store(to, v128.load(at));
        store<i64>(to, load<i64>(at, 16), 16);
      }
    } else {
      const last = rows - row - 1;
      for (let k = 0; k < depth; k++, at += stride) {
        for (let i = 0; i < tileRows; i++, to += 4) {
          store<f32>(to, load<f32>(at + ((<usize>min(i, last)) << 2)));
        }
      }
    }
  }
}

/** `depth` × `columns` of the right side, depth × columns in memory, as panels [depth][8]; columns beyond repeat the last. */
export function packRight(from: usize, stride: usize, columns: i32, depth: i32, to: usize): void {
  for (let column = 0; column < columns; column += tileColumns) {
    let at = from + ((<usize>column) << 2);
    if (column + tileColumns <= columns) {
      for (let k = 0; k < depth; k++, at += stride, to += 32) {
        v128.store(to, v128.load(at));
        v128.store(to, v128.load(at, 16), 16);
      }
    } else {
      const last = columns - column - 1;
      for (let k = 0; k < depth; k++, at += stride) {
        for (let j = 0; j < tileColumns; j++, to += 4) {
          store<f32>(to, load<f32>(at + ((<usize>min(j, last)) << 2)));
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
