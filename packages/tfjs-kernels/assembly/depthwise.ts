import { Lanes } from './lanes';

/**
 * Gradient of a depthwise convolution, added to `gradient`, which is zero at first. With `ofFilter` it is the
 * filter's [kernelHeight, kernelWidth, channels, multiplier] and `other` is the image [batch, height, width, channels];
 * else it is the image's and `other` the filter. `dy` is [batch, outHeight, outWidth, channels·multiplier].
 */
export function depthwiseGradient(
  ofFilter: bool,
  batch: i32,
  multiplier: i32,
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
  other: usize,
  dy: usize,
  gradient: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const outPixel = pixel * multiplier;
  for (let row = 0; row < batch * outHeight; row++) {
    const image = row / outHeight;
    for (let i = 0; i < kernelHeight; i++) {
      const y = (row % outHeight) * strideHeight - top + i * dilationHeight;
      if (y < 0 || y >= height) continue;
      for (let outX = 0; outX < outWidth; outX++) {
        const slope = dy + <usize>(row * outWidth + outX) * outPixel;
        for (let j = 0; j < kernelWidth; j++) {
          const x = outX * strideWidth - left + j * dilationWidth;
          if (x < 0 || x >= width) continue;
          const inImage = <usize>((image * height + y) * width + x) * pixel;
          const inFilter = <usize>(i * kernelWidth + j) * outPixel;
          if (multiplier === 1) {
            const to = gradient + (ofFilter ? inFilter : inImage);
            addProduct(channels, other + (ofFilter ? inImage : inFilter), slope, to);
          } else if (ofFilter) {
            outerProducts(channels, multiplier, other + inImage, slope, gradient + inFilter);
          } else {
            innerProducts(channels, multiplier, other + inFilter, slope, gradient + inImage);
          }
        }
      }
    }
  }
}

/** to += a∘b. */
function addProduct(size: i32, a: usize, b: usize, to: usize): void {
  const zero = f32x4.splat(0);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const sum = Lanes.multiplyAdd(
      Lanes.load(a + at, left, zero),
      Lanes.load(b + at, left, zero),
      Lanes.load(to + at, left, zero),
    );
    Lanes.store(to + at, left, sum);
  }
}

/** to[c, q] += x[c]·dy[c, q]. */
function outerProducts(channels: i32, multiplier: i32, x: usize, dy: usize, to: usize): void {
  for (let c = 0; c < channels; c++, x += 4) {
    for (let q = 0; q < multiplier; q++, dy += 4, to += 4) {
      store<f32>(to, load<f32>(to) + load<f32>(x) * load<f32>(dy));
    }
  }
}

/** to[c] += Σ_q w[c, q]·dy[c, q]. */
function innerProducts(channels: i32, multiplier: i32, w: usize, dy: usize, to: usize): void {
  for (let c = 0; c < channels; c++, to += 4) {
    let sum = load<f32>(to);
    for (let q = 0; q < multiplier; q++, dy += 4, w += 4) sum += load<f32>(w) * load<f32>(dy);
    store<f32>(to, sum);
  }
}
