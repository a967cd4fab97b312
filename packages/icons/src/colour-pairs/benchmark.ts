import { InputError } from '@slipform/kit/errors/input-error';
import { callback, defineOptions, optional, rule, text } from '@slipform/kit/options/options';
import { installedPictures, missingPicture, type PairPicture, pairPictureName } from './installed-pictures';
import { isSwapWord } from './is-swap-word';
import type { ColourPair, PairPlace } from './pair-caption';
import { type PairEntry, readPairQuestions, type Wording } from './question-file';

export interface ColourPairsOptions {
  /** Finds a picture by its name, `carbon_red-bell_blue-cloud_left.png`, in place of those that are drawn. */
  readonly images?: (name: string) => PairPicture | undefined;
  /** Edge of a picture in pixels, a multiple of 4 from 16 to 1,024; an icon has half of it. Default 96. Not with `images`. */
  readonly size?: number;
  /** Where icon sets are installed: in `node_modules` of this folder or of those above. Default the working directory. */
  readonly root?: string;
  /** Called with a sentence where sets are missing or of another version than the questions. Default `console.warn`. */
  readonly onWarning?: (warning: string) => void;
}

interface Pairing {
  readonly image: PairPicture;
  readonly text: string;
}

/** Two pictures, two captions, and one of the five ways to ask which belongs to which. */
interface AskedPair {
  readonly id: string;
  /** What differs, and how it is asked: `'swap pairing'`. */
  readonly kind: string;
  /** The two pictures, which their questions share. */
  readonly group: string;
  readonly clusters: { readonly words: readonly string[]; readonly artist: string };
  readonly by: Readonly<Record<string, string>>;
  readonly right: readonly Pairing[];
  readonly wrong: readonly Pairing[];
  readonly rule: 'all' | 'sum';
}

/** A benchmark as `evaluate` of `@slipform/bench` takes it. */
export interface ColourPairsBenchmark {
  readonly name: string;
  readonly questions: readonly AskedPair[];
  /** Those of which a picture is missing. */
  readonly withoutImage: readonly AskedPair[];
  readonly coverage: Readonly<Record<string, { readonly scored: number; readonly total: number }>>;
  readonly chance: number;
  readonly chances: Readonly<Record<string, number>>;
  readonly means: Readonly<Record<string, readonly string[]>>;
}

const table = defineOptions('colourPairs', {
  images: optional(callback<(name: string) => PairPicture | undefined>()),
  size: optional(
    rule<number>(
      'a multiple of 4 from 16 to 1024',
      (value) =>
        Number.isInteger(value) &&
        (value as number) % 4 === 0 &&
        (value as number) >= 16 &&
        (value as number) <= 1024,
    ),
    96,
  ),
  root: optional(text('the name of a folder'), '.'),
  onWarning: optional(callback<(warning: string) => void>()),
});

/** What is measured of each kind, and what guessing gets. */
const MEASURES = { pairing: 1 / 2, choice: 1 / 2, text: 1 / 4, image: 1 / 4, group: 1 / 6 } as const;
type Measure = keyof typeof MEASURES;

/** `swap`, `place`, `thing`, `colour` by the captions; `swap, freely` and so on by the other wordings. */
type Asked = PairEntry['kind'] | `${PairEntry['kind']}, ${Wording}`;
const ASKED: readonly Asked[] = [
  'swap',
  'swap, freely',
  'swap, in a sentence',
  'place',
  'thing',
  'thing, freely',
  'thing, in a sentence',
  'colour',
  'colour, freely',
  'colour, in a sentence',
];

/**
 * Attribute binding with two coloured icons in a picture: "a red bell above a blue cloud", or "a blue bell above a red cloud"? The
 * artists' sets are held out from our training, and each wrong caption is the other picture's true one.
 *
 * Of each kind: `pairing`, the headline (the two right pairs score more in sum than the two wrong ones; chance 1/2; what a model
 * adds to all scores of a text or a picture cancels), `choice` (of one picture, which caption; 1/2), and as in Winoground `text`
 * (1/4), `image` (1/4) and `group` (1/6). A tie is wrong. By `names` (whether training's swaps exchange colours of both), `drawing`
 * and `set`. Intervals hold for other words and other artists.
 *
 * @param file a file of questions as that of this package, or its parsed content; default that file
 * @throws {InputError} with file and row where the file is not of this kind, or if no set is installed
 *
 * @example
 * const result = await evaluate(encoder, await colourPairs());
 * result.kinds['swap pairing']; // { correct, total, value, interval }
 */
