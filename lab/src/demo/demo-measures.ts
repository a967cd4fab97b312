import { BANDS, bandOf } from '../statistics/bands';
import { type DemoAnswers, type DemoQuestions, pairAnswer } from './demo-answers';

/** One number for each thing that was asked, with its words and its artist, by which it resembles others. */
interface Item {
  readonly value: number;
  readonly words: readonly string[];
  readonly artist: string;
}

/** Something that the demo measures of each model. */
export interface DemoMeasure {
  readonly name: string;
  /** What a guess gets. */
  readonly chance: (questions: DemoQuestions) => number;
  readonly items: (questions: DemoQuestions, answers: DemoAnswers) => readonly Item[];
}

/** Both captions find their picture, and both pictures their caption: the headline. */
export const GROUP: DemoMeasure = pairMeasure('group', 1 / 6, ({ text, image }) => text && image);

/** The group score within each band of the mean rating of the two words that differ. */
export const BAND_GROUPS: readonly DemoMeasure[] = BANDS.map((band) =>
  pairMeasure(
    band,
    1 / 6,
    ({ text, image }) => text && image,
    (concreteness) => bandOf(concreteness) === band,
  ),
);

export const TEXT: DemoMeasure = pairMeasure('text', 1 / 4, ({ text }) => text);
export const IMAGE: DemoMeasure = pairMeasure('picture', 1 / 4, ({ image }) => image);

/** Recall both ways: an icon finds its name, and a name its icon. */
export const RECALLS: readonly DemoMeasure[] = [
  recallMeasure('icon → name @1', 1, ({ nameRanks }) => nameRanks),
  recallMeasure('icon → name @10', 10, ({ nameRanks }) => nameRanks),
  recallMeasure('name → icon @1', 1, ({ iconRanks }) => iconRanks),
  recallMeasure('name → icon @10', 10, ({ iconRanks }) => iconRanks),
];

/** Recall@10 both ways in one number: the retrieval that the trade-off looks at. */
export const RECALL: DemoMeasure = {
  name: 'recall@10, mean of both ways',
  chance: ({ gallery }) => Math.min(1, 10 / gallery.length),
  items: ({ gallery }, { nameRanks, iconRanks }) =>
    gallery.map(({ artist, caption }, index) => ({
      value: (Number(nameRanks[index]! <= 10) + Number(iconRanks[index]! <= 10)) / 2,
      artist,
      words: wordsOf(caption),
    })),
};

function pairMeasure(
  name: string,
  chance: number,
  isRight: (answer: ReturnType<typeof pairAnswer>) => boolean,
  isIn: (concreteness: number) => boolean = () => true,
): DemoMeasure {
  return {
    name,
    chance: () => chance,
    items: ({ pairs }, answers) =>
      pairs.flatMap(({ artist, words, concreteness }, index) =>
        isIn(concreteness) ? [{ value: Number(isRight(pairAnswer(answers, index))), artist, words }] : [],
      ),
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
      return gallery.map(({ artist, caption }, index) => ({
        value: Number(own[index]! <= k),
        artist,
        words: wordsOf(caption),
      }));
    },
  };
}

/** Words of a caption, as many as an item may have labels for. */
function wordsOf(caption: string): string[] {
  return caption.split(' ').slice(0, 8);
}

/** All that the demo measures. */
export const DEMO_MEASURES: readonly DemoMeasure[] = [GROUP, ...BAND_GROUPS, TEXT, IMAGE, ...RECALLS, RECALL];
