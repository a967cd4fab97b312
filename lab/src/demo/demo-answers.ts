import type { DuoKind } from '@slipform/icons';

/** `sentence`: one of the other three, in words that people wrote. */
export type PairKind = DuoKind | 'sentence';

/** Two pictures by a held-out artist; either's caption is wrong for the other. */
export interface PairQuestion {
  readonly id: string;
  readonly kind: PairKind;
  /** Keys, `carbon_bell-off+cloud-plus_beside.png`. */
  readonly pictures: readonly [string, string];
  readonly captions: readonly [string, string];
  /** Of the names, by which questions resemble each other. */
  readonly words: readonly string[];
  readonly artist: string;
  /** Whether sets of training artists have an icon of each of the names. */
  readonly isSeen: boolean;
  /** Whether one of the icons nearly is one of a training artist's. */
  readonly isCopy: boolean;
  /** Of a sentence: what it asks. */
  readonly asks?: DuoKind;
}

/** A picture that is searched, and by which words and artist it resembles others. */
interface SearchedPicture {
  readonly picture: string;
  readonly caption: string;
  readonly words: readonly string[];
  readonly artist: string;
}

/** What the demo asks; the same for all its models. */
export interface DemoQuestions {
  readonly pairs: readonly PairQuestion[];
  readonly gallery: readonly SearchedPicture[];
}

/** What one model answered. */
export interface DemoAnswers {
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
export function cosinesOf({ scores }: DemoAnswers, index: number): readonly [number, number, number, number] {
  const [a, b, c, d] = scores.slice(4 * index, 4 * index + 4);
  return [a!, b!, c!, d!];
}

export function pairAnswer(answers: DemoAnswers, index: number): PairAnswer {
  const [a, b, c, d] = cosinesOf(answers, index);
  return { pairing: a + d > b + c, text: a > b && d > c, image: a > c && d > b };
}
