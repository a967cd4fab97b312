import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { printable } from '@slipform/kit/text/printable';
import type { Skips } from '../data/skips';
import { preprocessingFile } from '../encoder/preprocess';
import { refuseModelFolder } from '../files/model-files';
import { tokenizerConfigFile, tokenizerFile } from '../tokenizer/tokenizer-file';
import type { TrainData } from '../training/train-data';
import { indexFile } from '../weights/find-weights';

/** What a run writes and reads. */
export interface RunFiles {
  /** The module. */
  readonly file: string;
  readonly output: string;
  /** A file, where metrics go to one. */
  readonly metrics: string | undefined;
  /** Files that the data are read from. */
  readonly inputs: readonly string[];
}

/** The files that a module's data are read from, as far as they say so (`trainingData` does). */
export function inputsOf(data: TrainData): readonly string[] {
  const inputs: unknown = typeof data === 'object' && data !== null && 'inputs' in data ? data.inputs : [];
  return Array.isArray(inputs) ? inputs.filter((input) => typeof input === 'string') : [];
}

/** What a module's data left out, as far as they say so (`trainingData` does), as a line; empty where it is nothing. */
export function skippedLine(data: TrainData): string {
  const skipped = typeof data === 'object' && 'skipped' in data ? data.skipped : undefined;
  if (typeof skipped !== 'object' || skipped === null) return '';
  const { count, byReason } = skipped as Partial<Skips>;
  if (typeof count !== 'number' || count === 0) return '';
  const reasons = Object.entries(byReason ?? {}).sort(([, a], [, b]) => b - a);
  const first = reasons.slice(0, 3).map(([reason, times]) => `${times} × ${printable(reason, 200)}`);
  const more = reasons.length > 3 ? '; …' : '';
  return `slipform-clip: ${count} ${count === 1 ? 'row or image was' : 'rows or images were'} left out: ${first.join('; ')}${more}.\n`;
}

/** Whatever the flags, no file of the model and no metrics take the place of the module, of data, or of each other. */
export function refuseOverwrittenInputs({ file, output, metrics, inputs }: RunFiles): void {
  refuseOverwrites({
    inputs: [
      { file, name: 'the training module' },
      ...inputs.map((input) => ({ file: input, name: 'a file of the training data' })),
    ],
    outputs: [
      ...modelFiles.map((name) => ({ file: join(output, name), name: `the model's ${name}` })),
      ...(metrics === undefined ? [] : [{ file: metrics, name: 'the metrics' }]),
    ],
  });
}

/**
 * Refuses an output folder that holds a model, unless `force`. A run that goes on may replace what lies beside its own
 * checkpoints.
 */
export async function refuseOtherModel(
  output: string,
  { force, resume, checkpoints }: { force: boolean; resume: boolean; checkpoints: string | undefined },
): Promise<void> {
  if (force) return;
  const goesOn = resume && hasSteps(checkpoints);
  if (goesOn && dirname(resolve(checkpoints!)) === resolve(output)) return;
  await refuseModelFolder(output, resume ? remedyOf(goesOn, checkpoints) : undefined);
}

function remedyOf(goesOn: boolean, checkpoints: string | undefined): string {
  return goesOn
    ? `its checkpoints lie elsewhere, in ${checkpoints}: choose another folder, or add --force to replace it`
    : `${checkpoints} holds no checkpoint to go on from: start anew with --force, without --resume, and with --checkpoint-every the next run can go on`;
}

function hasSteps(folder: string | undefined): boolean {
  if (folder === undefined || !existsSync(folder)) return false;
  return statSync(folder).isDirectory() && readdirSync(folder).some((name) => name.startsWith('step-'));
}

/** The files that a run's output gets; a model above 5 GB gets shards in place of one. */
const modelFiles: readonly string[] = [
  'config.json',
  'model.safetensors',
  indexFile,
  tokenizerFile,
  tokenizerConfigFile,
  preprocessingFile,
];

/**
 * What would keep a trained model from its folder, asked before the first step. Makes nothing: a run that fails
 * leaves no folder.
 *
 * @param metrics file of the metrics, if there is one
 * @throws {InputError} if the folder can't be made or written into
 */
export function checkOutput(output: string, metrics: string | undefined): void {
  const place = nearest(resolve(output));
  if (!statSync(place).isDirectory()) {
    throw new InputError(
      `cannot save the model in ${output}: ${shown(place)} is a file, not a folder; name another folder with --output.`,
    );
  }
  try {
    accessSync(place, constants.W_OK);
  } catch {
    throw new InputError(
      `cannot save the model in ${output}: ${shown(place)} may not be written into; name another folder with --output.`,
    );
  }
  for (const name of modelFiles) {
    const file = join(output, name);
    if (existsSync(file) && !statSync(file).isFile()) {
      throw new InputError(
        `cannot save the model in ${output}: ${shown(file)} is no file; move it away, or name another folder with --output.`,
      );
    }
  }
  if (metrics === undefined) return;
  const isAbove = relative(resolve(metrics), resolve(output)).split(/[/\\]/)[0] !== '..';
  if (isAbove || (existsSync(metrics) && statSync(metrics).isDirectory())) {
    throw new InputError(
      `cannot write the metrics to ${metrics}: it is ${isAbove ? 'the output folder, or above it' : 'a folder'}; name a file, such as ${metrics}.jsonl.`,
    );
  }
}

/** The path itself, or the lowest folder above it that is there. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

function shown(path: string): string {
  return relative('', path) || '.';
}
