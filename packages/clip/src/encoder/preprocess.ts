import { shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';
import type { RawImage } from './encoder';
import { type Interpolation, resample } from './resample';

type Rgb = readonly [red: number, green: number, blue: number];

/** Mean and standard deviation of each channel of the pixels that CLIP was trained on (openai/CLIP, `_transform`). */
export const clipMean: Rgb = [0.48145466, 0.4578275, 0.40821073];
export const clipDeviation: Rgb = [0.26862954, 0.26130258, 0.27577711];

/** What is done to a picture before the model sees it. */
export interface Preprocessing {
  /** Height and width of the result. */
  readonly size: number;
  /** The shorter side after resizing, of which the middle is cut out. Default: `size`. */
  readonly shorterSide?: number;
  /** `crop`: the shorter side is resized, the middle cut out. `squash`: both sides are resized to `size`. Default `crop`. */
  readonly fit?: 'crop' | 'squash';
  /**
   * Where an odd number of pixels is over, no crop lies in the middle, and it begins half a pixel before or behind.
   * `even`: where its first pixel has an even number (torchvision: OpenAI's code, open_clip). `start`: before
   * (transformers). Default `even`; a preprocessor_config.json means `start`.
   */
  readonly oddCrop?: 'even' | 'start';
  /** Default `bicubic`. */
  readonly interpolation?: Interpolation;
  /** Default: {@link clipMean}. */
  readonly mean?: Rgb;
  /** Default: {@link clipDeviation}. */
  readonly deviation?: Rgb;
}

/**
 * Pixels of any size as a model takes them: resized as Pillow does it, the middle cut out, normalised.
 * → [size · size · 3]
 */
export function preprocess(image: RawImage, preprocessing: Preprocessing): Float32Array {
  const {
    size,
    shorterSide = size,
    fit = 'crop',
    oddCrop = 'even',
    interpolation = 'bicubic',
    mean,
    deviation,
  } = preprocessing;
  checkPreprocessing('readImage', preprocessing);
  const whole =
    fit === 'squash' ? { width: size, height: size } : scaledTo(shorterSide, image.width, image.height);
  const part = {
    left: middle(whole.width, size, oddCrop),
    top: middle(whole.height, size, oddCrop),
    width: size,
    height: size,
  };
  return normalizePixels(resample(image, { ...whole, interpolation, part }), mean, deviation);
}

const largestSide = 2 ** 14;
const filterNames: readonly string[] = ['bicubic', 'bilinear', 'lanczos'] satisfies Interpolation[];

/** Throws an InputError where a value is no {@link Preprocessing}. */
export function checkPreprocessing(place: string, value: unknown): asserts value is Preprocessing {
  if (typeof value !== 'object' || value === null) {
    throw new InputError(`${place}: preprocessing must be { size, … }, got ${shown(value)}.`);
  }
  const {
    size,
    shorterSide = size,
    fit = 'crop',
    oddCrop = 'even',
    interpolation = 'bicubic',
    mean,
    deviation,
  } = value as Partial<Record<keyof Preprocessing, unknown>>;
  if (!isSide(size) || !isSide(shorterSide) || shorterSide < size) {
    throw new InputError(
      `${place}: size must be an integer from 1 to ${largestSide} and the shorter side not less, got ${shown(size)} and ${shown(shorterSide)}.`,
    );
  }
  if (fit !== 'crop' && fit !== 'squash') {
    throw new InputError(`${place}: fit must be 'crop' or 'squash', got ${shown(fit)}.`);
  }
  if (oddCrop !== 'even' && oddCrop !== 'start') {
    throw new InputError(`${place}: oddCrop must be 'even' or 'start', got ${shown(oddCrop)}.`);
  }
  if (typeof interpolation !== 'string' || !filterNames.includes(interpolation)) {
    throw new InputError(
      `${place}: interpolation must be one of ${filterNames.join(', ')}, got ${shown(interpolation)}.`,
    );
  }
  checkChannels(place, 'mean', mean, Number.NEGATIVE_INFINITY);
  checkChannels(place, 'deviation', deviation, 0);
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largestSide;
}

function checkChannels(place: string, name: string, value: unknown, least: number): void {
  if (value === undefined) return;
  const fits = (x: unknown) => typeof x === 'number' && Number.isFinite(x) && x > least;
  if (Array.isArray(value) && value.length === 3 && value.every(fits)) return;
  throw new InputError(
    `${place}: ${name} must be three numbers${least === 0 ? ' above 0' : ''}, got ${shown(value)}.`,
  );
}

/** torchvision's Resize: the longer side rounded down. */
function scaledTo(shorter: number, width: number, height: number): { width: number; height: number } {
  return width <= height
    ? { width: shorter, height: Math.trunc((shorter * height) / width) }
    : { width: Math.trunc((shorter * width) / height), height: shorter };
}

/** Half of what is over, and of two places that of `oddCrop`: torchvision's CenterCrop, or transformers' center_crop. */
function middle(whole: number, part: number, oddCrop: 'even' | 'start'): number {
  const over = (whole - part) / 2;
  const down = Math.floor(over);
  return over === down || oddCrop === 'start' || down % 2 === 0 ? down : down + 1;
}

/**
 * Pixels as a model takes them: (x − mean)/deviation for each channel of RGB values x, pixel by pixel; bytes
 * are divided by 255 first, floats lie in [0, 1] already. CLIP's mean and deviation by default. → the same
 * length, float32.
 *
 * Use this too if you train on drawn pixels, so that the encoder sees files as the training saw them.
 */
export function normalizePixels(
  rgb: Uint8Array | Uint8ClampedArray | Float32Array,
  mean: Rgb = clipMean,
  deviation: Rgb = clipDeviation,
): Float32Array {
  if (!ArrayBuffer.isView(rgb) && !Array.isArray(rgb)) {
    throw new InputError(`normalizePixels: rgb must be bytes or a Float32Array, got ${shown(rgb)}.`);
  }
  checkChannels('normalizePixels', 'mean', mean, Number.NEGATIVE_INFINITY);
  checkChannels('normalizePixels', 'deviation', deviation, 0);
  if (rgb.length % 3 !== 0) {
    throw new InputError(
      `normalizePixels: rgb must hold three values for each pixel, got ${rgb.length} in all.`,
    );
  }
  const unit = rgb instanceof Float32Array ? 1 : 1 / 255;
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) {
    pixels[i] = (rgb[i]! * unit - mean[i % 3]!) / deviation[i % 3]!;
  }
  return pixels;
}
