import { fileURLToPath } from 'node:url';
import type { ExperimentRecord } from '@slipform/bench/report';
import { drawingPng } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { createRandom } from '@slipform/kit/random/random';
import { cosinesOf, type DemoAnswers, type PairQuestion, pairAnswer } from '../demo/demo-answers';
import { iconOfKey } from '../demo/demo-questions';
import type { Prepared } from '../demo/prepared';
import { labFolder } from '../lab-folder';
import type { DemoModel } from './demo-judged';

type PairExample = NonNullable<ExperimentRecord['pairs']>[number];
type MinedSample = NonNullable<ExperimentRecord['mining']>['samples'][number];

/** Edge of the report's pictures in pixels; they are shown half as large. */
const SIZE = 96;
/** Questions that the report shows: models disagree, all are right, all are wrong. */
const WANTED = { disagree: 8, right: 3, wrong: 4 };
const SAMPLES = 12;

/** Pictures of icons and who drew them. */
export interface Album {
  /** A PNG data URI, by Iconify's identifier. */
  readonly pictureOf: (icon: string) => string;
  readonly artistOf: (icon: string) => string;
  /** Whose pictures they are, a set each. */
  readonly credits: readonly string[];
}

/** Draws these icons for a page. */
export async function openAlbum(ids: readonly string[]): Promise<Album> {
  const wanted = new Set(ids);
  const { icons, sets } = await openCorpus({ root: fileURLToPath(labFolder) });
  const shown = icons.filter(({ id }) => wanted.has(id));
  const drawings = await drawIcons(shown, { size: SIZE });
  const pictures = new Map<string, string>();
  for (const [index, { id }] of shown.entries()) {
    const png = Buffer.from(drawingPng(drawings, index)).toString('base64');
    pictures.set(id, `data:image/png;base64,${png}`);
  }
  const infoOf = new Map(sets.map((info) => [info.set, info]));
  const used = new Set(shown.map(({ set }) => set));
  return {
    pictureOf: (icon) => pictures.get(icon)!,
    artistOf: (icon) => infoOf.get(icon.split(':')[0]!)?.title ?? icon,
    credits: sets
      .filter(({ set }) => used.has(set))
      .map(({ title, artist, licence }) => `${title} (${artist}, ${licence})`),
  };
}

/**
 * Which questions are shown: in an order by chance, those that the trained models disagree on, then some that all get right,
 * then some that all get wrong; no word comes twice. Nobody picks the pretty ones.
 */
export function pickPairs(
  pairs: readonly PairQuestion[],
  answers: ReadonlyMap<DemoModel, DemoAnswers>,
): number[] {
  const isRight = (index: number) =>
    [...answers.values()].map((own) => {
      const { text, image } = pairAnswer(own, index);
      return text && image;
    });
  const left = { ...WANTED };
  const words = new Set<string>();
  const chosen = { disagree: [] as number[], right: [] as number[], wrong: [] as number[] };
  for (const index of createRandom(0).shuffle([...pairs.keys()])) {
    const right = isRight(index);
    const sort = right.every(Boolean) ? 'right' : right.some(Boolean) ? 'disagree' : 'wrong';
    if (left[sort] === 0 || pairs[index]!.words.some((word) => words.has(word))) continue;
    for (const word of pairs[index]!.words) words.add(word);
    left[sort]--;
    chosen[sort].push(index);
  }
  return [...chosen.disagree, ...chosen.right, ...chosen.wrong];
}

export function pairExamples(
  chosen: readonly number[],
  pairs: readonly PairQuestion[],
  answers: ReadonlyMap<DemoModel, DemoAnswers>,
  album: Album,
): PairExample[] {
  return chosen.map((index) => {
    const { pictures, captions, words, concreteness } = pairs[index]!;
    const [first, second] = pictures.map(iconOfKey);
    return {
      drawnBy: album.artistOf(first!),
      pictures: [album.pictureOf(first!), album.pictureOf(second!)],
      ...{ captions, words, concreteness },
      answers: [...answers].map(([model, own]) => {
        const [a, b, c, d] = cosinesOf(own, index)!;
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

/** Icons of training artists with one of their natural partners, from abstract to concrete words at even distances. */
export function pickMined({ examples }: Pick<Prepared, 'examples'>): {
  own: number;
  hard: number;
  caption: string;
  negative: string;
  concreteness: number;
}[] {
  const all = examples
    .flatMap(({ rows, caption, hard }) =>
      hard.slice(0, 1).map(({ text, concreteness, row }) => ({
        ...{ own: rows[0]!, hard: row!, caption, negative: text, concreteness },
      })),
    )
    .sort((a, b) => a.concreteness - b.concreteness);
  const count = Math.min(SAMPLES, all.length);
  return Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / count)]!);
}

export function minedSamples(
  chosen: ReturnType<typeof pickMined>,
  { icons, mined }: Pick<Prepared, 'icons' | 'mined'>,
  album: Album,
): MinedSample[] {
  return chosen.map(({ own, hard, caption, negative, concreteness }) => {
    const record = mined.records.find((each) => each.caption === caption && each.negative === negative);
    return {
      ...{ caption, negative, concreteness },
      slot: record ? 'found by ConcretePlant' : 'a minimal pair of the set',
      operation: '',
      picture: album.pictureOf(icons[own]!),
      negativePicture: album.pictureOf(icons[hard]!),
    };
  });
}
