import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { Command, InvalidArgumentError } from 'commander';
import { linearProbe } from '../probes/linear-probe';
import { multiLabelProbe } from '../probes/multi-label-probe';
import type { ProbeProgress } from '../probes/probe-options';
import { backendOption, seedOption } from './options';
import { type LabelledFile, readLabelled } from './read-labelled';
import { startBackend } from './start-backend';

interface ProbeFlags {
  readonly strengths?: number[];
  readonly seed: number;
  readonly backend: string;
  readonly json?: boolean;
}

export function probeCommand(): Command {
  return new Command('probe')
    .description(
      'Train a linear probe on embeddings with labels (.npy with .labels.txt or .json beside it, or .parquet), and test it',
    )
    .argument('<train>', 'embeddings to train on')
    .argument('<test>', 'embeddings to test on')
    .option(
      '--strengths <list>',
      "scikit-learn's C: one, or several to choose among; default 0.01,0.1,1,10,100",
      numberList,
    )
    .addOption(seedOption())
    .addOption(backendOption())
    .option('--json', 'print the result as JSON')
    .action(probe);
}

function numberList(text: string): number[] {
  const list = text.split(',').map(Number);
  if (list.every((value) => Number.isFinite(value) && value > 0)) return list;
  throw new InvalidArgumentError('It must be positive numbers, with commas between them.');
}

async function probe(trainFile: string, testFile: string, flags: ProbeFlags): Promise<void> {
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
    process.stdout.write(`${await judge(train, test, options, flags.json === true)}\n`);
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
