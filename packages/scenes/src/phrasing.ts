import type { Random } from './random';
import type { Detail, Relation } from './scene';

/** Ways to say each relation; the first is the plain one. */
export const RELATION_PHRASES: Readonly<Record<Relation, readonly string[]>> = {
  'left of': ['left of', 'to the left of'],
  'right of': ['right of', 'to the right of'],
  above: ['above', 'over'],
  below: ['below', 'under'],
  'in front of': ['in front of'],
  behind: ['behind'],
};

/** Frames of a caption; `{}` is what it says of both things, `{background}` a colour with its article. The first of each list is plain. */
export const FRAMES = ['{}', 'there {is} {}', 'a picture of {}'] as const;
export const BACKGROUND_FRAMES = ['{} on {background} background', 'on {background} background, {}'] as const;

/** How a caption is worded, and what of its scene it mentions. */
export interface Phrasing {
  readonly detail: Detail;
  /** Index into `FRAMES`. */
  readonly frame: number;
  /** Index into `BACKGROUND_FRAMES`; undefined leaves the background out. */
  readonly background?: number;
  /** Index into the phrases of the relation, modulo their number. */
  readonly relation: number;
  /** For each thing where its colour is named ("red dog", "dog on a red tile"), or not at all. */
  readonly colours: readonly [ColourPlace, ColourPlace];
  /** For each thing whether its size is named. */
  readonly sizes: readonly [boolean, boolean];
}

export type ColourPlace = 'before' | 'tile' | undefined;

/** "red dog left of blue cat" */
export const SIMPLE_PHRASING: Phrasing = {
  detail: 'simple',
  frame: 0,
  relation: 0,
  colours: ['before', 'before'],
  sizes: [false, false],
};

/**
 * Draws the wording of a full scene's caption. `everything` (default false) mentions all that there is; else each
 * colour, size and the background is left out of about every third caption.
 *
 * @example
 * const caption = captionOf(content, samplePhrasing(random));
 */
export function samplePhrasing(random: Random, { everything = false } = {}): Phrasing {
  const mentions = () => everything || random.integer(3) > 0;
  const colour = (): ColourPlace =>
    mentions() ? random.pick(['before', 'before', 'tile'] as const) : undefined;
  return {
    detail: 'full',
    frame: random.integer(FRAMES.length),
    ...(mentions() ? { background: random.integer(BACKGROUND_FRAMES.length) } : {}),
    relation: random.integer(2),
    colours: [colour(), colour()],
    sizes: [mentions(), mentions()],
  };
}
