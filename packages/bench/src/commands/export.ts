import { join } from 'node:path';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { writeFolder } from '@slipform/kit/files/write-folder';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, folderRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, integer, type OptionsRead } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { Command } from 'commander';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { duoPictureName, duoPictures } from '../loaders/icons/duo';
import { readDuoQuestions } from '../loaders/icons/duo-file';
import { iconPictures, namesBySet, type WantedIcons } from '../loaders/icons/icon-pictures';
import { drawingOf, type QuestionSet, readIconQuestions } from '../loaders/icons/question-file';
import { type BenchmarkImage, isLazyImage } from '../questions/question';
import { parseWanted } from './wanted-benchmark';

/** Lists the files of a folder of ours. */
const listOfFiles = '.slipform-bench';
const dataFile = 'data/test-00000-of-00001.parquet';
/** All pictures are held until the file is written. */
const MAX_SIZE = 512;

const OPTIONS = defineOptions('slipform-bench export', {
  size: row('edge of the pictures', integer({ min: 8, max: MAX_SIZE }), 224),
  icons: folderRow('where icon sets are installed; default: the working directory'),
  force: flagRow('replace a folder that this command wrote'),
});

type ExportFlags = OptionsRead<typeof OPTIONS.rows>;

export function exportCommand(): Command {
  const command = new Command('export')
    .description(
      'Write icon-pairs or duo, pictures included, as a dataset of the Hugging Face Hub: a folder with Parquet and a dataset card',
    )
    .argument('<benchmark>', 'icon-pairs or duo; NAME=FILE with questions of your own')
    .argument('<folder>', 'where the dataset is written');
  return addOptions(command, OPTIONS).action((benchmark: string, folder: string, given: unknown) =>
    run(benchmark, folder, OPTIONS.read(given)),
  );
}

async function run(benchmark: string, output: string, flags: ExportFlags): Promise<void> {
  const [wanted] = parseWanted([benchmark]);
  const dataset = datasets.find(({ name }) => name === wanted!.name);
  if (dataset === undefined) {
    throw new UsageError(
      `export: The benchmark must be icon-pairs or duo, or one of these with =FILE, got ${benchmark}.`,
    );
  }
  if (flags.size % dataset.multiple !== 0) {
    throw new UsageError(
      `export: --size must be a multiple of ${dataset.multiple} for ${dataset.name}, got ${flags.size}.`,
    );
  }
  if (output === '') throw new UsageError('export: the folder must have a name, got an empty one.');
  const rules = { folder: output, list: listOfFiles, force: flags.force };
  const { length } = await writeFolder(rules, async (inside) => {
    const { rows, card } = await makeDataset(dataset, wanted!.path, flags);
    await inside(join(...dataFile.split('/')), parquetOf(rows, columnsOf(dataset)));
    await inside('README.md', card);
    return rows;
  });
  process.stdout.write(`${output}: ${length} pairs, ${flags.size} × ${flags.size} pixels\n`);
}

type Value = string | number | null;

/** A question before its pictures are drawn. */
interface Entry {
  readonly id: string;
  readonly set: string;
  /** Which pictures, as {@link Dataset.find} knows them. */
  readonly pictures: readonly [string, string];
  readonly captions: readonly [string, string];
  /** The dataset's own columns. */
  readonly own: Readonly<Record<string, Value>>;
}

interface Questions {
  readonly about: string;
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly names: WantedIcons['names'];
  readonly entries: readonly Entry[];
}

/** A benchmark of two pictures and their two captions. */
interface Dataset {
  readonly name: string;
  readonly title: string;
  /** Of which `--size` must be a multiple. */
  readonly multiple: number;
  readonly read: (file: string) => Questions;
  readonly find: (
    wanted: WantedIcons,
    options: Parameters<typeof iconPictures>[2],
  ) => Promise<(set: string, picture: string) => BenchmarkImage>;
  readonly own: Readonly<Record<string, 'string' | 'float64'>>;
  /** What is asked, for the card. */
  readonly says: string;
  readonly pictures: string;
  /** Rows of the card's table of columns. */
  readonly columns: string;
}

