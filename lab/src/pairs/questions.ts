import type { Benchmark, Question } from '@slipform/bench';
import type { AskedPairs, PairKind, PairQuestion } from './answers';

/** Of the measures of the benchmark the two that the lab shows. */
const SHOWN = / (pairing|group)$/;
const SHOWN_BY = ['names', 'drawing'];

/**
 * The benchmark of colour pairs as plain data: the key of each picture stands in its place, `carbon_red-bell_blue-cloud_left.png`.
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

/** What is searched: of each question by captions the first picture, and each caption once. */
export function keyedGallery(asked: Benchmark): Benchmark {
  const shown = new Map<string, PairQuestion>();
  for (const pair of pairsOf(asked)) {
    if (!pair.kind.includes(',') && !shown.has(pair.captions[0])) shown.set(pair.captions[0], pair);
  }
  const all = [...shown.values()];
  return {
    name: 'Search of colour pairs',
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
export function askedPairs(asked: Benchmark, { retrieval }: Benchmark): AskedPairs {
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
    const own = /^(.+) pairing$/.exec(kind)?.[1];
    if (own === undefined) return [];
    const [first, second] = right.map(pictureAndText);
    return [
      {
        id,
        kind: own as PairKind,
        pictures: [first!.key, second!.key] as const,
        captions: [first!.text, second!.text] as const,
        words: [clusters.words ?? []].flat(),
        artist: String(clusters.artist),
        isSeen: by.names === 'in swaps of training',
        isCopy: by.drawing === 'like one of training',
      },
    ];
  });
}

function pictureAndText(pairing: Question['right'][number]): { readonly key: string; readonly text: string } {
  if ('image' in pairing) return { key: String(pairing.image), text: String(pairing.text) };
  throw new Error('unreachable: a pair is of pictures');
}

/** The set of a picture, by its key; no prefix of a set has a `_`. */
export const setOfKey = (key: string) => key.slice(0, key.indexOf('_'));
