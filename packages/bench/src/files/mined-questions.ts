import { dirname } from 'node:path';
import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import { formatOf } from '@slipform/kit/captions/caption-formats';
import { openInput } from '@slipform/kit/captions/open-input';
import { readRows } from '@slipform/kit/captions/read-rows';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { inFull } from '@slipform/kit/formats/placed';
import { defineOptions, optional, type RowsFor, text } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Caption, HardNegative, Phrase } from '@slipform/plant';
import { seed } from '../checks/seed';
import { importPeer } from '../encoders/import-peer';
import { collectQuestions } from '../loaders/collect-questions';
import { findImages, type ImageOptions, imageRows } from '../loaders/find-images';
import { rowOf } from '../loaders/row';
import { type Benchmark, nothingAsked } from '../questions/benchmark';
import { captionAgainst } from '../questions/question';
import { createRandom } from '../statistics/random';

export interface MinedOptions extends ImageOptions {
  /** Decides what is mined and which phrase a caption is cut to. Default 0. */
  readonly seed?: number;
  /** Split of a file in Karpathy's form. Default `'test'`. */
  readonly split?: string;
}

const rows = {
  ...imageRows,
  seed: optional(seed, 0),
  split: optional(text(), 'test'),
} satisfies RowsFor<MinedOptions>;
const halfTruthsTable = defineOptions('halfTruths', rows);
const negationsTable = defineOptions('negations', rows);

/** A question in words: what is true of a picture, and what is not. */
interface Pair {
  readonly kind: string;
  readonly right: string;
  readonly wrong: string;
}

/** A caption of a picture's file. */
type PicturedCaption = Caption & {
  readonly id: string;
  readonly imageId: string;
  readonly filepath: string;
};

/**
 * Half-truths of your own captions: does a model prefer a short true text to the same with a wrong detail more? A caption is
 * cut to one phrase, "a cat", and stands against that phrase with a wrong one, "a cat and a white bag", "a cat under a table"; the
 * miner of @slipform/plant finds what is wrong, and no caption of the picture says it.
 *
 * Kinds `half_object`, `half_attribute`, `half_count`, `half_relation` (actions too), and `half_detail`, where the whole caption stands against
 * itself with a wrong detail; chance 0.5. Since the wrong text is always the longer one, a scorer that likes short texts gets all
 * of them. So each has a twin of equal length, `full_object` …: with the true words in the place of the wrong ones. The headline
 * is the mean of the halves; `means.full` is that of the twins. A tie is wrong.
 * After Kargi, Uselis and Oh 2026, arXiv 2602.23906, whose foils a language model writes.
 *
 * @param file captions with the names of their pictures in any form that `slipform-plant mine` reads
 * @throws InputError where a row has no caption or no picture, or no question can be made
 *
 * @example
 * const benchmark = await halfTruths('captions.csv', { images: 'pictures' });
 */
export async function halfTruths(file: string, options: MinedOptions = {}): Promise<Benchmark> {
  const given = halfTruthsTable.read(options);
  const { phrasesOf } = await importPlant('halfTruths');
  const pairsOf = (record: HardNegative) => {
    const random = createRandom(given.seed, JSON.stringify(['half-truths', record.id, record.negative]));
    return pairsOfRecord(record, phrasesOf, (count) => random.integer(count));
  };
  const operations = ['replace', 'exchange', 'add'] as const;
  const benchmark = await mined('halfTruths', file, given, { operations, perCaption: 2 }, pairsOf);
  const kinds = Object.keys(benchmark.coverage ?? {});
  const of = (start: string) => kinds.filter((kind) => kind.startsWith(start));
  return { ...benchmark, name: 'Half-truths', means: { half: of('half_'), full: of('full_') } };
}

/**
 * Negation of your own captions: "… with no bag in sight", which is true, against "… with no painting in sight", which is
 * false, since another caption of the picture names a painting. The two have the same words but one.
 *
 * One kind, `negation`, chance 0.5. A model that reads "no painting" as "painting" takes the false text for the better one and
 * lies below chance. A tie is wrong. Needs several captions of a picture.
 *
 * @param file captions with the names of their pictures in any form that `slipform-plant mine` reads
 * @throws InputError where a row has no caption or no picture, or no question can be made
 *
 * @example
 * const benchmark = await negations('captions.json', { images: 'val2017' });
 */
export async function negations(file: string, options: MinedOptions = {}): Promise<Benchmark> {
  const given = negationsTable.read(options);
  const benchmark = await mined(
    'negations',
    file,
    given,
    { operations: ['negate'], perCaption: 1 },
    ({ positive, negative }) => [{ kind: 'negation', right: positive!, wrong: negative }],
  );
  return { ...benchmark, name: 'Negations' };
}

async function mined(
  caller: string,
  file: string,
  given: ReturnType<typeof halfTruthsTable.read>,
  how: { readonly operations: readonly HardNegative['operation'][]; readonly perCaption: number },
  pairsOf: (record: HardNegative) => readonly Pair[],
): Promise<Benchmark> {
  if (typeof file !== 'string' || file === '') {
    refuse(caller, 'file', 'must be the name of a file of captions', shown(file));
  }
  const find = findImages(caller, given.images, dirname(file));
  const captions = await readPictured(caller, file, given.split);
  const { createPlant } = await importPlant(caller);
  const plant = createPlant({
    seed: given.seed >>> 0,
    balance: 'composition',
    ...how,
    operations: [...how.operations],
  });
  const collected = collectQuestions();
  const asked = new Set<string>();
  for await (const record of plant.mineAll(captions)) {
    const picture = record.filepath!;
    for (const { kind, right, wrong } of pairsOf(record)) {
      // Captions of one picture are cut to the same phrases.
      const question = JSON.stringify([kind, picture, right, wrong]);
      if (asked.has(question)) continue;
      asked.add(question);
      const row = rowOf(file, String(asked.size), record);
      collected.add(row, kind, picture, captionAgainst(find(picture, row.fail), right, wrong));
    }
  }
  if (asked.size === 0) {
    const pictures = new Set(captions.map(({ filepath }) => filepath)).size;
    throw nothingAsked(
      `${caller}: no question could be made of the ${captions.length} captions of ${pictures} pictures of ${file}; pass more captions, several of each picture.`,
    );
  }
  const { questions, withoutImage } = collected;
  return { name: caller, questions, withoutImage, coverage: collected.coverage(), chance: 0.5 };
}

