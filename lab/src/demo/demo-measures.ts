import {
  type DemoAnswers,
  type DemoQuestions,
  type PairAnswer,
  type PairKind,
  type PairQuestion,
  pairAnswer,
} from './demo-answers';

/** One number for each thing that was asked, with its words and its artist, by which it resembles others. */
interface Item {
  readonly value: number;
  readonly words: readonly string[];
  readonly artist: string;
}

/** Something that the demo measures of each model. */
export interface DemoMeasure {
  readonly name: string;
  /** Chance. */
  readonly chance: (questions: DemoQuestions) => number;
  readonly items: (questions: DemoQuestions, answers: DemoAnswers) => readonly Item[];
}

/** Kinds of questions in the order of tables, with what they are called there. */
export const PAIR_KINDS: readonly (readonly [kind: PairKind, name: string])[] = [
  ['swap', 'swap'],
  ['thing', 'other thing'],
  ['sign', 'other sign'],
  ['sentence', 'sentences'],
];

const isPaired = ({ pairing }: PairAnswer) => pairing;
const isGroup = ({ text, image }: PairAnswer) => text && image;

/** Whether the right way to put two pictures and two captions together scores higher than the wrong one, by kind. */
export const PAIRINGS: readonly DemoMeasure[] = PAIR_KINDS.map(([kind, name]) =>
  pairMeasure(`${name}, pairing`, 1 / 2, isPaired, (question) => question.kind === kind),
);

/** The same of swaps: the headline. No model that looks at words alone, in whatever order, gets more than a half. */
export const SWAPS = PAIRINGS[0]!;

/** Swaps whose four names sets of training artists have, and the others. */
export const SWAPS_BY_NAMES: readonly DemoMeasure[] = [true, false].map((isSeen) =>
  pairMeasure(
    `swap of ${isSeen ? 'known' : 'new'} names, pairing`,
    1 / 2,
    isPaired,
    (question) => question.kind === 'swap' && question.isSeen === isSeen,
  ),
);

/** Swaps of which no icon nearly is one of a training artist's, and the others. */
export const SWAPS_BY_DRAWING: readonly DemoMeasure[] = [false, true].map((isCopy) =>
  pairMeasure(
    `swap ${isCopy ? 'with' : 'without'} near-duplicates, pairing`,
    1 / 2,
    isPaired,
    (question) => question.kind === 'swap' && question.isCopy === isCopy,
  ),
);

/** People's sentences by what they ask: a bag of words can answer those of things and signs. */
export const SENTENCES: readonly DemoMeasure[] = (['swap', 'thing', 'sign'] as const).map((asks) =>
  pairMeasure(`sentences of ${asks}s, pairing`, 1 / 2, isPaired, (question) => question.asks === asks),
);

/** Swaps by some artists alone. */
export const swapsBy = (name: string, families: readonly string[]): DemoMeasure =>
  pairMeasure(
    `swap by ${name}, pairing`,
    1 / 2,
    isPaired,
    ({ kind, artist }) => kind === 'swap' && families.includes(artist),
  );

/** Both pictures find their caption and both captions their picture, by kind. */
export const GROUPS: readonly DemoMeasure[] = PAIR_KINDS.map(([kind, name]) =>
  pairMeasure(`${name}, group`, 1 / 6, isGroup, (question) => question.kind === kind),
);

/** Recall both ways: a picture finds its caption, and a caption its picture. */
export const RECALLS: readonly DemoMeasure[] = [
  recallMeasure('picture → caption @1', 1, ({ captionRanks }) => captionRanks),
  recallMeasure('picture → caption @10', 10, ({ captionRanks }) => captionRanks),
  recallMeasure('caption → picture @1', 1, ({ pictureRanks }) => pictureRanks),
  recallMeasure('caption → picture @10', 10, ({ pictureRanks }) => pictureRanks),
];

/** Recall@10 both ways in one number: the retrieval that the trade-off looks at. */
export const RECALL: DemoMeasure = {
  name: 'recall@10, mean of both ways',
  chance: ({ gallery }) => Math.min(1, 10 / gallery.length),
  items: ({ gallery }, { captionRanks, pictureRanks }) =>
    gallery.map(({ artist, words }, index) => ({
      value: (Number(captionRanks[index]! <= 10) + Number(pictureRanks[index]! <= 10)) / 2,
      ...{ artist, words },
    })),
};

function pairMeasure(
  name: string,
  chance: number,
  isRight: (answer: PairAnswer) => boolean,
  isIn: (question: PairQuestion) => boolean,
): DemoMeasure {
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
  ranks: (answers: DemoAnswers) => readonly number[],
): DemoMeasure {
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

/** All that the demo measures. */
export const DEMO_MEASURES: readonly DemoMeasure[] = [
  ...PAIRINGS.slice(0, 3),
  ...SWAPS_BY_NAMES,
  SWAPS_BY_DRAWING[0]!,
  ...SENTENCES,
  ...GROUPS.slice(0, 3),
  ...RECALLS,
  RECALL,
];
