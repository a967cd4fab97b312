import { emoji, keywords } from '#keywords';
import { COLOUR_NAMES } from '../colours';
import type { PixelImage } from '../draw-scene';
import { paintPicture } from '../paint-picture';
import type { Random } from '../random';
import { RELATIONS_OF, SCENE_SIZES, type Scene, type SceneContent, type SceneObject } from '../scene';
import { cutSprite, readSheet, type Sprite } from '../sprite-sheet';
import type { Style } from '../sprites';
import { DRAWING_SIZE } from './drawing-size';

/** A tile on which stands one of the drawings that a keyword names: "red luck" may show a clover or a horseshoe. */
export interface KeywordObject extends SceneObject<string> {
  /** Index into {@link KEYWORD_EMOJI}. */
  readonly drawing: number;
}

export type KeywordContent = SceneContent<KeywordObject>;
export type KeywordScene = Scene<KeywordObject>;

/** The emoji that keywords name. */
export const KEYWORD_EMOJI: readonly string[] = emoji;

/**
 * Nouns that name three to sixty drawings each, concrete ("vehicle", "fruit") and abstract ("danger", "luck",
 * "peace"), in alphabetical order; by emojibase and emojilib.
 */
export const KEYWORDS: readonly string[] = Object.keys(keywords);

/**
 * The drawings that a keyword names, as indices into {@link KEYWORD_EMOJI}.
 *
 * @example
 * const [first] = drawingsOf('luck'); // an index into KEYWORD_EMOJI
 */
export function drawingsOf(keyword: string): readonly number[] {
  return Object.hasOwn(keywords, keyword) ? keywords[keyword]! : [];
}

/**
 * Whether a keyword names a drawing: else it is false of it.
 *
 * @example
 * drawingsOf('luck').every((drawing) => isNameOf('luck', drawing)); // true
 */
export function isNameOf(keyword: string, drawing: number): boolean {
  return drawingsOf(keyword).includes(drawing);
}

export interface KeywordSampling {
  readonly keywords: readonly string[];
  /** Which drawings of a keyword may be shown. Default: all. */
  readonly allows?: (keyword: string, drawing: number) => boolean;
}

/**
 * Draws a simple scene of two keywords, "red luck left of blue vehicle": two different colours, a relation, and for each
 * keyword one of its drawings that the other does not name as well, so that exchanging them is certainly false.
 *
 * @example
 * const content = sampleKeywords(random, { keywords: KEYWORDS });
 */
export function sampleKeywords(
  random: Random,
  { keywords: pool, allows = () => true }: KeywordSampling,
): KeywordContent {
  for (let misses = 0; misses < 10_000; misses++) {
    const one = random.pick(pool);
    const other = random.pick(pool);
    const drawings1 = drawingsOf(one).filter((drawing) => allows(one, drawing) && !isNameOf(other, drawing));
    const drawings2 = drawingsOf(other).filter(
      (drawing) => allows(other, drawing) && !isNameOf(one, drawing),
    );
    if (one === other || drawings1.length === 0 || drawings2.length === 0) continue;
    const colour = random.pick(COLOUR_NAMES);
    return {
      first: { name: one, colour, drawing: random.pick(drawings1) },
      relation: random.pick(RELATIONS_OF.simple),
      second: {
        name: other,
        colour: random.pick(COLOUR_NAMES.filter((name) => name !== colour)),
        drawing: random.pick(drawings2),
      },
    };
  }
  throw new RangeError(
    'sampleKeywords: no two of these keywords have drawings that tell them apart; give more keywords.',
  );
}

/** One artist's drawings of the keywords, ready to paint with. */
export interface KeywordDrawings {
  /** Draws into a buffer of RGB bytes, from `offset` on. */
  paint(target: Uint8Array, offset: number, scene: KeywordScene): void;
  draw(scene: KeywordScene, options?: { readonly scale?: 1 | 3 }): PixelImage;
}

/**
 * Loads one artist's drawings of the keywords, a third of a megabyte.
 *
 * @example
 * const drawings = await loadKeywordDrawings('noto');
 * drawings.draw(placeScene(random, sampleKeywords(random, { keywords: KEYWORDS })));
 */
export async function loadKeywordDrawings(style: Style): Promise<KeywordDrawings> {
  const sheet = readSheet((await import('#drawings'))[style]);
  const cut = new Map<number, Sprite>();
  const spriteOf = ({ drawing }: KeywordObject, edge: number): Sprite => {
    const key = drawing * 1024 + edge;
    const sprite = cut.get(key) ?? cutSprite(sheet, DRAWING_SIZE, drawing, edge);
    cut.set(key, sprite);
    return sprite;
  };
  return {
    paint: (target, offset, scene) => paintPicture({ target, offset, scale: 1 }, scene, spriteOf),
    draw(scene, { scale = 1 } = {}) {
      const size = SCENE_SIZES[scene.detail] * scale;
      const data = new Uint8Array(size * size * 3);
      paintPicture({ target: data, offset: 0, scale }, scene, spriteOf);
      return { width: size, height: size, data };
    },
  };
}
