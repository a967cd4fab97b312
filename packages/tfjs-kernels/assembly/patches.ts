import { Lanes } from './lanes';

/**
 * The patches that a convolution multiplies, for `count` of its output positions from `first` on (columns, then rows,
 * then images): one row of kernelHeight·kernelWidth·channels numbers each, zero beyond the image's edge. Copies from
 * `image` [batch, height, width, channels] to `patches`; with `back` the other way, adding to what is in the image.
 */
export function movePatches(
  back: bool,
  first: i32,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  kernelHeight: i32,
  kernelWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  dilationHeight: i32,
  dilationWidth: i32,
  top: i32,
  left: i32,
  image: usize,
  patches: usize,
): void {
  // Columns side by side in the image are one run.
  const step = dilationWidth === 1 ? kernelWidth : 1;
  const pixel = (<usize>channels) << 2;
  let outX = first % outWidth;
  let outY = (first / outWidth) % outHeight;
  let rows = image + <usize>(first / (outWidth * outHeight)) * <usize>(height * width) * pixel;
  for (let done = 0; done < count; done++) {
    for (let i = 0; i < kernelHeight; i++) {
      const y = outY * strideHeight - top + i * dilationHeight;
      const row = rows + <usize>(y * width) * pixel;
      for (let j = 0; j < kernelWidth; j += step) {
        const x = outX * strideWidth - left + j * dilationWidth;
        const inside = y >= 0 && y < height;
        const from = inside ? min(max(-x, 0), step) : step;
        const to = inside ? max(min(width - x, step), from) : step;
        const at = row + <usize>(x + from) * pixel;
        if (back) {
          add((to - from) * channels, patches + <usize>from * pixel, at);
        } else {
          zero(from * channels, patches);
          copyRun((to - from) * channels, at, patches + <usize>from * pixel);
          zero((step - to) * channels, patches + <usize>to * pixel);
        }
        patches += <usize>step * pixel;
      }
    }
    if (++outX < outWidth) continue;
    outX = 0;
    if (++outY < outHeight) continue;
    outY = 0;
    rows += <usize>(height * width) * pixel;
  }
}

function zero(size: i32, to: usize): void {
  for (let i = 0; i < size; i += 4) Lanes.store(to + ((<usize>i) << 2), size - i, f32x4.splat(0));
}

function copyRun(size: i32, from: usize, to: usize): void {
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    Lanes.store(to + at, size - i, Lanes.load(from + at, size - i, f32x4.splat(0)));
  }
}

/** to += from. */
export function add(size: i32, from: usize, to: usize): void {
  const nothing = f32x4.splat(0);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const sum = f32x4.add(Lanes.load(to + at, left, nothing), Lanes.load(from + at, left, nothing));
    Lanes.store(to + at, left, sum);
  }
}
