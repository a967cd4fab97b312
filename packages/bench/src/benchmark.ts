import type { ImageInput } from '@slipform/clip';

/** What a benchmark shows a model: whatever an Encoder takes. */
export type BenchmarkImage = ImageInput;

/** One question: which of two captions belongs to the picture? */
export interface CompositionItem {
  readonly id: string;
  /** What was changed, for instance `swap_attributes`; accuracy is reported for each kind. */
  readonly kind: string;
  /** Items of one group share their picture, so that intervals of means resample groups. */
  readonly group: string;
  readonly image: BenchmarkImage;
  readonly caption: string;
  readonly negative: string;
}

/** Pictures and captions to be found by one another. */
export interface RetrievalTask {
  readonly images: readonly BenchmarkImage[];
  readonly texts: readonly string[];
  /** For each text the index of its picture. */
  readonly imageOf: readonly number[];
}

/** A set of questions, read from files or drawn; see {@link scenes}. */
export interface Benchmark {
  readonly name: string;
  readonly items: readonly CompositionItem[];
  readonly retrieval?: RetrievalTask;
  /** Accuracy that guessing reaches; 0.5 for a choice of two. */
  readonly chance: number;
}
