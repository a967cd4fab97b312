import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Icon, type MinimalPair, minimalPairs, type Split, splitOf } from '@slipform/icons';
import { writeFolderOnce } from '@slipform/kit/files/write-folder';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { IconWorld } from '../icons/icon-world';
import { openIconWorld } from '../icons/open-icon-world';
import { labFolder } from '../lab-folder';
import { choosePairs } from './choose-pairs';
import { captionEditor } from './edit-caption';
import { type EditedIcon, editedPool } from './edited-pool';
import { type PartnerPair, partnerPool } from './partner-pool';
import { type DrawnExchange, drawnExchanges, type EditedExchange, editedExchanges } from './premise';
import { linkedWords, pairKey } from './word-links';
import { type WordTable, wordTable } from './word-table';

/** Two icons of one hand whose names differ in one word: both captions have to find their picture, and the other way round. */
export interface IconQuestion {
  readonly id: string;
  readonly rows: readonly [number, number];
  readonly captions: readonly [string, string];
  readonly words: readonly [string, string];
  /** Which word differs, counted from 0. */
  readonly slot: number;
  /** Mean rating of the two words. */
  readonly concreteness: number;
  readonly family: string;
}

/** What a model is judged on. */
export interface JudgedIcons {
  readonly questions: readonly IconQuestion[];
  /** Icons of different captions, to be found among each other. */
  readonly retrieval: readonly number[];
}

/** All that the studies on icons need, in rows of one world. */
export interface IconStudy {
  readonly world: IconWorld;
  readonly edited: readonly EditedIcon[];
  readonly partners: readonly PartnerPair[];
  readonly judged: Readonly<Record<'validation' | 'test', JudgedIcons>>;
  /** Exchanged words of test artists' captions, and of drawings of all artists. */
  readonly premise: {
    readonly edited: readonly EditedExchange[];
    readonly drawn: readonly DrawnExchange[];
  };
}

type Sets = 'core' | 'all';

/** So many of each at most. */
const MOST = {
  edited: 12_000,
  partners: 12_000,
  questions: 10_000,
  retrieval: 2000,
  editedExchanges: 15_000,
  drawnExchanges: 40_000,
};

/** The icons of training artists, to pretrain on. */
export async function openTrainingWorld(work: string, sets: Sets): Promise<IconWorld> {
  const { world } = await keptWorld(join(work, `icons-${sets}-training`), async () => ({
    world: await openWorld(work, sets, ['train']),
    beside: null,
  }));
  return world;
}

/** Pools and questions, made once and kept in the folder of the runs. */
export async function openIconStudy(work: string, sets: Sets): Promise<IconStudy> {
  const { world, beside } = await keptWorld(join(work, `icons-${sets}-study`), async () =>
    makeStudy(await openWorld(work, sets)),
  );
  return { world, ...beside };
}

async function openWorld(work: string, sets: Sets, splits?: readonly Split[]): Promise<IconWorld> {
  const corpus = fileURLToPath(new URL('corpus', labFolder));
  const { world } = await openIconWorld({
    sets,
    cache: join(work, 'drawings'),
    ...(sets === 'all' && existsSync(join(corpus, 'node_modules')) ? { root: corpus } : {}),
    ...(splits ? { splits } : {}),
  });
  return world;
}

/** Pools of training artists, questions of the others, and the part of the world that they need. */
export function makeStudy(whole: IconWorld): { world: IconWorld; beside: Omit<IconStudy, 'world'> } {
  const { icons } = whole;
  const rowsOf = { train: [], validation: [], test: [] } as Record<Split, number[]>;
  for (const [row, icon] of icons.entries()) if (icon.caption !== '') rowsOf[splitOf(icon)].push(row);
  const rowOf = new Map(icons.map(({ id }, row) => [id, row]));
  const of = (split: Split) => rowsOf[split].map((row) => icons[row]!);
  const table = wordTable(of('train'));
  const judged = {
    validation: judgedIcons(of('validation'), rowOf, table),
    test: judgedIcons(of('test'), rowOf, table),
  };
  const heldOut = new Set(
    Object.values(judged).flatMap(({ questions }) => questions.map(({ words }) => pairKey(...words))),
  );
  const edit = captionEditor({ table, linked: linkedWords(of('train')), heldOut });
  const edited = editedPool(icons, rowsOf.train, edit, table, MOST.edited);
  const pairs = minimalPairs(of('train'));
  const partners = partnerPool(pairs, rowOf, { ...{ edit, table, heldOut }, most: MOST.partners });
  // Of all artists: no model is asked.
  const allPairs = [...pairs, ...minimalPairs(of('validation')), ...minimalPairs(of('test'))];
  const premise = {
    edited: editedExchanges(judgedDrawings(judged.test, icons), ({ id }) => rowOf.get(id)!, {
      ...{ edit, table },
      most: MOST.editedExchanges,
    }),
    drawn: drawnExchanges(allPairs, whole, rowOf, { table, most: MOST.drawnExchanges }),
  };
  return partOf(whole, { edited, partners, judged, premise });
}

