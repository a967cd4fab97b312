import type { RawImage } from './encoder';

/** How a pixel of the result weighs the pixels around it; Pillow's filters of these names. */
export type Interpolation = 'bicubic' | 'bilinear' | 'lanczos';

interface Filter {
  /** Beyond this distance the weight is 0, in pixels of whichever image has the larger ones. */
  readonly reach: number;
  readonly weight: (distance: number) => number;
}

const filters: Readonly<Record<Interpolation, Filter>> = {
  // Keys 1981, with a = −1/2.
  bicubic: {
    reach: 2,
    weight: (x) => (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? -0.5 * (((x - 5) * x + 8) * x - 4) : 0),
  },
  bilinear: { reach: 1, weight: (x) => (x < 1 ? 1 - x : 0) },
  lanczos: { reach: 3, weight: (x) => (x < 3 ? sinc(x) * sinc(x / 3) : 0) },
};

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The size that a whole image is resized to, and the part of it that is wanted. */
export interface Resampling {
  readonly width: number;
  readonly height: number;
  readonly interpolation: Interpolation;
  readonly part: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** The part of the image that is resized, as if it had been cut out before. Default: all of it. */
  readonly source?: Resampling['part'];
}

// Weights are integers over 2²²: 8 bits of pixel, 22 of weight and 2 to spare for overshoot fill 32.
const bits = 22;
const half = 1 << (bits - 1);

/**
 * Resizes RGB or RGBA pixels as Pillow does, bit for bit: antialiased (the filter is as much wider as the image
 * becomes smaller), rows first, then columns, each rounded to bytes, with weights in fixed point. Only the part
 * is computed. → RGB bytes, row by row; an alpha channel is left out.
 *
 * sharp's and the canvas's own resizing differ from it, and from each other.
 */
export function resample(image: RawImage, resampling: Resampling): Uint8Array {
  const { width, height, interpolation, part } = resampling;
  const { source = { left: 0, top: 0, width: image.width, height: image.height } } = resampling;
  const columns = windows(source.width, width, part.left, part.width, filters[interpolation]);
  const rows = windows(source.height, height, part.top, part.height, filters[interpolation]);
  const first = rows.starts[0]!;
  const end = rows.starts.at(-1)! + rows.lengths.at(-1)!;
  const narrow = narrowed(image, columns, source.left, source.top + first, source.top + end);

  const stride = part.width * 3;
  const result = new Uint8Array(part.height * stride);
  const sums = new Int32Array(stride);
  for (let y = 0; y < part.height; y++) {
    sums.fill(half);
    for (let k = 0; k < rows.lengths[y]!; k++) {
      const weight = rows.weights[y * rows.longest + k]!;
      const row = (rows.starts[y]! + k - first) * stride;
      for (let x = 0; x < stride; x++) sums[x] = (sums[x]! + weight * narrow[row + x]!) | 0;
    }
    for (let x = 0; x < stride; x++) result[y * stride + x] = toByte(sums[x]!);
  }
  return result;
}

/** Rows `from` to `end` of the image, from the column `left` on, as wide as the result. → RGB bytes */
function narrowed(image: RawImage, columns: Windows, left: number, from: number, end: number): Uint8Array {
  const { starts, lengths, weights, longest } = columns;
  const { data, width } = image;
  const channels = data.length / (width * image.height);
  const narrow = new Uint8Array((end - from) * starts.length * 3);
  let out = 0;
  for (let y = from; y < end; y++) {
    for (let x = 0; x < starts.length; x++) {
      let red = half;
      let green = half;
      let blue = half;
      let at = (y * width + left + starts[x]!) * channels;
      const last = x * longest + lengths[x]!;
      for (let k = x * longest; k < last; k++) {
        const weight = weights[k]!;
        red = (red + weight * data[at]!) | 0;
        green = (green + weight * data[at + 1]!) | 0;
        blue = (blue + weight * data[at + 2]!) | 0;
        at += channels;
      }
      narrow[out++] = toByte(red);
      narrow[out++] = toByte(green);
      narrow[out++] = toByte(blue);
    }
  }
  return narrow;
}

function toByte(sum: number): number {
  const value = sum >> bits;
  return value < 0 ? 0 : Math.min(value, 255);
}

/** For each pixel of a line, the pixels that it is made of: where they start, how many, and their weights. */
interface Windows {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  /** `longest` for each pixel, of which the first `lengths` count. */
  readonly weights: Int32Array;
  readonly longest: number;
}

/** Windows of the pixels `from` to `from + count` of a line that goes from `size` to `target` pixels. */
function windows(size: number, target: number, from: number, count: number, filter: Filter): Windows {
  const scale = size / target;
  const spread = Math.max(scale, 1);
  const reach = filter.reach * spread;
  const longest = Math.ceil(reach) * 2 + 1;
  const starts = new Int32Array(count);
  const lengths = new Int32Array(count);
  const weights = new Int32Array(count * longest);
  for (let i = 0; i < count; i++) {
    const centre = (from + i + 0.5) * scale;
    const start = Math.max(Math.trunc(centre - reach + 0.5), 0);
    const end = Math.min(Math.trunc(centre + reach + 0.5), size);
    const exact = Array.from({ length: end - start }, (_, k) =>
      filter.weight(Math.abs((start + k - centre + 0.5) * (1 / spread))),
    );
    const sum = exact.reduce((total, weight) => total + weight, 0);
    starts[i] = start;
    lengths[i] = end - start;
    weights.set(
      exact.map((weight) => Math.trunc((weight / sum) * 2 ** bits + (weight < 0 ? -0.5 : 0.5))),
      i * longest,
    );
  }
  return { starts, lengths, weights, longest };
}
