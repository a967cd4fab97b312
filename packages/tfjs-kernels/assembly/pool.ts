import { Lanes } from './lanes';

/**
 * Gradient of a pooling of images [batch, height, width, channels], added to `dx`, which is zero at first. Of the
 * largest number, with the image `x`: all of dy goes to the first of a window's largest, row by row. Of the average,
 * with x = 0: an equal part goes to each pixel of the window that lies within the image.
 */
export function poolGradient(
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  dilationHeight: i32,
  dilationWidth: i32,
  top: i32,
  left: i32,
  x: usize,
  dy: usize,
  dx: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const right = <usize>dilationWidth * pixel;
  const down = <usize>(dilationHeight * width) * pixel;
  for (let row = 0; row < batch * outHeight; row++) {
    const y = (row % outHeight) * strideHeight - top;
    const firstRow = skipped(y, dilationHeight);
    const rows = within(y, dilationHeight, windowHeight, height) - firstRow;
    const image = (row / outHeight) * height + y + firstRow * dilationHeight;
    for (let outX = 0; outX < outWidth; outX++, dy += pixel) {
      const at = outX * strideWidth - left;
      const firstColumn = skipped(at, dilationWidth);
      const columns = within(at, dilationWidth, windowWidth, width) - firstColumn;
      if (rows <= 0 || columns <= 0) continue;
      const corner = <usize>(image * width + at + firstColumn * dilationWidth) * pixel;
      if (x === 0) share(channels, rows, columns, down, right, dy, dx + corner);
      else giveToLargest(channels, rows, columns, down, right, x + corner, dy, dx + corner);
    }
  }
}

/** How many steps of a window that starts at `at` lie before the image. */
function skipped(at: i32, dilation: i32): i32 {
  return at < 0 ? (dilation - 1 - at) / dilation : 0;
}

/** How many steps of it lie before the image's end. */
function within(at: i32, dilation: i32, window: i32, size: i32): i32 {
  return min(window, (size - at + dilation - 1) / dilation);
}

function share(
  channels: i32,
  rows: i32,
  columns: i32,
  down: usize,
  right: usize,
  dy: usize,
  dx: usize,
): void {
  const zero = f32x4.splat(0);
  const part = f32x4.splat(<f32>1 / <f32>(rows * columns));
  for (let c = 0; c < channels; c += 4) {
    const left = channels - c;
    const at = (<usize>c) << 2;
    const slope = f32x4.mul(Lanes.load(dy + at, left, zero), part);
    for (let i = 0; i < rows; i++) {
      let to = dx + at + <usize>i * down;
      for (let j = 0; j < columns; j++, to += right) {
        Lanes.store(to, left, f32x4.add(Lanes.load(to, left, zero), slope));
      }
    }
  }
}

function giveToLargest(
  channels: i32,
  rows: i32,
  columns: i32,
  down: usize,
  right: usize,
  x: usize,
  dy: usize,
  dx: usize,
): void {
  const zero = f32x4.splat(0);
  for (let c = 0; c < channels; c += 4) {
    const left = channels - c;
    const at = (<usize>c) << 2;
    let largest = f32x4.splat(-Infinity as f32);
    let place = i32x4.splat(0);
    for (let i = 0; i < rows; i++) {
      let from: usize = <usize>i * down;
      for (let j = 0; j < columns; j++, from += right) {
        const value = Lanes.load(x + at + from, left, zero);
        const above = f32x4.gt(value, largest);
        largest = v128.bitselect(value, largest, above);
        place = v128.bitselect(i32x4.splat(<i32>from), place, above);
      }
    }
    const to = dx + at;
    give(to + <usize>i32x4.extract_lane(place, 0), dy + at);
    if (left > 1) give(to + <usize>i32x4.extract_lane(place, 1) + 4, dy + at + 4);
    if (left > 2) give(to + <usize>i32x4.extract_lane(place, 2) + 8, dy + at + 8);
    if (left > 3) give(to + <usize>i32x4.extract_lane(place, 3) + 12, dy + at + 12);
  }
}

function give(to: usize, from: usize): void {
  store<f32>(to, load<f32>(to) + load<f32>(from));
}