function judgedIcons(
  icons: readonly Icon[],
  rowOf: ReadonlyMap<string, number>,
  { ratingOf }: WordTable,
): JudgedIcons {
  const isRated = ({ words }: MinimalPair) => words.every((word) => ratingOf(word) !== undefined);
  const pairs = minimalPairs(icons).filter(isRated);
  // Two words at most eight times, one in a twentieth of the questions, a drawing in six of them.
  const limits = { perWordPair: 8, perWord: MOST.questions / 20, perIcon: 6 };
  const questions = choosePairs(pairs, { count: MOST.questions, seed: 0, ...limits }).map(
    ({ id, icons: [a, b], words, slot }): IconQuestion => ({
      ...{ id, words, slot },
      rows: [rowOf.get(a.id)!, rowOf.get(b.id)!],
      captions: [a.caption, b.caption],
      concreteness: (ratingOf(words[0])! + ratingOf(words[1])!) / 2,
      family: a.family,
    }),
  );
  const captions = new Set<string>();
  const retrieval = createRandom(streamSeed(0, 'retrieval'))
    .shuffle([...icons])
    .filter(({ caption }) => {
      const isNew = !captions.has(caption);
      captions.add(caption);
      return isNew;
    })
    .slice(0, MOST.retrieval)
    .map(({ id }) => rowOf.get(id)!);
  return { questions, retrieval };
}

/** Icons that questions and retrieval use, each once. */
function judgedDrawings({ questions, retrieval }: JudgedIcons, icons: readonly Icon[]): Icon[] {
  const rows = new Set([...questions.flatMap((question) => question.rows), ...retrieval]);
  return [...rows].map((row) => icons[row]!);
}

/** The rows that a study uses, and the study in rows of that part. */
function partOf(
  { icons, size, grey }: IconWorld,
  { edited, partners, judged, premise }: Omit<IconStudy, 'world'>,
): { world: IconWorld; beside: Omit<IconStudy, 'world'> } {
  const used = new Set<number>();
  for (const { row } of edited) used.add(row);
  for (const { rows } of partners) for (const row of rows) used.add(row);
  for (const { questions, retrieval } of Object.values(judged)) {
    for (const { rows } of questions) for (const row of rows) used.add(row);
    for (const row of retrieval) used.add(row);
  }
  const kept = [...used].sort((a, b) => a - b);
  const placeOf = new Map(kept.map((row, place) => [row, place]));
  const area = size * size;
  const part = new Uint8Array(kept.length * area);
  for (const [place, row] of kept.entries())
    part.set(grey.subarray(row * area, (row + 1) * area), place * area);
  const moved = (row: number) => placeOf.get(row)!;
  const both = ([a, b]: readonly [number, number]) => [moved(a), moved(b)] as const;
  const judgedThere = ({ questions, retrieval }: JudgedIcons): JudgedIcons => ({
    questions: questions.map((question) => ({ ...question, rows: both(question.rows) })),
    retrieval: retrieval.map(moved),
  });
  return {
    world: { icons: kept.map((row) => icons[row]!), size, grey: part },
    beside: {
      edited: edited.map((icon) => ({ ...icon, row: moved(icon.row) })),
      partners: partners.map((pair) => ({ ...pair, rows: both(pair.rows) })),
      judged: { validation: judgedThere(judged.validation), test: judgedThere(judged.test) },
      premise: {
        edited: premise.edited.map((each) => ({ ...each, row: moved(each.row) })),
        drawn: premise.drawn,
      },
    },
  };
}

/**
 * A world in a folder, so that each run needs no second to open it: its icons without their drawings as JSON lines, and the
 * drawings' greys. It is made where it is missing.
 *
 * @param make what the world is, and what else is kept with it as JSON
 */
export async function keptWorld<Beside>(
  folder: string,
  make: () => Promise<{ readonly world: IconWorld; readonly beside: Beside }>,
): Promise<{ readonly world: IconWorld; readonly beside: Beside }> {
  if (!existsSync(folder)) await write(folder, await make());
  const [lines, grey, beside] = await Promise.all([
    readFile(join(folder, 'icons.jsonl'), 'utf8'),
    readFile(join(folder, 'grey.bin')),
    readFile(join(folder, 'beside.json'), 'utf8'),
  ]);
  const icons = lines
    .split('\n')
    .filter(Boolean)
    .map((line): Icon => JSON.parse(line));
  const size = Math.sqrt(grey.length / icons.length);
  return { world: { icons, size, grey: new Uint8Array(grey) }, beside: JSON.parse(beside) };
}

async function write(
  folder: string,
  { world, beside }: { readonly world: IconWorld; readonly beside: unknown },
): Promise<void> {
  // Another process may have made the same at the same time; the first one counts.
  await writeFolderOnce(folder, async (inside) => {
    const lines = world.icons.map((icon) => `${JSON.stringify({ ...icon, body: '' })}\n`);
    await inside('icons.jsonl', lines);
    await inside('grey.bin', world.grey);
    await inside('beside.json', JSON.stringify(beside));
  });
}
