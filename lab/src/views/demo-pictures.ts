import { fileURLToPath } from 'node:url';
import type { ExperimentRecord } from '@slipform/bench/report';
import { drawingPng } from '@slipform/icons';
import { colourPairs, openCorpus } from '@slipform/icons/files';
import { createRandom } from '@slipform/kit/random/random';
import { labFolder } from '../lab-folder';
import { cosinesOf, type ModelAnswers, type PairQuestion, pairAnswer } from '../pairs/answers';
import { PAIR_KINDS } from '../pairs/measures';
import { setOfKey } from '../pairs/questions';
import type { DemoModel } from './demo-judged';

type PairExample = NonNullable<ExperimentRecord['pairs']>[number];

/** Edge of the report's pictures in pixels; they are shown half as large. */
const SIZE = 192;
/** Questions that the report shows: models disagree, all are right, all are wrong. */
const WANTED = { disagree: 9, right: 3, wrong: 3 };

/** Pictures of two coloured things and who drew them. */
export interface Album {
  /** A PNG data URI, by the picture's key. */
  readonly pictureOf: (key: string) => string;
  readonly artistOf: (key: string) => string;
  /** Whose pictures they are, a set each. */
  readonly credits: readonly string[];
}

/** Draws these pictures of the benchmark for a page. */
export async function openAlbum(keys: readonly string[]): Promise<Album> {
  const root = fileURLToPath(labFolder);
  const { questions } = await colourPairs(undefined, { size: SIZE, root, onWarning: () => {} });
  const images = new Map(
    questions.flatMap(({ right }) => right.map(({ image }) => [image.key, image] as const)),
  );
  const pictures = new Map<string, string>();
  for (const key of keys) {
    const { data } = await images.get(key)!.load();
    const png = drawingPng({ size: SIZE, pixels: data, skipped: [], has: () => true }, 0);
    pictures.set(key, `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  }
  const { sets } = await openCorpus({ root });
  const infoOf = new Map(sets.map((info) => [info.set, info]));
  const used = new Set(keys.map(setOfKey));
  return {
    pictureOf: (key) => pictures.get(key)!,
    artistOf: (key) => infoOf.get(setOfKey(key))?.title ?? key,
    credits: sets
      .filter(({ set }) => used.has(set))
      .map(({ title, artist, licence }) => `${title} (${artist}, ${licence})`),
  };
}

/**
 * Which questions are shown: swaps in an order by chance, those that the models disagree on, then some that all pair
 * right, then some that none does; no word comes twice. Nobody picks the pretty ones.
 */
export function pickPairs(
  pairs: readonly PairQuestion[],
  answers: ReadonlyMap<DemoModel, ModelAnswers>,
): number[] {
  const left = { ...WANTED };
  const used = new Set<string>();
  const chosen = { disagree: [] as number[], right: [] as number[], wrong: [] as number[] };
  for (const index of createRandom(0).shuffle([...pairs.keys()])) {
    const { kind, words } = pairs[index]!;
    if (kind !== 'swap') continue;
    const right = [...answers.values()].map((own) => pairAnswer(own, index).pairing);
    const sort = right.every(Boolean) ? 'right' : right.some(Boolean) ? 'disagree' : 'wrong';
    if (left[sort] === 0 || words.some((word) => used.has(word))) continue;
    for (const word of words) used.add(word);
    left[sort]--;
    chosen[sort].push(index);
  }
  return [...chosen.disagree, ...chosen.right, ...chosen.wrong];
}

export function pairExamples(
  chosen: readonly number[],
  pairs: readonly PairQuestion[],
  answers: ReadonlyMap<DemoModel, ModelAnswers>,
  album: Album,
): PairExample[] {
  return chosen.map((index) => {
    const { kind, pictures, captions } = pairs[index]!;
    return {
      kind: PAIR_KINDS.find(([each]) => each === kind)![1],
      drawnBy: album.artistOf(pictures[0]),
      pictures: [album.pictureOf(pictures[0]), album.pictureOf(pictures[1])],
      captions,
      answers: [...answers].map(([model, own]) => {
        const [a, b, c, d] = cosinesOf(own, index);
        return {
          model,
          scores: [
            [a, b],
            [c, d],
          ],
        };
      }),
    };
  });
}
