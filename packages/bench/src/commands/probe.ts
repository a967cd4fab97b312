import { existsSync } from 'node:fs';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { parseJson } from '@slipform/kit/formats/parse-json';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, listOf, number, type OptionsRead } from '@slipform/kit/options/options';
import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { Command } from 'commander';
import { readNpy, readParquet } from '../files/read-files';
import { linearProbe } from '../probes/linear-probe';
import { multiLabelProbe } from '../probes/multi-label-probe';
import type { ProbeProgress } from '../probes/probe-options';
import { backendRow, seedRow, startBackend } from './options';

/** Of labels beside embeddings. */
const LARGEST_MEBIBYTES = 400;

/** Embeddings with what each row is: one class, or a 0 or 1 for each label. */
interface LabelledFile {
  readonly features: ArrayLike<number>[];
  readonly labels: readonly (string | readonly number[])[];
}

/**
 * Rows of a Parquet file with columns `embedding` and `label`, or of a `.npy` with `.labels.txt` (a class a line) or
 * `.labels.json` (a list of classes, or of lists of 0 and 1) in place of `.npy` beside it.
 */
async function readLabelled(file: string): Promise<LabelledFile> {
  if (/\.parquet$/i.test(file)) {
    const rows = await readParquet(file);
    return {
      features: rows.map((row, index) => {
        if (Array.isArray(row.embedding)) return Float32Array.from(row.embedding, Number);
        throw new InputError(`${file}, row ${index + 1}: embedding must be a list of numbers.`);
      }),
      labels: rows.map((row, index) => labelOf(row.label, `${file}, row ${index + 1}: label`)),
    };
  }
  const { rows, width, values } = await readNpy(file);
  const bare = file.replace(/\.npy$/i, '.labels');
  const beside = [`${bare}.json`, `${bare}.txt`].find((each) => existsSync(each));
  if (!beside) throw new InputError(`${file} has no labels: there is no ${bare}.txt or .json.`);
  const labels = parseLabels(await readTextFile(beside, LARGEST_MEBIBYTES), beside);
  if (labels.length !== rows)
    throw new InputError(`${file} has ${rows} rows for ${labels.length} labels of ${beside}.`);
  return {
    features: Array.from({ length: rows }, (_, row) => values.subarray(row * width, (row + 1) * width)),
    labels,
  };
}

function parseLabels(text: string, file: string): (string | readonly number[])[] {
  if (file.endsWith('.txt')) return text.replace(/\r?\n$/, '').split(/\r?\n/);
  const list = parseJson(text, file);
  if (!Array.isArray(list)) throw new InputError(`${file} must hold a JSON list of labels.`);
  return list.map((label, index) => labelOf(label, `${file}, row ${index + 1}: the label`));
}

function labelOf(label: unknown, place: string): string | number[] {
  if (typeof label === 'string' || typeof label === 'number' || typeof label === 'bigint')
    return String(label);
  const list = Array.isArray(label) ? label.map(Number) : [];
  if (list.length > 0 && list.every((value) => value === 0 || value === 1)) return list;
  throw new InputError(`${place} must be a class, or a list of 0 and 1.`);
}

const OPTIONS = defineOptions('slipform-bench probe', {
  strengths: row(
    "scikit-learn's C: one, or several to choose among; default 0.01,0.1,1,10,100",
    listOf(number({ above: 0 }), 'a list of positive numbers', { min: 1 }),
  ),
  seed: seedRow,
  backend: backendRow,
  json: flagRow('print the result as JSON'),
});

export function probeCommand(): Command {
  const command = new Command('probe')
    .description(
      'Train a linear probe on embeddings with labels (.npy with .labels.txt or .json beside it, or .parquet), and test it',
    )
    .argument('<train>', 'embeddings to train on')
    .argument('<test>', 'embeddings to test on');
  return addOptions(command, OPTIONS).action((train: string, test: string, given: unknown) =>
    probe(train, test, OPTIONS.read(given)),
  );
}

async function probe(
  trainFile: string,
  testFile: string,
  flags: OptionsRead<typeof OPTIONS.rows>,
): Promise<void> {
  const [train, test] = [await readLabelled(trainFile), await readLabelled(testFile)];
  await startBackend(flags.backend);
  const progress = createProgress(process.stderr);
  const bar = progress.start('Probe', (flags.strengths?.length ?? 5) + 1, 'fits');
  const options = {
    seed: flags.seed,
    ...(flags.strengths ? { C: flags.strengths } : {}),
    onProgress: ({ fit, C, iteration }: ProbeProgress) => bar.update(fit - 1, `C = ${C}, step ${iteration}`),
  };
  try {
    process.stdout.write(`${await judge(train, test, options, flags.json)}\n`);
  } finally {
    progress.stop();
  }
}

type Options = Omit<Parameters<typeof linearProbe>[0], 'train' | 'test'>;

async function judge(
  train: LabelledFile,
  test: LabelledFile,
  options: Options,
  json: boolean,
): Promise<string> {
  const rows = `${train.features.length} training and ${test.features.length} test rows`;
  if (train.labels.every(isList) && test.labels.every(isList)) {
    const found = await multiLabelProbe({
      train: { ...train, labels: train.labels.filter(isList) },
      test: { ...test, labels: test.labels.filter(isList) },
      ...options,
    });
    const { mAP, C, averagePrecision, tried } = found;
    return json
      ? JSON.stringify({ mAP, C, averagePrecision, tried }, null, 2)
      : `mAP ${formatShare(mAP.value)} (${formatInterval(mAP.interval)}), C = ${C}, ${averagePrecision.length} labels, ${rows}`;
  }
  const [classes, goals] = [train.labels.filter(isClass), test.labels.filter(isClass)];
  if (classes.length < train.labels.length || goals.length < test.labels.length) {
    throw new InputError('probe: labels must all be classes, or all be lists of 0 and 1.');
  }
  const found = await linearProbe({
    train: { ...train, labels: classes },
    test: { ...test, labels: goals },
    ...options,
  });
  const { accuracy, meanPerClass, C, tried } = found;
  return json
    ? JSON.stringify({ accuracy, meanPerClass, C, tried }, null, 2)
    : `accuracy ${formatShare(accuracy.value)} (${formatInterval(accuracy.interval)}), mean of classes ${formatShare(meanPerClass)}, C = ${C}, ${found.classes.length} classes, ${rows}`;
}

const isList = (label: string | readonly number[]): label is readonly number[] => typeof label !== 'string';
const isClass = (label: string | readonly number[]): label is string => typeof label === 'string';
