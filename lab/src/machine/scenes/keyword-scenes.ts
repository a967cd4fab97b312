import { createLexicon } from '@slipform/concreteness';
import { captionOf, createRandom, meaningOf } from '@slipform/scenes';
import { drawingsOf, KEYWORDS, type KeywordObject, sampleKeywords } from '@slipform/scenes/keywords';
import type { TrainingScene } from './training-scenes';

export type KeywordTrainingScene = TrainingScene<KeywordObject>;

/** How many keywords of each range of ratings take part: nearly all abstract ones that there are. */
const WANTED: readonly (readonly [below: number, count: number])[] = [
  [3, 40],
  [4, 40],
  [6, 40],
];

/** A keyword that names more shows too much: "animal" names sixty drawings. */
const MOST_DRAWINGS = 6;

export interface RatedKeyword {
  readonly word: string;
  /** Concreteness, 1 to 5. */
  readonly rating: number;
  readonly drawings: readonly number[];
}

/** The keywords that the experiment asks about, the same for every seed, in alphabetical order. */
export function ratedKeywords(): RatedKeyword[] {
  const lexicon = createLexicon();
  const all = KEYWORDS.flatMap((word): RatedKeyword[] => {
    const rating = lexicon.rate(word)?.rating;
    const drawings = drawingsOf(word);
    return rating === undefined || drawings.length > MOST_DRAWINGS ? [] : [{ word, rating, drawings }];
  });
  const random = createRandom(0, 'keywords');
  let from = 0;
  return WANTED.flatMap(([below, count]) => {
    const range = all.filter(({ rating }) => rating >= from && rating < below);
    from = below;
    return random.shuffle(range).slice(0, count);
  }).sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** `count` captions of different meaning, "red luck left of blue vehicle", every keyword as likely as any other. */
export function keywordScenes(
  count: number,
  seed: number,
  keywords: readonly RatedKeyword[],
): KeywordTrainingScene[] {
  const random = createRandom(seed, 'keyword scenes');
  const pool = keywords.map(({ word }) => word);
  const seen = new Set<string>();
  const found: KeywordTrainingScene[] = [];
  while (found.length < count) {
    const content = sampleKeywords(random, { keywords: pool });
    const meaning = meaningOf(content);
    if (seen.has(meaning)) continue;
    seen.add(meaning);
    found.push({ content, caption: captionOf(content) });
  }
  return found;
}
