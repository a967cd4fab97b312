import { join } from 'node:path';
import type { ClipEncoder } from '@slipform/clip';
import { createProgress, type Progress } from '@slipform/kit/command/progress';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { npyBytes } from '@slipform/kit/formats/npy';
import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { Command } from 'commander';
import type { RawImage } from '../encoders/encoder';
import { importClip } from '../encoders/import-clip';
import { iconPictures } from '../loaders/icons/icon-pictures';
import { type ProbeRow, type ProbeRows, probeRows } from '../loaders/icons/probe-rows';
import { readIconQuestions } from '../loaders/icons/question-file';
import { linearProbe } from '../probes/linear-probe';
import { multiLabelProbe } from '../probes/multi-label-probe';
import { isLazyImage } from '../questions/question';
import { backendOption, seedOption, wholeNumber } from './options';
import { startBackend } from './start-backend';
import { terminalTable } from './terminal-table';

interface IconProbeFlags {
  readonly questions?: string;
  readonly icons: string;
  readonly size: number;
  readonly seed: number;
  readonly backend: string;
  readonly output?: string;
}

/** Values of C that are tried: embeddings have length 1, so that weights must be large. */
const STRENGTHS = [1, 10, 100];
/** Pictures are embedded so many at a time. */
const BATCH = 256;

export function iconProbeCommand(): Command {
  return new Command('icon-probe')
    .description(
      'Fit linear probes for words on a model’s embeddings of icons by some artists, and test them on those of others; beside them pixels and the same network untrained',
    )
    .argument('<model>', 'a folder, a URL or hf:owner/name')
    .option('--questions <file>', 'icons.json of icon-questions; default: the file of this package')
    .option('--icons <folder>', 'where icon sets are installed', '.')
    .option('--size <pixels>', 'edge of the pictures', wholeNumber(16), 48)
    .addOption(seedOption())
    .addOption(backendOption())
    .option(
      '-o, --output <folder>',
      'also write the embeddings and labels, as `probe` and bench/icon-probe.py (scikit-learn) read them',
    )
    .action(async (model: string, flags: IconProbeFlags) => {
      const progress = createProgress(process.stderr);
      try {
        const text = await judge(model, flags, progress);
        process.stdout.write(`${text}\n`);
      } finally {
        progress.stop();
      }
    });
}

interface FeatureSet {
  readonly name: string;
  /** Of one picture after the other. */
  readonly vectors: readonly Float32Array[];
}

async function judge(model: string, flags: IconProbeFlags, progress: Progress): Promise<string> {
  const { size, seed, icons: root } = flags;
  const questions = readIconQuestions('icon-probe', flags.questions, 'icons.json');
  const rows = probeRows(questions.icons);
  const wanted = [...rows.multi.train, ...rows.multi.test, ...rows.single.train, ...rows.single.test];
  const keys = [...new Map(wanted.map((row) => [keyOf(row), row])).values()];
  const names = new Map<string, string[]>();
  for (const { set, name } of keys) names.set(set, [...(names.get(set) ?? []), name]);
  const onWarning = (warning: string) => progress.log(printable(warning, 1000));
  const find = await iconPictures('icon-probe', { sets: questions.sets, names }, { size, root, onWarning });
  await startBackend(flags.backend);
  const { trained, untrained, close } = await openModels(model, seed);
  const features: FeatureSet[] = [
    { name: printable(model), vectors: [] },
    { name: 'the same network, untrained', vectors: [] },
    { name: '16 × 16 pixels', vectors: [] },
  ].map((each) => ({ ...each, vectors: [] as Float32Array[] }));
  const bar = progress.start('Embedding', keys.length, 'icons');
  try {
    for (let start = 0; start < keys.length; start += BATCH) {
      const batch = await Promise.all(
        keys.slice(start, start + BATCH).map(async ({ set, name }) => {
          const image = find(set, name);
          const picture = isLazyImage(image) ? await image.load() : image;
          return picture as RawImage;
        }),
      );
      const found = [await trained.embedImages(batch), await untrained.embedImages(batch), batch.map(greyOf)];
      found.forEach((vectors, at) => {
        (features[at]!.vectors as Float32Array[]).push(...vectors.map(unit));
      });
      bar.update(Math.min(keys.length, start + BATCH));
    }
  } finally {
    close();
  }
  const place = new Map(keys.map((row, at) => [keyOf(row), at]));
  if (flags.output !== undefined) await write(flags.output, features[0]!, rows, place);
  const lines: string[][] = [];
  for (const { name, vectors } of features)
    lines.push([name, ...(await probe(vectors, rows, place, flags, progress))]);
  const { train, test } = rows.artists;
  return `Linear probes fitted on ${train.join(', ')} (${rows.single.train.length} and ${rows.multi.train.length} icons), tested on ${test.join(', ')} (${rows.single.test.length} and ${rows.multi.test.length})\n${terminalTable(
    {
      head: ['', `accuracy, ${rows.classes.length} words`, 'C', `mAP, ${rows.labels.length} words`, 'C'],
      rows: lines,
      gap: 2,
    },
  )}`;
}

