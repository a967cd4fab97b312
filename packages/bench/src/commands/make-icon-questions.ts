import type { Icon, IconSet, MinimalPair } from '@slipform/icons';
import { bandOf } from '../loaders/icons/bands';
import type { IconEntry, IconQuestions, PairEntry, QuestionSet } from '../loaders/icons/question-file';
import { createRandom } from '../statistics/random';

type Icons = typeof import('@slipform/icons');

/** What questions are made of. */
export interface QuestionSource {
  /** The sets of the test artists, and the package and version of each. */
  readonly sets: readonly IconSet[];
  readonly packages: Readonly<Record<string, Pick<QuestionSet, 'package' | 'version'>>>;
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
  readonly library: Pick<Icons, 'mainDrawings' | 'minimalPairs'>;
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
export function makeIconQuestions(
  source: QuestionSource,
  limits: QuestionLimits,
): Pick<IconQuestions, 'sets' | 'pairs' | 'icons'> {
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

/** In the order of the entries; what says the set is not kept. */
function bySet<T>(entries: readonly (readonly [set: string, entry: T])[]): Record<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [set, entry] of entries) {
    const own = found.get(set);
    if (own) own.push(entry);
    else found.set(set, [entry]);
  }
  return Object.fromEntries(found);
}

const bothOf = ([one, other]: MinimalPair['words']) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function pairsOf(
  icons: readonly Icon[],
  { trained, library, isCopy, isSamePicture, rate }: QuestionSource,
  limits: QuestionLimits,
): (readonly [string, PairEntry])[] {
  const seen = new Set(library.minimalPairs(trained).map(({ words }) => bothOf(words)));
  const askable = library.minimalPairs(icons).flatMap((pair) => {
    const [one, other] = [rate(pair.words[0]), rate(pair.words[1])];
    // Numbers, letters and names of companies have no rating: they are no words.
    if (one === undefined || other === undefined || isSamePicture(...pair.icons)) return [];
    return [{ pair, ratings: [one, other] as const }];
  });
  return sample(askable, limits).map(({ pair, ratings }) => {
    const [one, other] = pair.icons;
    const entry: PairEntry = {
      names: [one.name, other.name],
      captions: [one.caption, other.caption],
      words: pair.words,
      ratings,
      isCopy: isCopy(one) || isCopy(other),
      isSeen: seen.has(bothOf(pair.words)),
    };
    return [one.set, entry];
  });
}

/** Pairs in an order that the seed shuffles, each unless one of its words, both, or its band has its share already. */
function sample<T extends { readonly pair: MinimalPair; readonly ratings: PairEntry['ratings'] }>(
  pairs: readonly T[],
  { seed, perBand, perWord, perWordPair }: QuestionLimits,
): T[] {
  const counts = new Map<string, number>();
  const kept = new Set<T>();
  for (const each of createRandom(seed, 'icon pairs').shuffle([...pairs])) {
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
  { trained, library, isCopy }: QuestionSource,
  { seed, gallery }: QuestionLimits,
): (readonly [string, IconEntry])[] {
  const seen = new Set(trained.flatMap(({ caption, aliases }) => [caption, ...aliases]));
  const entries = library.mainDrawings(icons);
  // The same name by two artists would be two right answers.
  const captions = new Set<string>();
  const inAll = new Set<Icon>();
  for (const icon of createRandom(seed, 'icon gallery').shuffle([...entries])) {
    if (inAll.size >= gallery || captions.has(icon.caption)) continue;
    captions.add(icon.caption);
    inAll.add(icon);
  }
  return entries.map((icon) => [
    icon.set,
    {
      name: icon.name,
      caption: icon.caption,
      isCopy: isCopy(icon),
      isSeen: seen.has(icon.caption),
      isInAll: inAll.has(icon),
    },
  ]);
}