const iconPairs: Dataset = {
  name: 'icon-pairs',
  title: 'Icon pairs',
  multiple: 1,
  read(file) {
    const { about, sets, pairs } = readIconQuestions('export', file, 'icon-pairs.json');
    const entries = Object.entries(pairs).flatMap(([set, list]) =>
      list.map(
        ({ names, captions, words, ratings, isCopy, isSeen }): Entry => ({
          id: `${set}/${names.join('+')}`,
          set,
          pictures: names,
          captions,
          own: {
            word_0: words[0],
            word_1: words[1],
            concreteness_0: ratings[0] ?? null,
            concreteness_1: ratings[1] ?? null,
            drawing: drawingOf({ isCopy }),
            words: isSeen ? 'exchanged in training' : 'never exchanged in training',
          },
        }),
      ),
    );
    return { about, sets, names: namesBySet(pairs, ({ names }) => names), entries };
  },
  find: (wanted, options) => iconPictures('export', wanted, options),
  own: {
    word_0: 'string',
    word_1: 'string',
    concreteness_0: 'float64',
    concreteness_1: 'float64',
    drawing: 'string',
    words: 'string',
  },
  says: 'Natural minimal pairs of icons: one artist drew both, and their names differ in one word, "cloud off" and "cloud check". Which\nname goes with which picture?',
  pictures: 'the two icons and their names',
  columns: `| \`word_0\`, \`word_1\`, \`concreteness_0\`, \`concreteness_1\` | the word in which the names differ, and how concrete it is, 1 to 5 |
| \`drawing\`, \`words\` | whether a training set of Slipform's has nearly one of the two pictures, or exchanges the two words |`,
};

/** Of a picture of two icons: both names and how they lie. */
const duoKey = (names: readonly [string, string], layout: string) => [...names, layout].join('\n');

const duo: Dataset = {
  name: 'duo',
  title: 'Duo',
  multiple: 4,
  read(file) {
    const { about, sets, questions } = readDuoQuestions('export', file);
    const entries = Object.entries(questions).flatMap(([set, list]) =>
      list.map(({ kind, layout, pictures, captions, rating, isCopy, isSeen }): Entry => {
        const [one, other] = pictures;
        return {
          id: `${kind}/${[one, other].map((two) => duoPictureName(set, two, layout).replace(/\.png$/, '')).join('/')}`,
          set,
          captions,
          pictures: [duoKey(one, layout), duoKey(other, layout)],
          own: {
            kind,
            layout,
            concreteness: rating ?? null,
            drawing: drawingOf({ isCopy }),
            names: isSeen ? 'all seen in training' : 'one or more never seen',
          },
        };
      }),
    );
    return { about, sets, names: namesBySet(questions, ({ pictures }) => pictures.flat()), entries };
  },
  async find(wanted, options) {
    const find = await duoPictures(wanted, options);
    return (set, picture) => {
      const [one, other, layout] = picture.split('\n');
      return find(set, [one!, other!], layout as 'beside' | 'above');
    };
  },
  own: {
    kind: 'string',
    layout: 'string',
    concreteness: 'float64',
    drawing: 'string',
    names: 'string',
  },
  says: 'Two things in one picture, and who has which sign: "bell off next to cloud plus" or "bell plus next to cloud off"? One artist drew\nall of a question, and either caption is the other picture\'s true one.',
  pictures: 'two pictures of two icons each, and their captions',
  columns: `| \`kind\` | what differs: \`swap\` (the same words, bound the other way), \`thing\`, \`sign\`; \`sentence\`: one of these in words that people wrote |
| \`layout\` | \`beside\` or \`above\` |
| \`concreteness\` | of the words that differ, 1 to 5, where all are rated |
| \`drawing\`, \`names\` | whether a training set of Slipform's has nearly one of the drawings, and an icon of each name |`,
};

const datasets: readonly Dataset[] = [iconPairs, duo];

/** A row of the dataset. */
interface Row extends Omit<Entry, 'pictures'> {
  readonly pictures: readonly [Uint8Array, Uint8Array];
  readonly of: QuestionSet;
}

interface Column {
  readonly type: BasicType;
  /** The type as `datasets` calls it. */
  readonly feature: 'image' | 'string' | 'float64';
  readonly read: (row: Row) => Value | Uint8Array;
}

