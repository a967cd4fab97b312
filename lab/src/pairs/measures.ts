import {
  type AskedPairs,
  type ModelAnswers,
  type PairAnswer,
  type PairKind,
  type PairQuestion,
  pairAnswer,
} from './answers';

/** One number for each thing that was asked, with its words and its artist, by which it resembles others. */
interface Item {
  readonly value: number;
  readonly words: readonly string[];
  readonly artist: string;
}

/** Something that is measured of each model. */
export interface PairMeasure {
  readonly name: string;
  /** Chance. */
  readonly chance: (questions: AskedPairs) => number;
  readonly items: (questions: AskedPairs, answers: ModelAnswers) => readonly Item[];
}

/** Kinds of questions in the order of tables, with what they are called there. */
export const PAIR_KINDS: readonly (readonly [kind: PairKind, name: string])[] = [
  ['swap', 'swap'],
  ['swap, freely', 'swap, freely'],
  ['place', 'other place'],
  ['thing', 'other thing'],
  ['colour', 'other colour'],
];

export const isPaired = ({ pairing }: PairAnswer) => pairing;
export const isGroup = ({ text, image }: PairAnswer) => text && image;

/** Whether the right way to put two pictures and two captions together scores higher than the wrong one, by kind. */
export const PAIRINGS: readonly PairMeasure[] = PAIR_KINDS.map(([kind, name]) =>
  pairMeasure(`${name}, pairing`, 1 / 2, isPaired, (question) => question.kind === kind),
);

/** The same of swaps: the headline. No model that looks at words alone, in whatever order, gets more than a half. */
export const SWAPS = PAIRINGS[0]!;

/** Swaps in sentences that were written one by one, where they are asked: the demo does without. */
export const SWAPS_IN_SENTENCES = pairMeasure(
  'swap, in a sentence, pairing',
  1 / 2,
  isPaired,
  ({ kind }) => kind === 'swap, in a sentence',
);

/** Swaps of two names that training's hard captions may have, and the others. */
export const SWAPS_BY_NAMES: readonly PairMeasure[] = [true, false].map((isSeen) =>
  pairMeasure(
    `swap of ${isSeen ? 'trained' : 'held-out'} names, pairing`,
    1 / 2,
    isPaired,
    (question) => question.kind === 'swap' && question.isSeen === isSeen,
  ),
);

/** Swaps of which no icon nearly is one of a training artist's, and the others. */
export const SWAPS_BY_DRAWING: readonly PairMeasure[] = [false, true].map((isCopy) =>
  pairMeasure(
    `swap ${isCopy ? 'with' : 'without'} near-duplicates, pairing`,
    1 / 2,
    isPaired,
    (question) => question.kind === 'swap' && question.isCopy === isCopy,
  ),
);

/** Both pictures find their caption and both captions their picture, by kind. */
export const GROUPS: readonly PairMeasure[] = PAIR_KINDS.map(([kind, name]) =>
  pairMeasure(`${name}, group`, 1 / 6, isGroup, (question) => question.kind === kind),
);

/** Recall both ways: a picture finds its caption, and a caption its picture. */
export const RECALLS: readonly PairMeasure[] = [
  recallMeasure('picture → caption @1', 1, ({ captionRanks }) => captionRanks),
  recallMeasure('picture → caption @10', 10, ({ captionRanks }) => captionRanks),
  recallMeasure('caption → picture @1', 1, ({ pictureRanks }) => pictureRanks),
  recallMeasure('caption → picture @10', 10, ({ pictureRanks }) => pictureRanks),
];

/** Recall@10 both ways in one number: the retrieval that the trade-off looks at. */
export const RECALL: PairMeasure = {
  name: 'recall@10, mean of both ways',
  chance: ({ gallery }) => Math.min(1, 10 / gallery.length),
  items: ({ gallery }, { captionRanks, pictureRanks }) =>
    gallery.map(({ artist, words }, index) => ({
      value: (Number(captionRanks[index]! <= 10) + Number(pictureRanks[index]! <= 10)) / 2,
      ...{ artist, words },
    })),
};

export function pairMeasure(
  name: string,
  chance: number,
  isRight: (answer: PairAnswer) => boolean,
  isIn: (question: PairQuestion) => boolean,
): PairMeasure {
  return {
    name,
    chance: () => chance,
    items: ({ pairs }, answers) =>
      pairs.flatMap((question, index) => {
        const { artist, words } = question;
        return isIn(question) ? [{ value: Number(isRight(pairAnswer(answers, index))), artist, words }] : [];
      }),
  };
}

function recallMeasure(
  name: string,
  k: number,
  ranks: (answers: ModelAnswers) => readonly number[],
): PairMeasure {
  return {
    name,
    chance: ({ gallery }) => Math.min(1, k / gallery.length),
    items: ({ gallery }, answers) => {
      const own = ranks(answers);
      return gallery.map(({ artist, words }, index) => ({
        ...{ value: Number(own[index]! <= k), artist, words },
      }));
    },
  };
}

/** All that is measured. */
export const ALL_MEASURES: readonly PairMeasure[] = [
  ...PAIRINGS,
  SWAPS_IN_SENTENCES,
  ...SWAPS_BY_NAMES,
  SWAPS_BY_DRAWING[0]!,
  ...GROUPS,
  ...RECALLS,
  RECALL,
];
