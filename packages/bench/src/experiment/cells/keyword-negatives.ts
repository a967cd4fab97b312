import { createRandom, hashText, type Random } from '../../random';
import { captionOf } from '../../scenes/caption-of';
import { type KeywordContent, type KeywordObject, names } from '../../scenes/keywords/keyword-scenes';
import type { KeywordTeaching } from './cell';
import type { CellNegative } from './cell-negatives';
import type { KeywordTrainingScene, RatedKeyword } from './keyword-world';

type KeywordNegative = CellNegative<KeywordObject>;
type Place = 'first' | 'second';

/**
 * For each scene one caption in which one keyword is another that the drawing doesn't show, or none. With a half of the
 * keywords taught, only they are changed and only they are inserted, so that the other half takes no part in any hard
 * negative; a word is inserted as often as it is replaced, so the text alone gives nothing away. `max`, `min` and
 * `random` change the more concrete keyword of a caption, the less concrete one, or either.
 */
export function keywordNegatives(
  scenes: readonly KeywordTrainingScene[],
  keywords: readonly RatedKeyword[],
  teach: KeywordTeaching,
  seed: number,
): KeywordNegative[][] {
  const random = createRandom(seed, 'keyword negatives');
  const ratings = new Map(keywords.map(({ word, rating }) => [word, rating]));
  const taught = keywords.map(({ word }) => word).filter((word) => isTaught(word, teach, seed));
  const known = new Set(taught);
  return scenes.map(({ content }) => {
    const place = placeOf(content, teach, { ratings, known, random });
    if (place === undefined) return [];
    const { name, drawing } = content[place];
    const inserted = foilFor(random, taught, content, drawing);
    const text = captionOf({ ...content, [place]: { ...content[place], name: inserted } });
    return [{ text, concreteness: ratings.get(name)!, kind: 'object replace' }];
  });
}

/** Whether a keyword takes part in hard negatives; the halves are drawn by the seed. */
export function isTaught(word: string, teach: KeywordTeaching, seed: number): boolean {
  if (teach === 'none') return false;
  if (teach !== 'one half' && teach !== 'other half') return true;
  return (hashText(`taught ${word}`, seed) % 2 === 0) === (teach === 'one half');
}

/** A keyword of the pool that names neither drawing of the scene. */
export function foilFor(
  random: Random,
  pool: readonly string[],
  { first, second }: KeywordContent,
  drawing: number,
): string {
  for (;;) {
    const word = random.pick(pool);
    if (word !== first.name && word !== second.name && !names(word, drawing)) return word;
  }
}

function placeOf(
  { first, second }: KeywordContent,
  teach: KeywordTeaching,
  {
    ratings,
    known,
    random,
  }: {
    readonly ratings: ReadonlyMap<string, number>;
    readonly known: ReadonlySet<string>;
    readonly random: Random;
  },
): Place | undefined {
  if (teach === 'none') return undefined;
  const difference = ratings.get(first.name)! - ratings.get(second.name)!;
  if (teach === 'max') return difference > 0 ? 'first' : 'second';
  if (teach === 'min') return difference > 0 ? 'second' : 'first';
  const places = (['first', 'second'] as const).filter((place) =>
    known.has((place === 'first' ? first : second).name),
  );
  return places.length === 0 ? undefined : random.pick(places);
}