export async function colourPairs(
  file?: unknown,
  options: ColourPairsOptions = {},
): Promise<ColourPairsBenchmark> {
  const { images, size, root, onWarning = console.warn } = table.read(options);
  const { sets, questions: lists, wordings: worded = 'freely' } = await readPairQuestions(file);
  const entries = Object.entries(lists).flatMap(([set, list]) => list.map((entry) => ({ set, entry })));
  if (entries.length === 0) throw new InputError('colourPairs: the file of questions holds no questions.');
  const draw = images === undefined && (await installedPictures({ sets, size, root, onWarning }));
  const find = (set: string, pair: ColourPair, place: PairPlace) => {
    if (draw) return draw(set, pair, place);
    const key = pairPictureName(set, pair, place);
    return images?.(key) ?? missingPicture(key);
  };
  const questions: AskedPair[] = [];
  const withoutImage: AskedPair[] = [];
  const counts = new Map<string, { scored: number; total: number }>();
  for (const { set, entry } of entries) {
    const { kind, pairs, places, captions, wordings } = entry;
    const pictures = [find(set, pairs[0], places[0]), find(set, pairs[1], places[1])] as const;
    const isMissing = pictures.some(({ missing }) => missing === true);
    const traits = traitsOf(entry, set, sets[set]!.family);
    const texts: readonly (readonly [Asked, readonly [string, string]])[] = [
      [kind, captions],
      ...(wordings ? ([[`${kind}, ${worded}`, wordings]] as const) : []),
    ];
    for (const [asked, [one, other]] of texts) {
      const group = `${set}/${one}/${other}`;
      for (const each of waysToAsk(pictures, [one, other])) {
        const name = `${asked} ${each.measure}`;
        const { part, right, wrong } = each;
        const rule = each.measure === 'pairing' ? 'sum' : 'all';
        const count = counts.get(name) ?? { scored: 0, total: 0 };
        counts.set(name, { scored: count.scored + (isMissing ? 0 : 1), total: count.total + 1 });
        (isMissing ? withoutImage : questions).push({
          ...{ id: `${name}/${group}${part}`, kind: name, group, ...traits, right, wrong, rule },
        });
      }
    }
  }
  const kinds = ASKED.filter((kind) => counts.has(`${kind} pairing`));
  return {
    name: 'Colour pairs',
    questions,
    withoutImage,
    coverage: Object.fromEntries(counts),
    chance: 1 / 2,
    chances: Object.fromEntries(
      kinds.flatMap((kind) =>
        Object.entries(MEASURES).map(([measure, chance]) => [`${kind} ${measure}`, chance]),
      ),
    ),
    means: Object.fromEntries(kinds.map((kind) => [`${kind} pairing`, [`${kind} pairing`]])),
  };
}

interface WayToAsk {
  readonly measure: Measure;
  /** Tells two questions of one measure apart. */
  readonly part: string;
  readonly right: readonly Pairing[];
  readonly wrong: readonly Pairing[];
}

function waysToAsk(
  [one, other]: readonly [PairPicture, PairPicture],
  [first, second]: readonly [string, string],
): WayToAsk[] {
  const right = [
    { image: one, text: first },
    { image: other, text: second },
  ];
  // Each picture with the other's caption, and each caption with the other's picture.
  const otherText = [
    { image: one, text: second },
    { image: other, text: first },
  ];
  const otherImage = otherText.toReversed();
  return [
    { measure: 'pairing', part: '', right, wrong: otherText },
    ...right.map(
      (pair, at): WayToAsk => ({ measure: 'choice', part: `/${at}`, right: [pair], wrong: [otherText[at]!] }),
    ),
    { measure: 'text', part: '', right, wrong: otherText },
    { measure: 'image', part: '', right, wrong: otherImage },
    { measure: 'group', part: '', right: [...right, ...right], wrong: [...otherText, ...otherImage] },
  ];
}

function traitsOf({ pairs, isCopy }: PairEntry, set: string, artist: string) {
  const names = [...new Set(pairs.flatMap(({ things }) => things.map(({ thing }) => thing)))];
  return {
    clusters: { words: names, artist },
    by: {
      names: names.every(isSwapWord) ? 'in swaps of training' : 'one or more held out',
      drawing: isCopy ? 'like one of training' : 'of its own',
      set,
    },
  };
}

/** For `slipform-bench run --module @slipform/icons/files`, which calls a loader by its name. */
export const benchmarks = {
  'colour-pairs': (file: string, { size }: { readonly size?: number }): Promise<ColourPairsBenchmark> =>
    colourPairs(file, size === undefined ? {} : { size }),
};
