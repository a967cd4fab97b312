import type { Icon } from '@slipform/icons';
import { type Drawings, nearDuplicates, type Split, splitOf } from '@slipform/icons';
import { wordsOf } from './held-out-tags';
import { type IconWorld, partOfWorld } from './icon-world';
import { judgeNames, type NameScores } from './judge-names';
import { judgeTags, type TagScores } from './judge-tags';
import { openIconWorld } from './open-icon-world';
import type { Towers } from './towers';

/** A word is known if so many of training's names hold it, of so many families of artists. */
const LEAST_NAMES = 3;

const LEAST_FAMILIES = 2;

/** The words that names of training use often enough for a model to learn them. */
function knownWords(training: readonly Icon[]): ReadonlySet<string> {
  const uses = new Map<string, { readonly names: Set<string>; readonly families: Set<string> }>();
  for (const { set, family, caption } of training) {
    for (const word of wordsOf(caption)) {
      const use = uses.get(word) ?? { names: new Set(), families: new Set() };
      use.names.add(`${set} ${caption}`);
      use.families.add(family);
      uses.set(word, use);
    }
  }
  return new Set(
    [...uses].flatMap(([word, { names, families }]) =>
      names.size >= LEAST_NAMES && families.size >= LEAST_FAMILIES ? [word] : [],
    ),
  );
}

/** Sets that people tagged, whose search is judged; all of them are training artists'. */
const TAGGED_SETS = ['lucide', 'tabler', 'fa7-solid'];

/** Correlation from which a drawing counts as resembling one of training. */
const RESEMBLING = 0.95;

export interface JudgeIconModelOptions {
  readonly root: string;
  /** Whose icons are named: `test` once, at the end; `validation` for every choice. */
  readonly split: Exclude<Split, 'train'>;
  /** Icons of distinct names. Default 2,000. */
  readonly count?: number;
  readonly cache?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a model was seen to do. */
export interface IconModelScores {
  readonly split: Split;
  readonly names: NameScores;
  /** Among icons of which every word of the name is known, as the trial had it, whose texts were whole words. */
  readonly namesOfKnownWords: NameScores;
  readonly tags: Readonly<Record<string, TagScores>>;
  /** By tags that are known as words of names. */
  readonly tagsOfKnownWords: Readonly<Record<string, TagScores>>;
}

/** Judges a model by the names of artists that training never saw, and by the tags that it never saw. */
export async function judgeIconModel(
  towers: Towers,
  options: JudgeIconModelOptions,
): Promise<IconModelScores> {
  const { split, count, root, cache, signal, onProgress } = options;
  const { world } = await openIconWorld({
    ...{ root, sets: 'all', splits: ['train', split] },
    ...(cache === undefined ? {} : { cache }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const judged = partOfWorld(world, (icon) => splitOf(icon) === split);
  const training = partOfWorld(world, (icon) => splitOf(icon) === 'train');
  const words = knownWords(training.icons);
  const isKnown = (text: string) => wordsOf(text).every((word) => words.has(word));
  const namesIn = (part: IconWorld) =>
    judgeNames(towers, part, {
      ...(count === undefined ? {} : { count }),
      seenNames: new Set(training.icons.map(({ caption }) => caption)),
      resembling: (rows) => resemblingRows(part, rows, training),
    });
  const names = await namesIn(judged);
  const namesOfKnownWords = await namesIn(partOfWorld(judged, ({ caption }) => isKnown(caption)));
  const tags: Record<string, TagScores> = {};
  const tagsOfKnownWords: Record<string, TagScores> = {};
  for (const set of TAGGED_SETS) {
    signal?.throwIfAborted();
    tags[set] = await judgeTags(towers, training, set);
    tagsOfKnownWords[set] = await judgeTags(towers, training, set, isKnown);
  }
  return { split, names, namesOfKnownWords, tags, tagsOfKnownWords };
}

async function resemblingRows(
  judged: IconWorld,
  rows: readonly number[],
  training: IconWorld,
): Promise<ReadonlySet<number>> {
  const { duplicates } = await nearDuplicates(
    drawingsOf(judged, rows),
    drawingsOf(training, [...training.icons.keys()]),
    { threshold: RESEMBLING },
  );
  return new Set(duplicates.map((at) => rows[at]!));
}

/** Rows of a world as drawings in three equal channels. */
function drawingsOf({ size, grey }: IconWorld, rows: readonly number[]): Drawings {
  const area = size * size;
  const pixels = new Uint8Array(rows.length * area * 3);
  for (const [at, row] of rows.entries()) {
    for (let pixel = 0; pixel < area; pixel++) {
      pixels.fill(grey[row * area + pixel]!, (at * area + pixel) * 3, (at * area + pixel + 1) * 3);
    }
  }
  return { size, pixels, skipped: [], has: () => true };
}
