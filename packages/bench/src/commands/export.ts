import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { acquireLock, lockBeside } from '@slipform/kit/files/lock';
import { refuseForeignFolder, writeOwnFolder } from '@slipform/kit/files/write-folder';
import { printable } from '@slipform/kit/text/printable';
import { Command } from 'commander';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { iconPictures } from '../loaders/icons/icon-pictures';
import { type PairEntry, type QuestionSet, readIconQuestions } from '../loaders/icons/question-file';
import { type BenchmarkImage, isLazyImage } from '../questions/question';
import { forceOption, wholeNumber } from './options';
import { parseWanted } from './wanted-benchmark';

interface ExportFlags {
  readonly size: number;
  readonly icons?: string;
  readonly force?: boolean;
}

/** Lists the files of a folder of ours. */
const listOfFiles = '.slipform-bench';
const dataFile = 'data/test-00000-of-00001.parquet';
/** All pictures are held until the file is written. */
const maxSize = 512;

export function exportCommand(): Command {
  return new Command('export')
    .description(
      'Write icon-pairs, pictures included, as a dataset of the Hugging Face Hub: a folder with Parquet and a dataset card',
    )
    .argument('<benchmark>', 'icon-pairs, or icon-pairs=FILE with questions of your own')
    .argument('<folder>', 'where the dataset is written')
    .option('--size <pixels>', 'edge of the pictures', wholeNumber(8), 224)
    .option('--icons <folder>', 'where icon sets are installed; default: the working directory')
    .addOption(forceOption('replace a folder that this command wrote'))
    .action(run);
}

async function run(benchmark: string, output: string, flags: ExportFlags): Promise<void> {
  const [wanted] = parseWanted([benchmark]);
  if (wanted!.name !== 'icon-pairs') {
    throw new UsageError(`export: The benchmark must be icon-pairs, or icon-pairs=FILE, got ${benchmark}.`);
  }
  if (flags.size > maxSize) {
    throw new UsageError(`export: --size must be at most ${maxSize}, got ${flags.size}.`);
  }
  if (output === '') throw new UsageError('export: the folder must have a name, got an empty one.');
  const folder = resolve(output);
  const refuseOld = async () => {
    if (existsSync(folder) && !flags.force) {
      throw new InputError(`${output} exists already; choose another name, or --force to replace it.`);
    }
    await refuseForeignFolder({ folder, list: listOfFiles });
  };
  await refuseOld();
  const lock = await acquireLock(lockBeside(folder), { what: output });
  try {
    await refuseOld();
    const { rows, card } = await iconPairsDataset(wanted!.path, flags);
    await writeOwnFolder({ folder, list: listOfFiles }, async (inside) => {
      await inside(join(...dataFile.split('/')), parquetOf(rows));
      await inside('README.md', card);
    });
    process.stdout.write(`${output}: ${rows.length} pairs, ${flags.size} × ${flags.size} pixels\n`);
  } finally {
    lock.release();
  }
}

/** A row of the dataset. */
interface PairRow {
  readonly id: string;
  readonly pictures: readonly [Uint8Array, Uint8Array];
  readonly pair: PairEntry;
  readonly set: string;
  readonly of: QuestionSet;
}

interface Column {
  readonly type: BasicType;
  /** The type as `datasets` calls it. */
  readonly feature: 'image' | 'string' | 'float64';
  readonly read: (row: PairRow) => string | number | Uint8Array | null;
}

const text = (read: (row: PairRow) => string): Column => ({ type: 'STRING', feature: 'string', read });
const picture = (at: 0 | 1): Column => ({
  type: 'BYTE_ARRAY',
  feature: 'image',
  read: ({ pictures }) => pictures[at],
});
const rating = (at: 0 | 1): Column => ({
  type: 'DOUBLE',
  feature: 'float64',
  read: ({ pair }) => pair.ratings[at] ?? null,
});

/** Winoground's names first, so that what reads that reads this. */
const columns: Readonly<Record<string, Column>> = {
  id: text(({ id }) => id),
  image_0: picture(0),
  image_1: picture(1),
  caption_0: text(({ pair }) => pair.captions[0]),
  caption_1: text(({ pair }) => pair.captions[1]),
  word_0: text(({ pair }) => pair.words[0]),
  word_1: text(({ pair }) => pair.words[1]),
  concreteness_0: rating(0),
  concreteness_1: rating(1),
  drawing: text(({ pair }) => (pair.isCopy ? 'like one of training' : 'of its own')),
  words: text(({ pair }) => (pair.isSeen ? 'exchanged in training' : 'never exchanged in training')),
  set: text(({ set }) => set),
  artist: text(({ of }) => of.artist),
  licence: text(({ of }) => of.licence),
};

