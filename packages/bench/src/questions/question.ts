import { InputError } from '@slipform/kit/errors/input-error';
import { printable } from '@slipform/kit/text/printable';
import type { ImageInput } from '../encoders/encoder';
import type { Clusters } from '../statistics/clustered-mean';

/** A picture that is made when it is needed, such as a part cut out of a file; `key` identifies it. */
export interface LazyImage {
  readonly key: string;
  load(): Promise<ImageInput>;
}

/** What a benchmark shows a model: whatever an Encoder takes, or a {@link LazyImage} that becomes it. */
export type BenchmarkImage = ImageInput | LazyImage;

/**
 * A text, or several that together stand for one meaning (the prompts of a class): of these an Encoder's score is
 * the cosine with the mean of their unit vectors, a Scorer's the mean of its scores.
 */
export type BenchmarkText = string | readonly string[];

/** What a score belongs to: a picture with a text, or two texts. */
export type Pairing =
  | { readonly image: BenchmarkImage; readonly text: BenchmarkText }
  | { readonly text: string; readonly otherText: string };

/** What a question, or a picture that is to be found, has in common with others. */
export interface Traits {
  /**
   * Labels by dimension, such as `{ artist: 'carbon', words: ['off', 'check'] }`. Where there are any, intervals hold for
   * other labels of all dimensions, {@link clusteredMean}, in place of other groups.
   */
  readonly clusters?: Clusters;
  /** Parts by which results are broken down as well, such as `{ concreteness: '4 to 4.5' }`. */
  readonly by?: Readonly<Record<string, string>>;
}

/**
 * One question of a benchmark: do the pairings that belong together score higher than those that don't? A tie is wrong.
 *
 * @example
 * // Which of two captions belongs to the picture?
 * const question: Question = {
 *   id: 'swap/0', kind: 'swap', group: '0.jpg', rule: 'all',
 *   right: [{ image: '0.jpg', text: 'a red dog and a blue cat' }],
 *   wrong: [{ image: '0.jpg', text: 'a blue dog and a red cat' }],
 * };
 */
export interface Question extends Traits {
  /** Unique within the benchmark. */
  readonly id: string;
  /** What was changed, for instance `swap_attributes`; accuracy is reported for each kind. */
  readonly kind: string;
  /** Questions of one group share their picture, so that intervals resample groups. */
  readonly group: string;
  readonly right: readonly Pairing[];
  readonly wrong: readonly Pairing[];
  /**
   * `'all'`: `right` and `wrong` are of one length, and every `right[i]` must score higher than `wrong[i]`.
   * `'sum'`: `right` and `wrong` are of one length, and the sum of the scores of `right` must be higher.
   * `{ topK }`: there is one `right`, and fewer than `topK` of `wrong` may score as high as it or higher.
   */
  readonly rule: 'all' | 'sum' | { readonly topK: number };
}

/** What a question compares, without what it is called. */
export type Pairings = Pick<Question, 'right' | 'wrong' | 'rule'>;

/**
 * A picture's true caption against one false caption.
 *
 * @example
 * const question: Question = { id: '0', kind: 'swap', group: '0.jpg', ...captionAgainst('0.jpg', 'a red dog', 'a blue dog') };
 */
export function captionAgainst(image: BenchmarkImage, caption: string, negative: string): Pairings {
  return { right: [{ image, text: caption }], wrong: [{ image, text: negative }], rule: 'all' };
}

export function isLazyImage(image: BenchmarkImage): image is LazyImage {
  return typeof image === 'object' && 'load' in image && 'key' in image;
}

/** Stands for a picture that isn't there: a text-only model is asked its questions all the same. */
interface MissingImage extends LazyImage {
  readonly missing: true;
}

export function missingImage(name: string): MissingImage {
  return { key: name, missing: true, load: refuse };
}

// One function for all of them, so that two readings of a file are equal.
async function refuse(this: MissingImage): Promise<never> {
  throw new InputError(
    `the picture ${printable(this.key)} was not found; say where it is with the option images (in a terminal: --images FOLDER).`,
  );
}

export function isMissingImage(image: BenchmarkImage): image is MissingImage {
  return isLazyImage(image) && 'missing' in image;
}
