import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { hashNumbers, hashText } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { checkIcons } from '../corpus/check-icons';
import type { Icon } from '../corpus/icon';
import { createStems } from '../corpus/minimal-pairs/same-word';
import { freeWording } from './free-wording';
import {
  COLOUR_NAMES,
  type ColourPair,
  PAIR_JOINERS,
  type PairJoiner,
  type PairPlace,
  pairCaption,
} from './pair-caption';
import { areTwoThings, type CaptionedPair, pairCaptions } from './pair-captions';

/**
 * What two pictures differ in. `swap`: the colours have changed places, so the captions have the same words, and say no places; `place`: the two
 * things have; `thing`: another thing has the colour; `colour`: the thing has another colour.
 */
export type PairKind = 'swap' | 'place' | 'thing' | 'colour';

/** Two pictures by one hand. Each caption is true of its own picture and false of the other. */
export interface PairQuestion {
  readonly kind: PairKind;
  readonly set: string;
  readonly family: string;
  /** Where the first named thing lies, in each picture. */
  readonly places: readonly [PairPlace, PairPlace];
  readonly captions: readonly [string, string];
  /** The same in a freer wording, without a place: "the cloud is blue and the bell is red". None where a place is asked. */
  readonly wordings?: readonly [string, string];
  readonly icons: readonly Icon[];
}

export interface PairQuestionsOptions {
  /** Questions of each set. Three of five are swaps. Default 200. */
  readonly perSet?: number;
  /** In so many questions a name may be, over all sets. Default 60. */
  readonly perName?: number;
  /** An integer of 32 bits. Default 0. */
  readonly seed?: number;
}

const table = defineOptions('pairQuestions', {
  perSet: optional(integer({ min: 1 }), 200),
  perName: optional(integer({ min: 1 }), 60),
  seed: optional(integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), 0),
} satisfies RowsFor<PairQuestionsOptions>);

/** Of ten questions. */
const TURNS: readonly PairKind[] = [
  'swap',
  'swap',
  'thing',
  'swap',
  'colour',
  'swap',
  'place',
  'swap',
  'swap',
  'thing',
];

const PLACED: Readonly<Partial<Record<PairJoiner, PairJoiner>>> = {
  'to the left of': 'to the right of',
  'to the right of': 'to the left of',
  above: 'below',
  below: 'above',
};

/**
 * Questions of attribute binding: two pictures of two coloured icons, by one artist, and a caption for each. A text-only model is
 * at chance, since each caption is the true one of its own picture.
 *
 * @param icons as `pairIcons` gives them; each set is asked about by itself
 * @returns in the order of the sets; the same icons and options give the same
 *
 * @example
 * const things = pairIcons(corpus.icons, await pairWords());
 * const [question] = pairQuestions(things, { seed: 1 });
 * question?.captions; // such as "A red bell above a blue cloud" and "A blue bell above a red cloud"
 */
export function pairQuestions(icons: readonly Icon[], options: PairQuestionsOptions = {}): PairQuestion[] {
  checkIcons('pairQuestions', 'icons', icons);
  const { perSet, perName, seed } = table.read(options);
  const names = new Map<string, number>();
  const stemOf = createStems();
  return [...new Set(icons.map(({ set }) => set))].flatMap((set) => {
    const own = icons.filter((icon) => icon.set === set);
    const random = createRandom(hashNumbers([seed, hashText(set)]));
    const found: PairQuestion[] = [];
    for (const pair of pairCaptions(own, {
      count: 40 * perSet,
      seed: hashNumbers([seed, hashText(set), 1]),
    })) {
      if (found.length === perSet) break;
      const kind = TURNS[found.length % TURNS.length]!;
      const other = otherOf(kind, pair, own, stemOf, random);
      if (other === undefined) continue;
      const all = [...new Set([...pair.icons, ...other.icons])];
      if (all.some(({ caption }) => (names.get(caption) ?? 0) >= perName)) continue;
      for (const { caption } of all) names.set(caption, (names.get(caption) ?? 0) + 1);
      found.push(questionOf(kind, pair, other, all, random));
    }
    return found;
  });
}

interface Other extends ColourPair {
  readonly icons: readonly [Icon, Icon];
  readonly place: PairPlace;
}

function otherOf(
  kind: PairKind,
  pair: CaptionedPair,
  own: readonly Icon[],
  stemOf: (word: string) => string,
  random: Random,
): Other | undefined {
  const { things, joiner, place, icons } = pair;
  const [first, second] = things;
  if (kind === 'swap') {
    // Where the caption says the places, those of the colours would tell which picture is meant.
    if (PAIR_JOINERS[joiner].length === 1) return undefined;
    return {
      ...{ joiner, place, icons },
      things: [
        { ...first, colour: second.colour },
        { ...second, colour: first.colour },
      ],
    };
  }
  if (kind === 'place') {
    const turned = PLACED[joiner];
    return turned && { things, icons, joiner: turned, place: PAIR_JOINERS[turned][0] };
  }
  const at = random.below(2);
  const given = things[at]!;
  const changed = (thing: ColourPair['things'][number]): ColourPair['things'] =>
    at === 0 ? [thing, second] : [first, thing];
  if (kind === 'colour') {
    const colour = random.pick(
      COLOUR_NAMES.filter((each) => each !== first.colour && each !== second.colour),
    );
    return { joiner, place, icons, things: changed({ ...given, colour }) };
  }
  const icon = random.pick(own);
  if (!icons.every((each) => areTwoThings([each, icon], stemOf))) return undefined;
  return {
    ...{ joiner, place },
    icons: at === 0 ? [icon, icons[1]] : [icons[0], icon],
    things: changed({ ...given, thing: icon.caption }),
  };
}

function questionOf(
  kind: PairKind,
  pair: CaptionedPair,
  other: Other,
  icons: readonly Icon[],
  random: Random,
): PairQuestion {
  const { set, family } = icons[0]!;
  const frame = random.integer(2 ** 16);
  return {
    ...{ kind, set, family, icons },
    places: [pair.place, other.place],
    captions: [pair.caption, pairCaption(other)],
    ...(kind !== 'place' && {
      wordings: [freeWording(pair, frame, 'questions'), freeWording(other, frame, 'questions')] as const,
    }),
  };
}
