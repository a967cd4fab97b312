import { streamSeed } from '@slipform/kit/random/hash';
import { captionOf, createRandom } from '@slipform/scenes';
import type { KeywordContent, KeywordObject } from '@slipform/scenes/keywords';
import type { KeywordNegatives } from '../../run';
import type { KeywordTrainingScene, RatedKeyword } from './keyword-scenes';
import type { SceneNegative } from './scene-negatives';

/**
 * For each scene the caption with its two keywords exchanged, "red luck left of blue vehicle" → "red vehicle left of blue
 * luck", or nothing. Where one half of the keywords is taught, only captions of two such keywords have one, a quarter of
 * all; the other half takes part in no hard negative. `max` and `min` teach captions whose keywords are more, or less,
 * concrete than those of most captions, `random` as many by chance. All words of a caption stay in it, so that a text alone
 * gives nothing away.
 */
export function keywordNegatives(
  scenes: readonly KeywordTrainingScene[],
  keywords: readonly RatedKeyword[],
  teach: KeywordNegatives['teach'],
  seed: number,
): SceneNegative<KeywordObject>[][] {
  const ratings = new Map(keywords.map(({ word, rating }) => [word, rating]));
  const ratingOf = ({ first, second }: KeywordContent) =>
    (ratings.get(first.name)! + ratings.get(second.name)!) / 2;
  const median = scenes.map(({ content }) => ratingOf(content)).sort((a, b) => a - b)[scenes.length >> 1]!;
  const random = createRandom(seed, 'keyword negatives');
  return scenes.map(({ content }) => {
    const rating = ratingOf(content);
    const chance = random.fraction() < 0.5;
    const isChosen = {
      none: false,
      max: rating > median,
      min: rating <= median,
      random: chance,
      'one half': halfOf(content, seed) === 0,
      'other half': halfOf(content, seed) === 1,
    }[teach];
    if (!isChosen) return [];
    return [{ text: captionOf(exchanged(content)), concreteness: rating, kind: 'object swap' }];
  });
}

/** Which half of the keywords one belongs to, as the seed drew them. */
export function keywordHalf(word: string, seed: number): 0 | 1 {
  return (streamSeed(seed, `half of ${word}`) >>> 0) % 2 === 0 ? 0 : 1;
}

/** The half that both keywords belong to, if they do. */
function halfOf({ first, second }: KeywordContent, seed: number): 0 | 1 | undefined {
  const half = keywordHalf(first.name, seed);
  return keywordHalf(second.name, seed) === half ? half : undefined;
}

/** Colours and places stay, keywords change places. */
export function exchanged(content: KeywordContent): KeywordContent {
  const { first, second } = content;
  return {
    ...content,
    first: { ...first, name: second.name, drawing: second.drawing },
    second: { ...second, name: first.name, drawing: first.drawing },
  };
}
