/** A natural minimal pair of an artist whom no model saw. */
export interface PairQuestion {
  readonly id: string;
  /** Keys, `carbon_bell-off.png`. */
  readonly pictures: readonly [string, string];
  readonly captions: readonly [string, string];
  /** The words that differ. */
  readonly words: readonly [string, string];
  /** Mean rating of these words. */
  readonly concreteness: number;
  readonly artist: string;
}

/** An icon that is searched, and by which words and artist it resembles others. */
interface SearchedIcon {
  readonly picture: string;
  readonly caption: string;
  readonly artist: string;
}

/** What the demo asks; the same for all its models. */
export interface DemoQuestions {
  readonly pairs: readonly PairQuestion[];
  readonly gallery: readonly SearchedIcon[];
}

/** What one model answered. */
export interface DemoAnswers {
  /** A digit a pair: 1 both pictures find their caption + 2 both captions find their picture; a tie is wrong. */
  readonly right: string;
  /** For each icon of the gallery the rank of its name among all names, and of itself among all icons; 1 is the first. */
  readonly nameRanks: readonly number[];
  readonly iconRanks: readonly number[];
  /** Cosines, four a pair: first picture with first and second caption, then the second picture with both. Results don't keep them. */
  readonly scores?: readonly number[];
}

/** The answers of one model to one pair. */
export interface PairAnswer {
  /** Both pictures find their caption. */
  readonly text: boolean;
  /** Both captions find their picture. */
  readonly image: boolean;
}

/** The four cosines of a pair. */
export type PairCosines = readonly [number, number, number, number];

export function pairAnswer({ right }: DemoAnswers, index: number): PairAnswer {
  const digit = Number(right[index]);
  return { text: digit % 2 === 1, image: digit >= 2 };
}

/** The digit of a pair. */
export function digitOf([a, b, c, d]: PairCosines): string {
  return String(Number(a > b && d > c) + 2 * Number(a > c && d > b));
}

/** The four cosines of the n-th pair; undefined where they were not kept. */
export function cosinesOf({ scores }: DemoAnswers, index: number): PairCosines | undefined {
  if (!scores) return undefined;
  const [a, b, c, d] = scores.slice(4 * index, 4 * index + 4);
  return [a!, b!, c!, d!];
}
