import type { Benchmark, Question } from '@slipform/bench';
import { createLexicon } from '@slipform/concreteness';
import type { DemoQuestions, PairQuestion } from './demo-answers';

/**
 * A benchmark of icons as plain data: the key of each picture stands in its place, `carbon_bell-off.png`. Questions of words
 * without a rating are left out.
 *
 * @param most questions of each kind at most; they are taken at even distances, so that all artists are among them
 */
export function keyedBenchmark(benchmark: Benchmark, most = Number.POSITIVE_INFINITY): Benchmark {
  const lexicon = createLexicon();
  const isRated = ({ clusters = {} }: Question) =>
    [clusters.words ?? []].flat().every((word) => lexicon.rate(word) !== undefined);
  const rated = [...new Set(benchmark.questions.filter(isRated).map(({ group }) => group))];
  const kept = new Set(evenly(rated, most));
  const { retrieval, name, chance, chances, means, parts } = benchmark;
  const keyed = (each: Question['right'][number]): Question['right'][number] =>
    'image' in each ? { image: keyOf(each.image), text: each.text } : each;
  return {
    ...{ name, chance },
    ...(chances ? { chances } : {}),
    ...(means ? { means } : {}),
    ...(parts ? { parts } : {}),
    questions: benchmark.questions
      // The demo was printed before there was pairing, and asks what it asked.
      .filter(({ group, kind }) => kept.has(group) && kind !== 'pairing')
      .map(({ by, ...question }) => ({
        ...question,
        // Of all breakdowns the one that the demo shows.
        ...(by?.concreteness ? { by: { concreteness: by.concreteness } } : {}),
        right: question.right.map(keyed),
        wrong: question.wrong.map(keyed),
      })),
    ...(retrieval
      ? {
          retrieval: {
            ...{ texts: retrieval.texts, imageOf: retrieval.imageOf },
            images: retrieval.images.map(keyOf),
            traits: (retrieval.traits ?? []).map(({ clusters = {} }) => ({ clusters })),
          },
        }
      : {}),
  };
}

function keyOf(image: unknown): string {
  if (typeof image === 'object' && image !== null && 'key' in image && typeof image.key === 'string') {
    return image.key;
  }
  throw new Error('unreachable: pictures of icons are drawn when they are needed, and have a key');
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]!);
}

/** Keys of all pictures of a benchmark with keys. */
export function keysOf({ questions, retrieval }: Benchmark): string[] {
  const pictures = questions.flatMap(({ right }) =>
    right.flatMap((each) => ('image' in each ? [String(each.image)] : [])),
  );
  return [...new Set([...pictures, ...(retrieval?.images ?? []).map(String)])];
}

/** What two benchmarks with keys ask: minimal pairs, and a gallery. */
export function demoQuestions(pairs: Benchmark, { retrieval }: Benchmark): DemoQuestions {
  const lexicon = createLexicon();
  const questions = pairs.questions.filter(({ kind }) => kind === 'text');
  return {
    pairs: questions.map(({ group, right, clusters = {} }): PairQuestion => {
      const [first, second] = right.map(pictureAndText);
      const [one, other] = clusters.words as readonly [string, string];
      return {
        id: group,
        pictures: [first!.key, second!.key],
        captions: [first!.text, second!.text],
        words: [one, other],
        concreteness: (lexicon.rate(one)!.rating + lexicon.rate(other)!.rating) / 2,
        artist: String(clusters.artist),
      };
    }),
    gallery: (retrieval?.images ?? []).map((image, index) => ({
      picture: String(image),
      caption: retrieval!.texts[index]!,
      artist: String(retrieval!.traits?.[index]?.clusters?.artist ?? ''),
    })),
  };
}

function pictureAndText(pairing: Question['right'][number]): { readonly key: string; readonly text: string } {
  if ('image' in pairing) return { key: String(pairing.image), text: String(pairing.text) };
  throw new Error('unreachable: a pair is of pictures');
}

/** Iconify's identifier of a picture: `carbon:bell-off` of `carbon_bell-off.png`; no prefix of a set has a `_`. */
export function iconOfKey(key: string): string {
  return key.replace('_', ':').replace(/\.png$/, '');
}
