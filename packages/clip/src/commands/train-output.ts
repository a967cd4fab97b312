import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { printable } from '@slipform/kit/text/printable';
import type { Skips } from '../data/skips';
import { preprocessingFile } from '../encoder/preprocess';
import { refuseModelFolder } from '../files/model-files';
import type { ClipSource, ModelSource } from '../files/model-source';
import { isFactor } from '../model/parameters';
import { tokenizerConfigFile, tokenizerFile } from '../tokenizer/tokenizer-file';
import type { TrainData } from '../training/train-data';
import { closeFiles, findWeights, indexFile } from '../weights/find-weights';
import { loadClip, readTensors } from '../weights/load-clip';
import { namedTensors, refuseNotFinite } from '../weights/save-clip';

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
 * Refuses an output folder that holds a model, unless `force`. A run that goes on may find its own: the weights of one
 * of its checkpoints.
 */
export async function refuseOtherModel(
  output: string,
  { force, resume, checkpoints }: { force: boolean; resume: boolean; checkpoints: string | undefined },
): Promise<void> {
  if (force) return;
  const steps = resume ? stepFolders(checkpoints) : [];
  if (steps.length > 0 && (await holdsOneOf(output, steps))) return;
  await refuseModelFolder(output, remedyOf(resume, checkpoints, steps.length));
}

function remedyOf(resume: boolean, checkpoints: string | undefined, steps: number): string | undefined {
  if (!resume) return undefined;
  return steps === 0
    ? `${checkpoints} holds no checkpoint to go on from: start anew with --force, without --resume, and with --checkpoint-every the next run can go on`
    : `it is not of the run in ${checkpoints}: choose another folder, or add --force to replace it`;
}

async function holdsOneOf(output: string, steps: readonly string[]): Promise<boolean> {
  const held = await digestOf(output);
  if (held === undefined) return false;
  for (const step of steps) if ((await digestOf(step)) === held) return true;
  return false;
}

async function digestOf(folder: string): Promise<string | undefined> {
  try {
    return await weightsDigest(folder);
  } catch (error) {
    // No model, another one, or a damaged one: none of ours.
    if (InputError.isInstance(error)) return undefined;
    throw error;
  }
}

/** Folders of checkpoints, the latest first. */
function stepFolders(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith('step-'));
    return names
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** SHA-256 of a model's config and of its tensors by name, however they are spread over files. Node only. */
async function weightsDigest(source: ClipSource | ModelSource): Promise<string> {
  const { config, model, files } = await findWeights(source);
  const lines: string[] = [];
  try {
    if (model.tensors.some(({ name }) => isFactor(name))) {
      // A checkpoint of a run of low rank: what the run would save of it.
      const merged = await loadClip(source as ClipSource);
      try {
        for (const { name, shape, values } of namedTensors(merged, refuseNotFinite('train'))) {
          lines.push(tensorLine(name, 'F32', shape, await values()));
        }
      } finally {
        merged.dispose();
      }
    } else {
      for (const file of files) {
        for await (const [{ name, dtype, shape }, bytes] of readTensors(source, file))
          lines.push(tensorLine(name, dtype, shape, bytes));
      }
    }
  } finally {
    await closeFiles(files);
  }
  return sha256(JSON.stringify([config, ...lines.sort()]));
}

function tensorLine(
  name: string,
  dtype: string,
  shape: readonly number[],
  { buffer, byteOffset, byteLength }: Uint8Array | Float32Array,
): string {
  return JSON.stringify([name, dtype, shape, sha256(new Uint8Array(buffer, byteOffset, byteLength))]);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
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
