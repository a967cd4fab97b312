import type { Benchmark, Question } from '@slipform/bench';
import type { DuoKind } from '@slipform/icons';
import type { DemoQuestions, PairKind, PairQuestion } from './demo-answers';

/** Of the measures of the benchmark `duo` the two that the demo prints. */
const SHOWN = / (pairing|group)$/;
const SHOWN_BY = ['names', 'drawing', 'sentence'];

/**
 * The benchmark `duo` as plain data: the key of each picture stands in its place, `carbon_bell-off+cloud-plus_beside.png`.
 *
 * @param max questions of each kind at most; they are taken at even distances, so that all artists are among them
 */
export function keyedQuestions(benchmark: Benchmark, max = Number.POSITIVE_INFINITY): Benchmark {
  const kinds = new Set(benchmark.questions.map(({ kind }) => kind).filter((kind) => SHOWN.test(kind)));
  const questions = [...kinds].flatMap((kind) =>
    evenly(
      benchmark.questions.filter((question) => question.kind === kind),
      max,
    ),
  );
  const { name, chance, chances, means } = benchmark;
  const keyed = (each: Question['right'][number]): Question['right'][number] =>
    'image' in each ? { image: keyOf(each.image), text: each.text } : each;
  return {
    ...{ name, chance },
    ...(chances && {
      chances: Object.fromEntries(Object.entries(chances).filter(([kind]) => SHOWN.test(kind))),
    }),
    ...(means && { means }),
    questions: questions.map(({ by, ...question }) => ({
      ...question,
      // Of all breakdowns those that the lab shows.
      by: Object.fromEntries(SHOWN_BY.flatMap((name) => (by?.[name] ? [[name, by[name]]] : []))),
      right: question.right.map(keyed),
      wrong: question.wrong.map(keyed),
    })),
  };
}

/** What is searched: of each question in the words of the artist the first picture, and each caption once. */
export function keyedGallery(asked: Benchmark): Benchmark {
  const shown = new Map<string, PairQuestion>();
  for (const pair of pairsOf(asked)) {
    if (pair.kind !== 'sentence' && !shown.has(pair.captions[0])) shown.set(pair.captions[0], pair);
  }
  const all = [...shown.values()];
  return {
    name: 'Search of duo',
    questions: [],
    chance: 1 / all.length,
    retrieval: {
      images: all.map(({ pictures }) => pictures[0]),
      texts: all.map(({ captions }) => captions[0]),
      imageOf: all.map((_, at) => at),
      traits: all.map(({ words, artist }) => ({ clusters: { words, artist } })),
    },
  };
}

function keyOf(image: unknown): string {
  if (typeof image === 'object' && image !== null && 'key' in image && typeof image.key === 'string') {
    return image.key;
  }
  throw new Error('unreachable: pictures of icons are drawn when they are needed, and have a key');
}

function evenly<T>(list: readonly T[], max: number): readonly T[] {
  if (list.length <= max) return list;
  return Array.from({ length: max }, (_, at) => list[Math.floor((at * list.length) / max)]!);
}

/** Keys of all pictures of a benchmark with keys. */
export function keysOf({ questions }: Benchmark): string[] {
  return [
    ...new Set(
      questions.flatMap(({ right }) =>
        right.flatMap((each) => ('image' in each ? [String(each.image)] : [])),
      ),
    ),
  ];
}

/** What two benchmarks with keys ask: pairs, and a gallery. */
export function demoQuestions(asked: Benchmark, { retrieval }: Benchmark): DemoQuestions {
  return {
    pairs: pairsOf(asked),
    gallery: (retrieval?.images ?? []).map((image, index) => {
      const { words, artist } = retrieval!.traits![index]!.clusters!;
      return {
        picture: String(image),
        caption: retrieval!.texts[index]!,
        words: [words!].flat(),
        artist: String(artist),
      };
    }),
  };
}

function pairsOf({ questions }: Benchmark): PairQuestion[] {
  return questions.flatMap(({ id, kind, right, clusters = {}, by = {} }) => {
    const [own, measure] = kind.split(' ');
    if (measure !== 'pairing') return [];
    const [first, second] = right.map(pictureAndText);
    return [
      {
        id,
        kind: own as PairKind,
        pictures: [first!.key, second!.key] as const,
        captions: [first!.text, second!.text] as const,
        words: [clusters.words ?? []].flat(),
        artist: String(clusters.artist),
        isSeen: by.names === 'all seen in training',
        isCopy: by.drawing === 'like one of training',
        ...(by.sentence && { asks: by.sentence.replace('of a ', '') as DuoKind }),
      },
    ];
  });
}

function pictureAndText(pairing: Question['right'][number]): { readonly key: string; readonly text: string } {
  if ('image' in pairing) return { key: String(pairing.image), text: String(pairing.text) };
  throw new Error('unreachable: a pair is of pictures');
}

/** Iconify's identifiers of the two icons of a picture, and how they lie; no prefix of a set has a `_`. */
export function iconsOfKey(key: string): {
  readonly icons: readonly [string, string];
  readonly layout: 'beside' | 'above';
} {
  const [, set, one, other, layout] = /^([^_]+)_(.+)\+(.+)_(beside|above)\.png$/.exec(key)!;
  return { icons: [`${set}:${one}`, `${set}:${other}`], layout: layout as 'beside' | 'above' };
}