/** Winoground's names first, so that what reads that reads this. */
function columnsOf({ own }: Dataset): Readonly<Record<string, Column>> {
  const text = (read: (row: Row) => Value): Column => ({ type: 'STRING', feature: 'string', read });
  const picture = (at: 0 | 1): Column => ({
    type: 'BYTE_ARRAY',
    feature: 'image',
    read: ({ pictures }) => pictures[at],
  });
  const owned = Object.entries(own).map(([name, feature]): [string, Column] => [
    name,
    {
      type: feature === 'string' ? 'STRING' : 'DOUBLE',
      feature,
      read: (row) => row.own[name] ?? null,
    },
  ]);
  return {
    id: text(({ id }) => id),
    image_0: picture(0),
    image_1: picture(1),
    caption_0: text(({ captions }) => captions[0]),
    caption_1: text(({ captions }) => captions[1]),
    ...Object.fromEntries(owned),
    set: text(({ set }) => set),
    artist: text(({ of }) => of.artist),
    licence: text(({ of }) => of.licence),
  };
}

async function makeDataset(dataset: Dataset, file: string, { size, icons: root = '.' }: ExportFlags) {
  const { about, sets, names, entries } = dataset.read(file);
  if (entries.length === 0) throw new InputError('export: the file of questions holds no pairs.');
  const progress = createProgress(process.stderr);
  try {
    const onWarning = (warning: string) => progress.log(printable(warning, 1000));
    const find = await dataset.find({ sets, names }, { size, root, onWarning });
    // Each picture once; those of a set one after another, as they are drawn.
    const wanted = new Map(
      entries.flatMap(({ set, pictures }) => pictures.map((each) => [`${set}\n${each}`, { set, each }])),
    );
    const bar = progress.start('pictures', wanted.size);
    const drawn = new Map<string, Uint8Array>();
    let done = 0;
    for (const [key, { set, each }] of wanted) {
      const png = await pngOf(find(set, each));
      if (png) drawn.set(key, png);
      done += 1;
      bar.update(done);
    }
    const rows = entries.flatMap(({ pictures, ...entry }): Row[] => {
      const [one, other] = pictures.map((each) => drawn.get(`${entry.set}\n${each}`));
      if (!one || !other) return [];
      return [{ ...entry, pictures: [one, other], of: sets[entry.set]! }];
    });
    return {
      rows,
      card: cardOf(dataset, rows, { about, total: entries.length, size, isOwn: file === '' }),
    };
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

function parquetOf(rows: readonly Row[], columns: ReturnType<typeof columnsOf>): Uint8Array {
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
function cardOf(dataset: Dataset, rows: readonly Row[], { about, total, size, isOwn }: CardFacts): string {
  const sizes = [1e3, 1e4, 1e5].find((most) => rows.length < most) ?? 1e6;
  const category = { 1000: 'n<1K', 10000: '1K<n<10K', 100000: '10K<n<100K' }[sizes] ?? '100K<n<1M';
  const used = new Map(rows.map(({ set, of }) => [set, of]));
  const count = (set: string) => rows.filter((row) => row.set === set).length;
  const missing = total - rows.length;
  return `---
pretty_name: ${dataset.title}
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
${Object.entries(columnsOf(dataset))
  .map(([name, { feature }]) => `  - name: ${name}\n    dtype: ${feature}`)
  .join('\n')}
---

# ${dataset.title}

${dataset.says} ${rows.length} pairs, ${size} × ${size} pixels, black on white.${missing > 0 ? ` ${missing} of the ${total} pairs are missing, since their icons were not installed.` : ''}

${about}

Scored as Winoground: \`text\` is right if both pictures score their own caption higher, \`image\` if both captions score their own
picture higher, \`group\` if both hold; chance is 1/4, 1/4 and 1/6. \`pairing\`, of which chance is 1/2, asks that the two right pairs score more in sum than the
two wrong ones. A tie is wrong.

| column | |
| --- | --- |
| \`image_0\`, \`image_1\`, \`caption_0\`, \`caption_1\` | ${dataset.pictures} |
${dataset.columns}
| \`set\`, \`artist\`, \`licence\` | who drew them, and under which licence |

| set | artist | licence | from | pairs |
| --- | --- | --- | --- | --- |
${[...used]
  .map(
    ([set, of]) =>
      `| ${[set, of.artist, of.licence, `${of.package}@${of.version}`, count(set)].map(cellOf).join(' | ')} |`,
  )
  .join('\n')}

Made by \`slipform-bench export ${dataset.name}${isOwn ? '' : '=FILE'} FOLDER --size ${size}\`.
`;
}

/** A value in a table of Markdown. */
const cellOf = (value: string | number) => printable(String(value), 200).replaceAll('|', '\\|');
