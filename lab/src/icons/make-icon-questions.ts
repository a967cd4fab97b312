import { type Icon, type IconSet, type MinimalPair, mainDrawings, minimalPairs } from '@slipform/icons';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';

/** A line of a file of questions, as short as JSON has it. */
type Row = readonly unknown[];

/** The file that `iconPairs` and `icons` of @slipform/bench read. */
export interface IconQuestions {
  /** The package and version of each set, and who drew it. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly pairs: Readonly<Record<string, readonly Row[]>>;
  readonly icons: Readonly<Record<string, readonly Row[]>>;
}

/** What questions are made of. */
export interface QuestionSource {
  /** The sets of the test artists, and the package and version of each. */
  readonly sets: readonly IconSet[];
  readonly packages: Readonly<Record<string, { readonly package: string; readonly version: string }>>;
  /** All icons that models may have been trained on. */
  readonly trained: readonly Icon[];
  /** Whether an icon has a picture; one that is blank can't be asked about. */
  readonly isDrawn: (icon: Icon) => boolean;
  /** Whether the pictures of two icons are the same to the last pixel. */
  readonly isSamePicture: (one: Icon, other: Icon) => boolean;
  /** Whether its picture is nearly that of a trained icon. */
  readonly isCopy: (icon: Icon) => boolean;
  /** Concreteness, 1 to 5; undefined where it is not known. */
  readonly rate: (word: string) => number | undefined;
}

export interface QuestionLimits {
  readonly seed: number;
  /** The most pairs of one band of concreteness, of one word, and of one pair of words. */
  readonly perBand: number;
  readonly perWord: number;
  readonly perWordPair: number;
  /** Icons in the gallery over all sets. */
  readonly gallery: number;
}

/** Questions about the icons of some sets; the same sets, limits and seed give the same questions. */
export function makeIconQuestions(source: QuestionSource, limits: QuestionLimits): IconQuestions {
  const icons = source.sets.flatMap((set) => set.icons).filter(source.isDrawn);
  const sets = Object.fromEntries(
    source.sets.map(({ set, artist, family, licence }) => [
      set,
      { ...source.packages[set]!, artist, family, licence },
    ]),
  );
  return {
    sets,
    pairs: bySet(pairsOf(icons, source, limits)),
    icons: bySet(galleriesOf(icons, source, limits)),
  };
}

/** In the order of the rows. */
function bySet(entries: readonly (readonly [set: string, row: Row])[]): Record<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const [set, row] of entries) {
    const own = found.get(set);
    if (own) own.push(row);
    else found.set(set, [row]);
  }
  return Object.fromEntries(found);
}

const bothOf = ([one, other]: MinimalPair['words']) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function pairsOf(
  icons: readonly Icon[],
  { trained, isCopy, isSamePicture, rate }: QuestionSource,
  limits: QuestionLimits,
): (readonly [string, Row])[] {
  const seen = new Set(minimalPairs(trained).map(({ words }) => bothOf(words)));
  const askable = minimalPairs(icons).flatMap((pair) => {
    const [one, other] = [rate(pair.words[0]), rate(pair.words[1])];
    // Numbers, letters and names of companies have no rating: they are no words.
    if (one === undefined || other === undefined || isSamePicture(...pair.icons)) return [];
    return [{ pair, ratings: [one, other] as const }];
  });
  return sample(askable, limits).map(({ pair, ratings }) => {
    const [one, other] = pair.icons;
    const marks = `${isCopy(one) || isCopy(other) ? 'd' : ''}${seen.has(bothOf(pair.words)) ? 's' : ''}`;
    const captions = pair.icons.every(isNamedByCaption) ? [] : [one.caption, other.caption];
    return [one.set, [one.name, other.name, pair.slot, ...ratings, marks, ...captions]];
  });
}

/** A name says its caption, but where it says style and size as well. */
const isNamedByCaption = ({ name, caption }: Icon) => name.replaceAll('-', ' ') === caption;

type Ratings = readonly [number, number];

/** Half points of the two ratings' mean: all below 2.5 are one band, and all from 4.5. */
const bandOf = ([one, other]: Ratings) => Math.min(9, Math.max(4, Math.floor(one + other)));

/** Pairs in an order that the seed shuffles, each unless one of its words, both, or its band has its share already. */
function sample<T extends { readonly pair: MinimalPair; readonly ratings: Ratings }>(
  pairs: readonly T[],
  { seed, perBand, perWord, perWordPair }: QuestionLimits,
): T[] {
  const counts = new Map<string, number>();
  const kept = new Set<T>();
  for (const each of createRandom(streamSeed(seed, 'icon pairs')).shuffle([...pairs])) {
    const [one, other] = each.pair.words;
    const shares = [
      [`band ${bandOf(each.ratings)}`, perBand],
      [`word ${one}`, perWord],
      [`word ${other}`, perWord],
      [`words ${bothOf(each.pair.words)}`, perWordPair],
    ] as const;
    if (shares.some(([key, limit]) => (counts.get(key) ?? 0) >= limit)) continue;
    for (const [key] of shares) counts.set(key, (counts.get(key) ?? 0) + 1);
    kept.add(each);
  }
  return pairs.filter((each) => kept.has(each));
}

function galleriesOf(
  icons: readonly Icon[],
  { trained, isCopy }: QuestionSource,
  { seed, gallery }: QuestionLimits,
): (readonly [string, Row])[] {
  const seen = new Set(trained.flatMap(({ caption, aliases }) => [caption, ...aliases]));
  const entries = mainDrawings(icons);
  // The same name by two artists would be two right answers.
  const captions = new Set<string>();
  const inAll = new Set<Icon>();
  for (const icon of createRandom(streamSeed(seed, 'icon gallery')).shuffle([...entries])) {
    if (inAll.size >= gallery || captions.has(icon.caption)) continue;
    captions.add(icon.caption);
    inAll.add(icon);
  }
  return entries.map((icon) => {
    const marks = `${isCopy(icon) ? 'd' : ''}${seen.has(icon.caption) ? 's' : ''}${inAll.has(icon) ? 'a' : ''}`;
    const caption = isNamedByCaption(icon) ? [] : [icon.caption];
    return [icon.set, [icon.name, ...(marks !== '' || caption.length > 0 ? [marks] : []), ...caption]];
  });
}

/**
 * The text of a file: a line for each row, so that changes can be seen.
 *
 * @param about one sentence on how it was made
 */
export function stringifyIconQuestions(about: string, { sets, pairs, icons }: IconQuestions): string {
  const lists = (of: Readonly<Record<string, readonly Row[]>>) =>
    Object.entries(of)
      .map(([set, rows]) => `"${set}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)
      .join(',\n');
  return `{"format":"slipform-icon-questions","version":1,
"about":${JSON.stringify(about)},
"sets":${JSON.stringify(sets)},
"pairs":{${lists(pairs)}},
"icons":{${lists(icons)}}}
`;
}
