import { refuse } from '@slipform/kit/errors/input-error';
import { choice, defineOptions, flag, misfit, type RowsFor } from '@slipform/kit/options/options';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';

/** How two icons lie: the first left of the second, or above it. */
export type DuoLayout = 'beside' | 'above';

/** What stands between two names. The first four say only that both are there. */
export type DuoJoiner =
  | 'and'
  | 'next to'
  | 'beside'
  | 'with'
  | 'left of'
  | 'right of'
  | 'above'
  | 'over'
  | 'below'
  | 'under';

/** How the names of two icons become a caption. */
export interface DuoWording {
  readonly layout: DuoLayout;
  readonly joiner: DuoJoiner;
  /** Whether the second icon is named first. What a joiner says of places must agree with it. */
  readonly isReversed: boolean;
}

/** Joiners that fit either order of the names, then those that fit the order of the icons, then the reversed one. */
const JOINERS: Readonly<Record<DuoLayout, readonly (readonly DuoJoiner[])[]>> = {
  beside: [['and', 'next to', 'beside', 'with'], ['left of'], ['right of']],
  above: [
    ['and', 'with'],
    ['above', 'over'],
    ['below', 'under'],
  ],
};

/** All wordings that are true of a layout. */
const WORDINGS: Readonly<Record<DuoLayout, readonly DuoWording[]>> = {
  beside: wordingsOf('beside'),
  above: wordingsOf('above'),
};

function wordingsOf(layout: DuoLayout): DuoWording[] {
  const [either, ordered, reversed] = JOINERS[layout];
  const all = (joiners: readonly DuoJoiner[], isReversed: boolean) =>
    joiners.map((joiner): DuoWording => ({ layout, joiner, isReversed }));
  return [...all([...either!, ...ordered!], false), ...all([...either!, ...reversed!], true)];
}

/**
 * A wording by chance: the layout, then an order and a joiner that are true of it.
 *
 * @param seed an integer of 32 bits; the same one gives the same wording
 * @throws {InputError} for another seed
 *
 * @example
 * duoWording(7); // { layout: 'above', joiner: 'with', isReversed: true }
 */
export function duoWording(seed: number): DuoWording {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw misfit('duoWording', 'seed', 'an integer of 32 bits', seed);
  }
  const random = createRandom(streamSeed(seed, 'duo wording'));
  return random.pick(WORDINGS[random.pick(['beside', 'above'] as const)]);
}

const wordingTable = defineOptions('duoCaption', {
  layout: choice(['beside', 'above']),
  joiner: choice(['and', ...Object.values(JOINERS).flat(2)]),
  isReversed: flag(),
} satisfies RowsFor<DuoWording>);

/**
 * The caption of a picture of two icons: their names in an order, with a joiner that says nothing false of their places.
 *
 * @param names of the first icon (left, or above) and of the second
 * @throws {InputError} for a joiner that does not fit layout and order
 *
 * @example
 * duoCaption(['bell off', 'cloud plus'], { layout: 'above', joiner: 'below', isReversed: true }); // 'cloud plus below bell off'
 */
export function duoCaption(names: readonly [string, string], wording: DuoWording): string {
  if (!Array.isArray(names) || names.length !== 2 || names.some((name) => typeof name !== 'string')) {
    throw misfit('duoCaption', 'names', 'two texts', names);
  }
  const { layout, joiner, isReversed } = wordingTable.read(wording);
  if (!WORDINGS[layout].some((each) => each.joiner === joiner && each.isReversed === isReversed)) {
    const fitting = WORDINGS[layout].filter((each) => each.isReversed === isReversed);
    refuse(
      'duoCaption',
      'joiner',
      `must be one that is true of two icons that lie ${layout} each other, the ${isReversed ? 'second' : 'first'} named first (${fitting.map((each) => each.joiner).join(', ')})`,
      joiner,
    );
  }
  return (isReversed ? [names[1], joiner, names[0]] : [names[0], joiner, names[1]]).join(' ');
}
