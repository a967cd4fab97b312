import type { ImageInput } from '@slipform/clip';

/** A picture that is made when it is needed, such as a part cut out of a file; `key` tells two of them apart. */
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

interface ItemBase {
  readonly id: string;
  /** What was changed, for instance `swap_attributes`; accuracy is reported for each kind. */
  readonly kind: string;
  /** Items of one group share their picture, so that intervals resample groups. */
  readonly group: string;
}

/** One question: which of two captions belongs to the picture? */
export interface CompositionItem extends ItemBase {
  readonly image: BenchmarkImage;
  readonly caption: string;
  readonly negative: string;
}

/** One question with any number of answers: the caption must be among the first `within` of them. */
export interface ChoiceItem extends ItemBase {
  readonly image: BenchmarkImage;
  readonly caption: BenchmarkText;
  /** The wrong ones; the caption itself may be among them and is passed over. */
  readonly candidates: readonly BenchmarkText[];
  /** Default 1. */
  readonly within?: number;
}

/** What a score belongs to: a picture with a text, or two texts. */
export type Pairing =
  | { readonly image: BenchmarkImage; readonly text: string }
  | { readonly text: string; readonly otherText: string };

/** Several comparisons that must all come out: in each, `right` scores higher than `wrong`. */
export interface MatchingItem extends ItemBase {
  readonly comparisons: readonly { readonly right: Pairing; readonly wrong: Pairing }[];
}

export type BenchmarkItem = CompositionItem | ChoiceItem | MatchingItem;

/** How many rows of a kind there are, and how many can be scored: those whose pictures are there. */
export interface Coverage {
  readonly scored: number;
  readonly total: number;
  /** Rows that the benchmark's authors leave out themselves, not in `total`. */
  readonly excluded?: number;
}

/** Pictures and captions to be found by one another. */
export interface RetrievalTask {
  readonly images: readonly BenchmarkImage[];
  readonly texts: readonly string[];
  /** For each text the index of its picture. */
  readonly imageOf: readonly number[];
  /** Pictures that are there, of those that the file names. */
  readonly coverage?: Coverage;
}

/** A set of questions, read from files or drawn; see {@link scenes}. */
export interface Benchmark {
  readonly name: string;
  readonly items: readonly BenchmarkItem[];
  /** Questions whose pictures are not there, which a text-only model is asked all the same; see {@link evaluateBlind}. */
  readonly unseen?: readonly BenchmarkItem[];
  readonly retrieval?: RetrievalTask;
  /** Accuracy that guessing reaches; 0.5 for a choice of two. */
  readonly chance: number;
  /** Chance of the kinds where it is another. */
  readonly chances?: Readonly<Record<string, number>>;
  /** For each kind the rows of the files, scored or not; by default all items are all rows. */
  readonly coverage?: Readonly<Record<string, Coverage>>;
  /** Which kinds a mean is taken over, the first being the headline; default one mean over all kinds. */
  readonly means?: Readonly<Record<string, readonly string[]>>;
}

export function isLazyImage(image: BenchmarkImage): image is LazyImage {
  return typeof image === 'object' && 'load' in image && 'key' in image;
}
