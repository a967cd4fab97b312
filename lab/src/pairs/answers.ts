import type { PairKind as Kind } from '@slipform/icons';
import type { DrawnKind } from '../drawn/measures';

/** What two pictures differ in; `freely` and `in a sentence`: asked in other words than training's captions. */
export type PairKind = Kind | `${Kind}, freely` | `${Kind}, in a sentence` | DrawnKind;

/** Two pictures by a held-out artist; either's caption is wrong for the other. */
export interface PairQuestion {
  readonly id: string;
  readonly kind: PairKind;
  /** Keys, `carbon_red-bell_blue-cloud_left.png`. */
  readonly pictures: readonly [string, string];
  readonly captions: readonly [string, string];
  /** Of the names, by which questions resemble each other. */
  readonly words: readonly string[];
  readonly artist: string;
  /** Whether training's hard captions may have both names; a third of all is held out. */
  readonly isSeen: boolean;
  /** Whether one of the icons nearly is one of a training artist's. */
  readonly isCopy: boolean;
}

/** A picture that is searched, and by which words and artist it resembles others. */
interface SearchedPicture {
  readonly picture: string;
  readonly caption: string;
  readonly words: readonly string[];
  readonly artist: string;
}

/** What an evaluation asks; the same for all models. */
export interface AskedPairs {
  readonly pairs: readonly PairQuestion[];
  readonly gallery: readonly SearchedPicture[];
}

/** What one model answered. */
export interface ModelAnswers {
  /** Cosines, four a pair: the first picture with the first and the second caption, then the second picture with both. */
  readonly scores: readonly number[];
  /** For each picture of the gallery the rank of its caption among all captions, and of itself among all pictures; 1 is the first. */
  readonly captionRanks: readonly number[];
  readonly pictureRanks: readonly number[];
}

/** The answers of one model to one pair; a tie is wrong. */
export interface PairAnswer {
  /** Both right pairings together score more than both wrong ones. */
  readonly pairing: boolean;
  /** Both pictures find their caption. */
  readonly text: boolean;
  /** Both captions find their picture. */
  readonly image: boolean;
}

/** The four cosines of the n-th pair. */
export function cosinesOf(
  { scores }: ModelAnswers,
  index: number,
): readonly [number, number, number, number] {
  const [a, b, c, d] = scores.slice(4 * index, 4 * index + 4);
  return [a!, b!, c!, d!];
}

export function pairAnswer(answers: ModelAnswers, index: number): PairAnswer {
  const [a, b, c, d] = cosinesOf(answers, index);
  return { pairing: a + d > b + c, text: a > b && d > c, image: a > c && d > b };
}