/** The captions of a file, each with the name of its picture, which also tells captions of one picture. */
async function readPictured(caller: string, file: string, split: string): Promise<PicturedCaption[]> {
  const remedy = 'name a file whose ending says its form: .jsonl, .csv, .tsv, .json or .parquet';
  const format = formatOf(file, ['jsonl', 'csv', 'tsv', 'json', 'parquet'], remedy, `${caller}: `);
  const fields = captionFields({}, 'rename the column that it is');
  const captions: PicturedCaption[] = [];
  for await (const batch of readRows(file, openInput(file), { format, fields, splits: [split] })) {
    for (const item of batch) {
      if ('problem' in item) throw new InputError(`${file} ${item.place} ${inFull(item)}.`);
      const fail = (what: string): never => {
        throw new InputError(`${file} ${item.place} ${what}.`);
      };
      let read: ReturnType<typeof captionOf>;
      try {
        read = captionOf(item.value, fields);
      } catch (error) {
        return fail((error as Error).message);
      }
      if (read === undefined) continue;
      const { caption, id = String(captions.length + 1), imageId, filepath } = read;
      if (filepath === undefined || filepath === '') {
        return fail('names no picture; give each caption the name of its picture in a column such as image');
      }
      captions.push({ caption, id, imageId: imageId ?? filepath, filepath });
    }
  }
  if (captions.length === 0) throw nothingAsked(`${file} holds no captions.`);
  // The miner takes captions of one picture that follow each other for siblings.
  const byPicture = new Map<string, PicturedCaption[]>();
  for (const caption of captions) {
    const own = byPicture.get(caption.imageId);
    if (own) own.push(caption);
    else byPicture.set(caption.imageId, [caption]);
  }
  return [...byPicture.values()].flat();
}

/** Alone these leave open whose or which: "his head", "another dog", "no cars". */
const leavesOpen =
  /^(?:his|her|its|their|our|my|your|other|another|each|every|no|any|both|this|that|these|those)\b/i;
/** Between two phrases lies one relation: "riding", "on top of". */
const maxRelationLetters = 24;

function pairsOfRecord(
  record: HardNegative,
  phrasesOf: (caption: string) => readonly Phrase[],
  draw: (count: number) => number,
): Pair[] {
  const { caption, positive, negative, keyword, slot } = record;
  if (positive !== undefined) {
    return [
      { kind: 'half_detail', right: caption, wrong: negative },
      { kind: 'full_detail', right: positive, wrong: negative },
    ];
  }
  const phrases = phrasesOf(caption).filter(({ text }) => !leavesOpen.test(text));
  const added = negative.length - caption.length;
  /** The false text in the place of a true one; undefined where the two differ elsewhere too. */
  const falseOf = (start: number, end: number): string | undefined =>
    caption.slice(0, start) === negative.slice(0, start) && caption.slice(end) === negative.slice(end + added)
      ? negative.slice(start, end + added)
      : undefined;
  if (slot === 'relation' || slot === 'action') {
    const before = phrases.findLast(({ end }) => end <= keyword.start);
    const behind = phrases.find(({ start }) => start >= keyword.end);
    if (!before || !behind) return [];
    const between = caption.slice(before.end, behind.start);
    if (between.length > maxRelationLetters || /[,.;:]| and /.test(between)) return [];
    const wrong = falseOf(before.start, behind.end);
    if (wrong === undefined) return [];
    return [
      { kind: 'half_relation', right: lowered(before.text), wrong: lowered(wrong) },
      {
        kind: 'full_relation',
        right: lowered(caption.slice(before.start, behind.end)),
        wrong: lowered(wrong),
      },
    ];
  }
  const changed = phrases.find(({ start, end }) => start <= keyword.start && keyword.end <= end);
  const others = phrases.filter(
    ({ start, end, lemma }) =>
      changed && lemma !== changed.lemma && (end <= changed.start || start >= changed.end),
  );
  const wrong = changed && falseOf(changed.start, changed.end);
  if (!changed || wrong === undefined || others.length === 0) return [];
  const kept = lowered(others[draw(others.length)]!.text);
  // "a cat" does not become less true by a cat more.
  if (kept.toLowerCase() === wrong.toLowerCase()) return [];
  return [
    { kind: `half_${slot}`, right: kept, wrong: `${kept} and ${lowered(wrong)}` },
    {
      kind: `full_${slot}`,
      right: `${kept} and ${lowered(changed.text)}`,
      wrong: `${kept} and ${lowered(wrong)}`,
    },
  ];
}

/** A phrase that opened its caption: "A man" → "a man"; names and abbreviations stay. */
function lowered(phrase: string): string {
  return /^[A-Z][a-z]*\b/.test(phrase) ? phrase[0]!.toLowerCase() + phrase.slice(1) : phrase;
}

/** `@slipform/plant`, an optional peer. */
const importPlant = (caller: string) =>
  importPeer(`${caller} mines with`, ['@slipform/plant'], () => import('@slipform/plant'));
