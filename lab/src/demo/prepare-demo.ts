import { fileURLToPath } from 'node:url';
import { duo } from '@slipform/bench';
import { createLexicon } from '@slipform/concreteness';
import { DUO_PADDING, type DuoQuestion, duoQuestions, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { createRandom } from '@slipform/kit/random/random';
import { composed } from '../duo/duo-batches';
import { DUO_SIZE } from '../duo/duo-towers';
import { iconWorld } from '../icons/icon-world';
import { labFolder } from '../lab-folder';
import type { Part } from '../machine/measured';
import { mean } from '../statistics/mean';
import { iconsOfKey, keyedGallery, keyedQuestions, keysOf } from './demo-questions';
import type { DemoExample, PreparedPictures } from './prepared';

export interface PrepareOptions {
  /** Pictures with a swap at most. */
  readonly captions: number;
  /** Questions of each kind at most. */
  readonly pairs: number;
  readonly seed: number;
  readonly onProgress: (part: Part) => void;
}

/** The core's sets are installed with the repository. */
const root = fileURLToPath(labFolder);

/** So that one set, and "off" and "plus" in it, don't take all. */
const LIMITS = { perSet: 4000, perPart: 200, perPartPair: 40 };

/**
 * Pictures of two icons by training artists, each with its swap: the same words bound the other way, which another picture
 * shows. And the questions of the benchmark `duo`, about other artists.
 */
export async function prepareDemo({
  captions,
  pairs,
  seed,
  onProgress,
}: PrepareOptions): Promise<PreparedPictures> {
  onProgress({ what: 'reading the sets', done: 0 });
  const asked = keyedQuestions(await duo(undefined, { size: DUO_SIZE, root }), pairs);
  const corpus = await openCorpus({ root, sets: 'core' });
  const swaps = swapsOf(
    duoQuestions(corpus.icons, { ...LIMITS, seed }).filter((question) => splitOf(question) === 'train'),
    Math.ceil(captions / 2),
    seed,
  );
  const keys = [
    ...new Set([
      ...swaps.flatMap(({ question }) => question.pictures.map(keyIn(question))),
      ...keysOf(asked),
    ]),
  ];
  const wanted = new Set(keys.flatMap((key) => iconsOfKey(key).icons));
  const icons = corpus.icons.filter(({ id }) => wanted.has(id));
  const drawings = await drawIcons(icons, {
    ...{ size: DUO_SIZE / 2, padding: DUO_PADDING },
    onProgress: ({ done, total }) => onProgress({ what: 'drawing icons', done, total, unit: 'icons' }),
  });
  const world = iconWorld(icons, drawings);
  const rowOf = new Map(world.icons.map(({ id }, row) => [id, row]));
  const isDrawn = (key: string) => iconsOfKey(key).icons.every((id) => rowOf.has(id));
  const shown = keys.filter(isDrawn);
  const grey = new Uint8Array(shown.length * DUO_SIZE * DUO_SIZE);
  for (const [at, key] of shown.entries()) {
    const { icons: two, layout } = iconsOfKey(key);
    const rows = [rowOf.get(two[0])!, rowOf.get(two[1])!] as const;
    grey.set(composed(world, rows, layout), at * DUO_SIZE * DUO_SIZE);
  }
  const place = new Map(shown.map((key, at) => [key, at]));
  return {
    examples: swaps
      .filter(({ question }) => question.pictures.every((two) => isDrawn(keyIn(question)(two))))
      .flatMap((swap) => examplesOf(swap, place)),
    benchmarks: [asked, keyedGallery(asked)],
    keys: shown,
    pictures: { size: DUO_SIZE, grey },
  };
}

interface Swap {
  readonly question: DuoQuestion;
  /** Mean rating of the words that change places. */
  readonly concreteness: number;
}

/** Swaps of rated words, as many as are wanted, by chance. */
function swapsOf(questions: readonly DuoQuestion[], max: number, seed: number): Swap[] {
  const lexicon = createLexicon();
  const rated = questions.flatMap((question): Swap[] => {
    if (question.kind !== 'swap') return [];
    const ratings = question.parts.flatMap((part) =>
      part.split(' ').map((word) => lexicon.rate(word)?.rating ?? Number.NaN),
    );
    const concreteness = mean(ratings);
    return Number.isNaN(concreteness) ? [] : [{ question, concreteness }];
  });
  return createRandom(seed).some(rated, max);
}

const keyIn =
  ({ set, wording }: DuoQuestion) =>
  ([one, other]: DuoQuestion['pictures'][number]) =>
    `${set}_${one.name}+${other.name}_${wording.layout}.png`;

/** Either picture with its caption; the other's is the hard one. */
function examplesOf(
  { question, concreteness }: Swap,
  place: ReadonlyMap<string, number>,
): readonly DemoExample[] {
  const rows = question.pictures.map((two) => place.get(keyIn(question)(two))!);
  return ([0, 1] as const).map((at) => ({
    rows: [rows[at]!],
    caption: question.captions[at],
    hard: [{ text: question.captions[at === 0 ? 1 : 0], concreteness, row: rows[1 - at]! }],
  }));
}
