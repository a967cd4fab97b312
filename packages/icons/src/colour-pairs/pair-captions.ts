import { defineOptions, integer, misfit, optional, type RowsFor } from '@slipform/kit/options/options';
import { hashNumbers, hashText } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { checkIcons } from '../corpus/check-icons';
import type { Icon } from '../corpus/icon';
import { areDistinct } from '../corpus/minimal-pairs/is-answerable';
import { mainDrawings } from '../corpus/minimal-pairs/main-drawings';
import { createStems } from '../corpus/minimal-pairs/same-word';
import {
  COLOUR_NAMES,
  type ColourPair,
  PAIR_JOINERS,
  type PairColour,
  type PairJoiner,
  type PairPlace,
  pairCaption,
} from './pair-caption';

/** A caption with what it takes to draw it. */
export interface CaptionedPair extends ColourPair {
  /** `lucide-17`. */
  readonly id: string;
  readonly set: string;
  readonly caption: string;
  readonly icons: readonly [Icon, Icon];
  readonly place: PairPlace;
}

export interface PairCaptionsOptions {
  /** How many, at most. */
  readonly count: number;
  /** An integer of 32 bits. Default 0. */
  readonly seed?: number;
  /** So many of the colours, drawn by the seed, from 2 to 10: with few, captions differ by their things. Default 10. */
  readonly colours?: number;
}

const table = defineOptions('pairCaptions', {
  count: integer({ min: 1 }),
  seed: optional(integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), 0),
  colours: optional(integer({ min: 2, max: 10 }), 10),
} satisfies RowsFor<PairCaptionsOptions>);

/** A set with fewer things has too few pairs. */
const LEAST_THINGS = 20;

const SAY_WHERE: readonly PairJoiner[] = ['to the left of', 'to the right of', 'above', 'below'];
const SAY_NOTHING: readonly PairJoiner[] = ['and', 'with', 'next to', 'beside'];

/**
 * Icons that a caption can name in a word: of each set one drawing for each of the words, all in the set's main style, black on
 * white. `pairWords` of `@slipform/icons/files` has words that many artists draw.
 *
 * @example
 * const things = pairIcons(corpus.icons, await pairWords());
 */
export function pairIcons(icons: readonly Icon[], words: ReadonlySet<string>): Icon[] {
  checkIcons('pairIcons', 'icons', icons);
  if (!(words instanceof Set)) throw misfit('pairIcons', 'words', 'a Set of texts', words);
  return mainDrawings(icons).filter(({ caption }) => words.has(caption));
}

/**
 * Captions of pictures in which one artist's two icons stand side by side, or one above the other, each in a colour of its own:
 * "A red bell to the left of a blue cloud". Half of them say where. Both orders of the colours are as likely.
 *
 * @param icons as {@link pairIcons} gives them
 * @returns all different; sets in proportion to the root of their icons; the same icons and seed give the same
 *
 * @example
 * const things = pairIcons(corpus.icons, await pairWords());
 * const [first] = pairCaptions(things, { count: 1000, seed: 1 });
 * first?.caption; // such as "A green key with a black umbrella"
 */
export function pairCaptions(icons: readonly Icon[], options: PairCaptionsOptions): CaptionedPair[] {
  checkIcons('pairCaptions', 'icons', icons);
  const { count, seed, colours } = table.read(options);
  const bySet = new Map<string, Icon[]>();
  for (const icon of icons) {
    const own = bySet.get(icon.set);
    if (own === undefined) bySet.set(icon.set, [icon]);
    else own.push(icon);
  }
  const sets = [...bySet].filter(([, own]) => own.length >= LEAST_THINGS);
  if (sets.length === 0) return [];
  const random = createRandom(hashNumbers([seed, hashText('colour pairs')]));
  const palette = random.some(COLOUR_NAMES, colours);
  const stemOf = createStems();
  const weights = sets.map(([, own]) => Math.sqrt(own.length));
  const found = new Map<string, CaptionedPair>();
  // A small set runs out of captions long before this.
  for (let tries = 0; found.size < count && tries < 20 * count; tries++) {
    const [set, own] = sets[random.weighted(weights)]!;
    const two = [random.pick(own), random.pick(own)] as const;
    if (!areTwoThings(two, stemOf)) continue;
    const pair = pairOf(two, palette, random);
    const caption = pairCaption(pair);
    const key = `${set}\n${caption}`;
    if (found.has(key)) continue;
    const place = random.pick<PairPlace>(PAIR_JOINERS[pair.joiner]);
    found.set(key, { id: `${set}-${found.size}`, set, caption, icons: two, place, ...pair });
  }
  return [...found.values()];
}

/** Whether two icons have different names, and neither could be taken for the other. */
export function areTwoThings([one, other]: readonly [Icon, Icon], stemOf: (word: string) => string): boolean {
  return stemOf(one.caption) !== stemOf(other.caption) && areDistinct(one, other, one.caption, other.caption);
}

function pairOf(icons: readonly [Icon, Icon], palette: readonly PairColour[], random: Random): ColourPair {
  const [first, second] = random.some(palette, 2);
  return {
    things: [
      { thing: icons[0].caption, colour: first! },
      { thing: icons[1].caption, colour: second! },
    ],
    joiner: random.pick(random.below(2) === 0 ? SAY_WHERE : SAY_NOTHING),
  };
}
