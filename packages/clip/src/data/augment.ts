import { anyOf, defineOptions, flag, optional, type RowsFor, rule } from '@slipform/kit/options/options';
import { createRandom, type Random } from '@slipform/kit/random/random';
import type { RawImage } from '../encoder/encoder';
import { normalizePixels, type Preprocessing } from '../encoder/preprocess';
import { resample } from '../encoder/resample';

type Range = readonly [from: number, to: number];

export interface AugmentOptions {
  /** Share of a picture's area that is cut out, in (0, 1]. Default [0.9, 1], as open_clip trains. */
  readonly scale?: Range;
  /** Width over height of what is cut out. Default [3/4, 4/3], as torchvision. */
  readonly ratio?: Range;
  /**
   * Mirror every second picture. Default false: a mirrored picture falsifies captions with left and right, and no
   * letters on it can be read. See `flipUnless`.
   */
  readonly flip?: boolean;
  /**
   * With `flip`, a picture stays as it is where its caption or a hard caption of it matches. Default: English captions
   * with the words left or right; null mirrors any.
   */
  readonly flipUnless?: RegExp | null;
}

const range = (what: string, isLast: (end: number) => boolean) =>
  rule<Range>(
    what,
    (value) =>
      Array.isArray(value) &&
      value.length === 2 &&
      value.every(Number.isFinite) &&
      value[0] > 0 &&
      value[0] <= value[1] &&
      isLast(value[1]),
  );

/** The options of `trainingData({ augment })`. */
export const AUGMENT = defineOptions('trainingData: augment', {
  scale: optional(
    range('two numbers above 0 and up to 1, the smaller one first', (end) => end <= 1),
    [0.9, 1],
  ),
  ratio: optional(
    range('two numbers above 0, the smaller one first', () => true),
    [3 / 4, 4 / 3],
  ),
  flip: optional(flag(), false),
  flipUnless: optional(
    anyOf(
      rule<RegExp>('a RegExp', (value) => value instanceof RegExp),
      rule<null>('null', (value) => value === null),
    ),
    /\b(left|right)(most|hand|wards?)?\b/i,
  ),
} satisfies RowsFor<AugmentOptions>);

/** Options with their defaults. */
export type Augment = ReturnType<typeof AUGMENT.read>;

/** What fixes the view of one picture: the same seed gives the same view of a picture of the same size. */
export interface ViewSeed {
  readonly seed: number;
  readonly mayFlip: boolean;
}

/** A part of a picture, in pixels, and whether it is mirrored. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isMirrored: boolean;
}

/** Whether a picture with these texts may be mirrored. */
export function mayFlip({ flip, flipUnless }: Augment, texts: readonly string[]): boolean {
  if (!flip || flipUnless === null) return flip;
  // Without g and y, whose `test` goes on where the last one ended.
  const pattern = new RegExp(flipUnless.source, flipUnless.flags.replace(/[gy]/g, ''));
  return !texts.some((text) => pattern.test(text));
}

/**
 * Draws the part that torchvision's `RandomResizedCrop` cuts out (`get_params`): a share of the area, uniform in
 * `scale`, of a ratio, log-uniform in `ratio`; after ten that do not fit, the largest middle part of a permitted ratio.
 */
export function drawView(
  { width, height }: { readonly width: number; readonly height: number },
  { scale, ratio }: Pick<Augment, 'scale' | 'ratio'>,
  { seed, mayFlip }: ViewSeed,
): View {
  const random = createRandom(seed);
  // Drawn first, so that it does not depend on how often a part is drawn.
  const isMirrored = random.fraction() < 0.5 && mayFlip;
  return { ...drawPart(width, height, scale, ratio, random), isMirrored };
}

function drawPart(width: number, height: number, scale: Range, ratio: Range, random: Random) {
  const between = ([from, to]: Range) => from + (to - from) * random.fraction();
  const logarithms: Range = [Math.log(ratio[0]), Math.log(ratio[1])];
  for (let attempt = 0; attempt < 10; attempt++) {
    const area = width * height * between(scale);
    const aspect = Math.exp(between(logarithms));
    const part = {
      width: Math.round(Math.sqrt(area * aspect)),
      height: Math.round(Math.sqrt(area / aspect)),
    };
    if (part.width < 1 || part.height < 1 || part.width > width || part.height > height) continue;
    const top = random.integer(height - part.height + 1);
    return { ...part, top, left: random.integer(width - part.width + 1) };
  }
  const nearest = Math.min(Math.max(width / height, ratio[0]), ratio[1]);
  const part = {
    width: Math.max(1, Math.min(width, Math.round(height * nearest))),
    height: Math.max(1, Math.min(height, Math.round(width / nearest))),
  };
  return { ...part, left: (width - part.width) >> 1, top: (height - part.height) >> 1 };
}

/** Pixels of a view as the model takes them: the part resized to the model's square, then mirrored. → [size · size · 3] */
export function viewPixels(
  image: RawImage,
  { size, interpolation = 'bicubic', mean, deviation }: Preprocessing,
  { isMirrored, ...source }: View,
): Float32Array {
  const part = { left: 0, top: 0, width: size, height: size };
  const rgb = resample(image, { width: size, height: size, interpolation, part, source });
  return normalizePixels(isMirrored ? mirrored(rgb, size) : rgb, mean, deviation);
}

function mirrored(rgb: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(rgb.length);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const column = pixel % size;
    const other = pixel - column + (size - 1 - column);
    result.set(rgb.subarray(3 * other, 3 * other + 3), 3 * pixel);
  }
  return result;
}