async function probe(
  vectors: readonly Float32Array[],
  { single, multi }: ProbeRows,
  place: ReadonlyMap<string, number>,
  { seed }: IconProbeFlags,
  progress: Progress,
): Promise<string[]> {
  const featuresOf = (rows: readonly ProbeRow[]) => rows.map((row) => vectors[place.get(keyOf(row))!]!);
  const side = <T>(rows: readonly (ProbeRow & { readonly label: T })[]) => ({
    features: featuresOf(rows),
    labels: rows.map(({ label }) => label),
  });
  const bar = progress.start('Probes', 2 * (STRENGTHS.length + 1), 'fits');
  const options = (offset: number) => ({
    C: STRENGTHS,
    seed,
    onProgress: ({ fit }: { fit: number }) => bar.update(offset + fit - 1),
  });
  const one = await linearProbe({ train: side(single.train), test: side(single.test), ...options(0) });
  const many = await multiLabelProbe({
    train: side(multi.train),
    test: side(multi.test),
    ...options(STRENGTHS.length + 1),
  });
  const text = ({ value, interval }: typeof many.mAP) =>
    `${formatShare(value)} (${formatInterval(interval)})`;
  return [text(one.accuracy), String(one.C), text(many.mAP), String(many.C)];
}

const keyOf = ({ set, name }: ProbeRow) => `${set}:${name}`;

/** The model, and one of the same shape whose weights were drawn. */
async function openModels(folder: string, seed: number) {
  const { createClip, createEncoder, loadClip, loadPreprocessing, loadTokenizer } =
    await importClip('icon-probe');
  const model = await loadClip(folder);
  const tokenizer = await loadTokenizer(folder);
  const preprocessing = await loadPreprocessing(folder);
  const other = createClip(model.config, { seed });
  const encoders: ClipEncoder[] = [model, other].map((each) =>
    createEncoder(each, tokenizer, preprocessing ? { preprocessing } : {}),
  );
  return {
    trained: encoders[0]!,
    untrained: encoders[1]!,
    close: () => {
      for (const each of encoders) each.dispose();
    },
  };
}

/** Mean grey of 16 × 16 areas, 0 for paper. */
function greyOf({ width, data }: RawImage): Float32Array {
  const grey = new Float32Array(256);
  const channels = data.length / (width * width);
  const cell = width / 16;
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const ink = 1 - (data[at]! + data[at + 1]! + data[at + 2]!) / 765;
      grey[Math.floor(y / cell) * 16 + Math.floor(x / cell)]! += ink / (cell * cell);
    }
  }
  return grey;
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

async function write(
  folder: string,
  { vectors }: FeatureSet,
  rows: ProbeRows,
  place: ReadonlyMap<string, number>,
): Promise<void> {
  await withHeldFolder({ folder, name: '-o' }, async () => {
    for (const [name, sides] of [
      ['single', rows.single],
      ['multi', rows.multi],
    ] as const) {
      for (const side of ['train', 'test'] as const) {
        const own = sides[side];
        const file = join(folder, `${name}-${side}`);
        await writeFileWhole(`${file}.npy`, npyBytes(own.map((row) => vectors[place.get(keyOf(row))!]!)));
        await writeFileWhole(`${file}.labels.json`, JSON.stringify(own.map(({ label }) => label)));
      }
    }
  });
}