async function iconPairsDataset(file: string, { size, icons: root = '.' }: ExportFlags) {
  const { about, sets, pairs } = readIconQuestions('export', file, 'icon-pairs.json');
  const entries = Object.entries(pairs).flatMap(([set, list]) => list.map((pair) => ({ set, pair })));
  if (entries.length === 0) throw new InputError('export: the file of questions holds no pairs.');
  const names = new Map(
    Object.entries(pairs).map(([set, list]) => [set, [...new Set(list.flatMap((pair) => pair.names))]]),
  );
  const progress = createProgress(process.stderr);
  try {
    const onWarning = (warning: string) => progress.log(printable(warning, 1000));
    const find = await iconPictures('export', { sets, names }, { size, root, onWarning });
    // Pictures are drawn in the order of the names, and each once.
    const bar = progress.start(
      'pictures',
      [...names.values()].reduce((sum, list) => sum + list.length, 0),
    );
    const drawn = new Map<string, Uint8Array>();
    let done = 0;
    for (const [set, list] of names) {
      for (const name of list) {
        const png = await pngOf(find(set, name));
        if (png) drawn.set(`${set}/${name}`, png);
        done += 1;
        bar.update(done);
      }
    }
    const rows = entries.flatMap(({ set, pair }): PairRow[] => {
      const [one, other] = pair.names.map((name) => drawn.get(`${set}/${name}`));
      if (!one || !other) return [];
      return [{ id: `${set}/${pair.names.join('+')}`, pictures: [one, other], pair, set, of: sets[set]! }];
    });
    return { rows, card: cardOf(rows, { about, total: entries.length, size, isOwn: file === '' }) };
  } finally {
    progress.stop();
  }
}

/** A picture that was drawn, as a PNG file; undefined where the icon is missing. */
async function pngOf(image: BenchmarkImage): Promise<Uint8Array | undefined> {
  if (!isLazyImage(image)) return undefined;
  const loaded = await image.load();
  if (typeof loaded !== 'object' || !('width' in loaded && 'data' in loaded)) return undefined;
  const { drawingPng } = await import('@slipform/icons');
  const drawings = { size: loaded.width, pixels: Uint8Array.from(loaded.data), skipped: [], has: () => true };
  return drawingPng(drawings, 0);
}

function parquetOf(rows: readonly PairRow[]): Uint8Array {
  const features = Object.fromEntries(
    Object.entries(columns).map(([name, { feature }]) => [
      name,
      feature === 'image' ? { _type: 'Image' } : { dtype: feature, _type: 'Value' },
    ]),
  );
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: Object.entries(columns).map(([name, { type, read }]) => ({
        name,
        type,
        data: rows.map(read),
        nullable: type === 'DOUBLE',
      })),
      rowGroupSize: 1000,
      // By it `datasets` knows which columns are pictures.
      kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features } }) }],
    }),
  );
}

interface CardFacts {
  readonly about: string;
  readonly total: number;
  readonly size: number;
  readonly isOwn: boolean;
}

/** The dataset card of the hub. */
function cardOf(rows: readonly PairRow[], { about, total, size, isOwn }: CardFacts): string {
  const sizes = [1e3, 1e4, 1e5].find((most) => rows.length < most) ?? 1e6;
  const category = { 1000: 'n<1K', 10000: '1K<n<10K', 100000: '10K<n<100K' }[sizes] ?? '100K<n<1M';
  const used = new Map(rows.map(({ set, of }) => [set, of]));
  const count = (set: string) => rows.filter((row) => row.set === set).length;
  const missing = total - rows.length;
  return `---
pretty_name: Icon pairs
language:
- en
license: other
license_name: each-set-its-own
task_categories:
- zero-shot-image-classification
size_categories:
- ${category}
configs:
- config_name: default
  data_files:
  - split: test
    path: ${dataFile}
dataset_info:
  features:
${Object.entries(columns)
  .map(([name, { feature }]) => `  - name: ${name}\n    dtype: ${feature}`)
  .join('\n')}
---

# Icon pairs

Natural minimal pairs of icons: one artist drew both, and their names differ in one word, "cloud off" and "cloud check". Which
name goes with which picture? ${rows.length} pairs, ${size} × ${size} pixels, black on white.${missing > 0 ? ` ${missing} of the ${total} pairs are missing, since their icons were not installed.` : ''}

${about}

Scored as Winoground: \`text\` is right if both pictures score their own name higher, \`image\` if both names score their own picture
higher, \`group\` if both hold; chance is 1/4, 1/4 and 1/6. A tie is wrong.

| column | |
| --- | --- |
| \`image_0\`, \`image_1\`, \`caption_0\`, \`caption_1\` | the two icons and their names |
| \`word_0\`, \`word_1\`, \`concreteness_0\`, \`concreteness_1\` | the word in which the names differ, and how concrete it is, 1 to 5 |
| \`drawing\`, \`words\` | whether a training set of Slipform's has nearly one of the two pictures, or exchanges the two words |
| \`set\`, \`artist\`, \`licence\` | who drew them, and under which licence |

| set | artist | licence | from | pairs |
| --- | --- | --- | --- | --- |
${[...used]
  .map(
    ([set, of]) =>
      `| ${[set, of.artist, of.licence, `${of.package}@${of.version}`, count(set)].map(cellOf).join(' | ')} |`,
  )
  .join('\n')}

Made by \`slipform-bench export icon-pairs${isOwn ? '' : '=FILE'} FOLDER --size ${size}\`.
`;
}

/** A value in a table of Markdown. */
const cellOf = (value: string | number) => printable(String(value), 200).replaceAll('|', '\\|');
