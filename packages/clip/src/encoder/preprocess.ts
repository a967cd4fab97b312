import { refuse } from '@slipform/kit/errors/input-error';
import {
  choice,
  integer,
  misfit,
  optional,
  type RowsFor,
  readOptions,
  readValue,
  rule,
} from '@slipform/kit/options/options';
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
const side = integer({ min: 1, max: largestSide });
const channels = (above?: number) =>
  rule<Rgb>(
    `three numbers${above === 0 ? ' above 0' : ''}`,
    (value) =>
      Array.isArray(value) &&
      value.length === 3 &&
      [...value].every((x: unknown) => Number.isFinite(x) && !((x as number) <= above!)),
  );
const PREPROCESSING = {
  size: side,
  shorterSide: optional(side),
  fit: optional(choice(['crop', 'squash'])),
  oddCrop: optional(choice(['even', 'start'])),
  interpolation: optional(choice(['bicubic', 'bilinear', 'lanczos'])),
  mean: optional(channels()),
  deviation: optional(channels(0)),
} satisfies RowsFor<Preprocessing>;

/** Throws an InputError where a value is no {@link Preprocessing}. */
export function checkPreprocessing(place: string, value: unknown): asserts value is Preprocessing {
  const { size, shorterSide = size } = readOptions(place, PREPROCESSING, value);
  if (shorterSide < size) {
    throw misfit(place, 'shorterSide', `an integer of at least the size, ${size}`, shorterSide);
  }
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
 *
 * @example
 * const grey: [number, number, number] = [0.5, 0.5, 0.5];
 * [...normalizePixels(Uint8Array.of(255, 0, 0), grey, grey)]; // [1, -1, -1]
 */
export function normalizePixels(
  rgb: Uint8Array | Uint8ClampedArray | Float32Array,
  mean: Rgb = clipMean,
  deviation: Rgb = clipDeviation,
): Float32Array {
  if (!Array.isArray(rgb) || !rgb.every(Number.isFinite)) {
    const isNumbers = ArrayBuffer.isView(rgb) && typeof rgb[0] !== 'bigint';
    if (!isNumbers) throw misfit('normalizePixels', 'rgb', 'bytes or a Float32Array', rgb);
  }
  readValue(PREPROCESSING.mean, mean, 'normalizePixels', 'mean');
  readValue(PREPROCESSING.deviation, deviation, 'normalizePixels', 'deviation');
  if (rgb.length % 3 !== 0) {
    refuse('normalizePixels', 'rgb', 'must hold three values for each pixel', `${rgb.length} in all`);
  }
  const unit = rgb instanceof Float32Array ? 1 : 1 / 255;
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) {
    pixels[i] = (rgb[i]! * unit - mean[i % 3]!) / deviation[i % 3]!;
  }
  return pixels;
}

// Pillow's numbers, by which Hugging Face's files name its filters.
const pillowFilters: Readonly<Record<Interpolation, number>> = { lanczos: 1, bilinear: 2, bicubic: 3 };

/** Name of the file that Hugging Face's image processors read. */
export const preprocessingFile = 'preprocessor_config.json';

/** Where transformers 5 puts the same, as `image_processor` beside the rest of a processor; it reads this one first. */
export const processorFile = 'processor_config.json';

/**
 * The content of preprocessor_config.json, in the form of Hugging Face's CLIPImageProcessor: {@link loadPreprocessing} and
 * transformers read it.
 *
 * @throws {InputError} for a value that is not a preprocessing
 */
export function preprocessingJson(place: string, preprocessing: Preprocessing): string {
  checkPreprocessing(place, preprocessing);
  const { size, shorterSide = size, fit = 'crop', interpolation = 'bicubic' } = preprocessing;
  const { mean = clipMean, deviation = clipDeviation } = preprocessing;
  const square = { height: size, width: size };
  const json = {
    crop_size: square,
    do_center_crop: fit === 'crop',
    do_convert_rgb: true,
    do_normalize: true,
    do_rescale: true,
    do_resize: true,
    image_mean: mean,
    image_processor_type: 'CLIPImageProcessor',
    image_std: deviation,
    resample: pillowFilters[interpolation],
    rescale_factor: 1 / 255,
    size: fit === 'crop' ? { shortest_edge: shorterSide } : square,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
