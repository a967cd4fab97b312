import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outliveReader } from '@slipform/kit/command/command-main';
import { Interrupted, withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { codeOf, fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { InputError, reasonOf, refuse, retold, UsageError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { fileRow, flagRow, folderRow, row } from '@slipform/kit/options/command-rows';
import {
  defineOptions,
  flag,
  integer,
  type OptionsRead,
  optional,
  readOptions,
  rule,
  text,
} from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../package.json';
import { loadPreprocessing } from '../encoder/load-preprocessing';
import { checkPreprocessing, type Preprocessing } from '../encoder/preprocess';
import { type SavedTokenizer, tokenizerJson } from '../tokenizer/tokenizer-file';
import { type CheckpointEvent, checkpoint, type FolderCheckpoint } from '../training/observers/checkpoint';
import { type MetricsFileObserver, metricsFile } from '../training/observers/metrics-file';
import type { Observer } from '../training/observers/observer';
import { trainClip } from '../training/train-clip';
import { TRAIN_ROWS, type TrainOptions } from '../training/train-options';
import { saveModelFolder } from '../weights/save-model-folder';
import { createForecast } from './forecast';
import { backendRows, startBackend } from './start-backend';
import {
  checkOutput,
  inputsOf,
  refuseOtherModel,
  refuseOverwrittenInputs,
  skippedLine,
} from './train-output';

/** `slipform-clip train CONFIG.mjs` */
export async function train(file: string, flags: TrainFlags): Promise<void> {
  // A loss lies many frames of tfjs deep, and its line is found in the stack.
  Error.stackTraceLimit = 100;
  let isFolder: boolean;
  try {
    isFolder = statSync(file).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new InputError(`There is no file ${file}.`);
    throw new InputError(`cannot read ${file}: ${fileReason(error)}.`);
  }
  if (isFolder) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  // Before the module is imported, since it makes the model.
  await startBackend(flags);
  const options = await readModule(file, flags);
  const output = flags.output ?? options.output;
  if (typeof output !== 'string' || output === '') {
    throw new InputError(`${file} names no output folder; name one there or with --output.`);
  }
  outliveReader();
  const observe = withWriters(options.observe, flags);
  const to = observe.find(isMetricsFile)?.metrics.to;
  const metricsFile = typeof to === 'string' ? to : undefined;
  checkOutput(output, metricsFile);
  refuseOverwrittenInputs({ file, output, metrics: metricsFile, inputs: inputsOf(options.data) });
  const held = await hold(join(output, 'train'), `the model in ${output}`);
  try {
    await trainInto(output, held, file, { ...options, observe }, flags);
  } finally {
    held.release();
  }
}

/** Trains and saves; nobody else writes into the folder meanwhile. */
async function trainInto(
  output: string,
  held: Hold,
  file: string,
  options: TrainModule & { readonly observe: readonly Observer[] },
  flags: TrainFlags,
): Promise<void> {
  const { output: _, tokenizer, preprocessing: __, ...config } = options;
  const preprocessing = await trainedPreprocessing(file, options);
  const steps = flags.steps ?? config.steps;
  if (steps === 0)
    throw new InputError(`${file}: steps must be at least 1; info shows a model without training it.`);
  const resume = flags.resume ?? config.resume ?? false;
  const watched = watchCheckpoints({ ...config, resume }, flags, output);
  await refuseOtherModel(output, { force: flags.force ?? false, resume, checkpoints: watched.folder });
  const progress = createProgress(process.stderr);
  const bar = progress.start('training', steps, 'steps');
  const forecast = createForecast(steps);
  let isInterrupted = false;
  const run = async (interrupt: AbortSignal) => {
    interrupt.addEventListener('abort', () => {
      isInterrupted = true;
    });
    return trainClip({
      ...config,
      ...(flags.workers !== undefined && { workers: flags.workers }),
      ...(flags.rank !== undefined && { rank: flags.rank }),
      steps,
      resume,
      overwrite: flags.force ?? config.overwrite ?? false,
      signal: config.signal === undefined ? interrupt : AbortSignal.any([config.signal, interrupt]),
      observe: [
        (report) => {
          if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
          const ahead = forecast(report.step);
          if (ahead !== undefined) progress.log(`slipform-clip: ${ahead}`);
          bar.update(report.step, `loss ${report.loss.toFixed(4)}`);
        },
        ...watched.observe,
      ],
    }).catch((error: unknown) => {
      throw moduleError(file, error);
    });
  };
  const stopped = (message: string) => (isInterrupted ? new Interrupted(message) : new InputError(message));
  try {
    const { steps: done, loss, aborted } = await withInterruption('the step under way is the last.', run);
    progress.stop();
    process.stderr.write(skippedLine(config.data));
    if (done === 0) {
      const reason = aborted ? 'stopped before the first step' : `${file}: data held no batch`;
      throw stopped(`${reason}, so nothing was trained or saved.`);
    }
    if (aborted && watched.saved !== undefined) {
      throw stopped(
        `stopped after ${done} of ${steps} steps; the run is saved in ${watched.saved}, and the same command with --resume goes on from there.`,
      );
    }
    held.assertHeld();
    await saveModelFolder('train', output, { model: config.model, tokenizer, preprocessing });
    if (!flags.json) {
      const isOver =
        watched.resumed === steps ? ', which an earlier run had made: nothing was left to train' : '';
      process.stdout.write(`${output}: ${done} steps, loss ${loss.toFixed(4)}${isOver}\n`);
    }
    if (aborted)
      throw stopped(`stopped after ${done} of ${steps} steps; the weights so far are in ${output}.`);
  } finally {
    progress.stop();
  }
}

/** The options of `slipform-clip train`. */
export const TRAIN_FLAGS = defineOptions('slipform-clip train', {
  output: folderRow('where the model goes (default: the output that the module names)'),
  steps: row('number of steps (default: the steps that the module names)', integer({ min: 1 })),
  seed: row('handed to the module', integer({ min: 0 }), 0),
  augment: flagRow('hands augment: true to the module, for trainingData: random resized crops'),
  rank: row(
    'train changes of this rank in place of the matrices of the layers that are trained (default: the rank that the module names, else the parameters themselves)',
    integer({ min: 1 }),
  ),
  ...backendRows,
  workers: row(
    'threads that compute, on wasm and cpu (default: the workers that the module names, else this thread alone)',
    integer({ min: 0, max: 1024 }),
  ),
  resume: row('go on from the last checkpoint, or start where there is none', flag()),
  checkpointEvery: row('save the run every n steps, so that --resume can go on', integer({ min: 1 })),
  checkpointFolder: folderRow('where the checkpoints go (default: checkpoints in the output folder)'),
  metrics: fileRow('write metrics as JSON lines'),
  metricsEvery: row('measure every n steps (default: 10)', integer({ min: 1 })),
  force: row('replace a model, checkpoints, metrics and event files that are there already', flag()),
  json: flagRow('print one JSON object for each step on standard output'),
});

export type TrainFlags = OptionsRead<typeof TRAIN_FLAGS.rows>;

/** What a training module exports as default, or returns from the function that it exports. */
interface TrainModule extends TrainOptions {
  /** Folder for the trained model. */
  readonly output?: string;
  /** Saved beside the weights. */
  readonly tokenizer?: SavedTokenizer;
  /** What the module's data do to images, saved beside the weights. Default: what `trainingData` did, else CLIP's own. */
  readonly preprocessing?: Preprocessing | undefined;
}

const MODULE_ROWS = {
  ...TRAIN_ROWS,
  output: optional(text('the path of a folder')),
  tokenizer: optional(rule<SavedTokenizer>('a tokenizer', () => true)),
  preprocessing: optional(rule<Preprocessing>('a preprocessing', () => true)),
};

/** Imports a module and takes its options. Throws an InputError that begins with the file. */
async function readModule(
  file: string,
  { seed, augment }: Pick<TrainFlags, 'seed' | 'augment'>,
): Promise<TrainModule> {
  let made: unknown;
  try {
    const module: { default?: unknown } = await import(pathToFileURL(resolve(file)).href);
    made = typeof module.default === 'function' ? await module.default({ seed, augment }) : module.default;
  } catch (error) {
    throw moduleError(file, error);
  }
  if (typeof made !== 'object' || made === null) {
    throw new InputError(
      `${file} must export as default the options of trainClip, or a function that returns them.`,
    );
  }
  for (const field of ['model', 'data', 'loss', 'optimizer', 'steps']) {
    if (!(field in made))
      throw new InputError(`${file} must name \`${field}\` among the options that it exports.`);
  }
  const options: TrainModule = readOptions(file, MODULE_ROWS, made);
  // Not only when the model is trained and all depends on it.
  if (options.tokenizer !== undefined) tokenizerJson(options.tokenizer);
  if (augment && !isAugmented(options.data)) {
    throw new UsageError(
      `--augment: the data of ${file} are not augmented; take augment from the argument of its function, and pass it to trainingData.`,
    );
  }
  return options;
}

function isAugmented(data: TrainModule['data']): boolean {
  return typeof data === 'object' && 'augment' in data && data.augment !== undefined;
}

/** What went wrong in a user's module, as one sentence that begins with the file and, where it is known, the line. */
function moduleError(file: string, error: unknown): InputError {
  const message = isFileSystemError(error)
    ? `${printable(error.path ?? 'a file')} can't be ${error.syscall === 'write' ? 'written' : 'opened'}: ${fileReason(error)}`
    : inCommand(error);
  if (error instanceof SyntaxError && isUtf16(file)) {
    return new InputError(`${file} must be UTF-8, and is UTF-16; save it as UTF-8.`, { cause: error });
  }
  const line = error instanceof Error ? lineOf(file, error) : undefined;
  const kind = error instanceof SyntaxError ? 'SyntaxError: ' : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return new InputError(`${place}: ${kind}${printable(message.trim().replace(/\s+/g, ' '), 2000)}`, {
    cause: error,
  });
}

/** What is said of an error, with the remedy that the command has. */
function inCommand(error: unknown): string {
  if (InputError.isInstance(error) && error.flags !== undefined)
    return retold(error, { remedy: error.flags }).message;
  const message = error instanceof Error ? error.message : String(error);
  const lacking = /^Cannot find package '([^']+)' imported from /.exec(message)?.[1];
  if (lacking !== undefined) return `${message}; install ${lacking} in the folder of the module.`;
  return message;
}

/** Whether a file begins with the byte-order mark of UTF-16. */
function isUtf16(file: string): boolean {
  const [first, second] = readFileSync(file);
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function lineOf(file: string, error: Error): string | undefined {
  // `import` follows symbolic links, so the stack names the file behind them.
  const path = realpathSync(file);
  const inStack = lineAfter(pathToFileURL(path).href, error.stack ?? '');
  if (inStack !== undefined || !(error instanceof SyntaxError)) return inStack;
  // Node tells the line of a syntax error only where nobody catches it: in a process of its own.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  return lineAfter(pathToFileURL(path).href, stderr) ?? lineAfter(path, stderr);
}

/** The digits behind the first `place:` in a text. */
function lineAfter(place: string, text: string): string | undefined {
  const start = text.indexOf(`${place}:`);
  return start < 0 ? undefined : /^\d+/.exec(text.slice(start + place.length + 1))?.[0];
}

/**
 * What a module's data do to images, so that the model is saved with it: what the module says, what its data say
 * (`trainingData` does), or what lies in the folder that its model was loaded from; else CLIP's own.
 *
 * @throws {InputError} for a value that is not a preprocessing, or has another size than the model
 */
async function trainedPreprocessing(file: string, options: TrainModule): Promise<Preprocessing> {
  const { model, data } = options;
  const size = model.config.image.imageSize;
  const ofData =
    typeof data === 'object' && data !== null && 'preprocessing' in data ? data.preprocessing : undefined;
  const found: unknown = options.preprocessing ?? ofData ?? (await ofFolder(file, options)) ?? { size };
  checkPreprocessing(`${file}: preprocessing`, found);
  if (found.size === size) return found;
  refuse(
    file,
    'preprocessing',
    `must have the model's image size ${size}`,
    found.size,
    `name the one that the data were made with as \`preprocessing\``,
  );
}

async function ofFolder(file: string, { model }: TrainModule): Promise<Preprocessing | undefined> {
  if (model.source === undefined) return undefined;
  try {
    return await loadPreprocessing(model.source);
  } catch (error) {
    const remedy = 'name what the data do to images as `preprocessing`, so that the model is saved with it';
    throw new InputError({ place: file, rule: reasonOf(error), remedy });
  }
}

/** The checkpoints of a command's run, and what has become of them. */
interface WatchedCheckpoints {
  /** The module's observers, the checkpoint as the flags say. */
  readonly observe: readonly Observer[];
  /** Undefined where there are no checkpoints. */
  readonly folder: string | undefined;
  /** Folder of the last one that was saved. */
  readonly saved: string | undefined;
  /** Step that the run goes on from; 0 at its start. */
  readonly resumed: number;
}

function isMetricsFile(observer: Observer): observer is MetricsFileObserver {
  return typeof observer === 'object' && 'metrics' in observer;
}

function isFolderCheckpoint(observer: Observer): observer is FolderCheckpoint {
  return typeof observer === 'object' && 'checkpoint' in observer;
}

/** The module's observers with the metrics that the flags ask for. */
function withWriters(observe: readonly Observer[] = [], flags: TrainFlags): readonly Observer[] {
  const { metrics, metricsEvery } = flags;
  const given = observe.find(isMetricsFile);
  const to = metrics ?? given?.metrics.to;
  if (to === undefined) {
    if (metricsEvery === undefined) return observe;
    throw new UsageError(
      '--metrics-every needs --metrics, or metricsFile in the module; pass --metrics FILE.',
    );
  }
  const every = metricsEvery ?? given?.metrics.every;
  const written = metricsFile({ to, ...(every === undefined ? {} : { every }) });
  return replaced(observe, given, written);
}

/** The module's observers with the checkpoints that the flags ask for; says on stderr what becomes of a resumed run. */
function watchCheckpoints(
  { observe = [], resume = false }: Pick<TrainModule, 'observe' | 'resume'>,
  flags: TrainFlags,
  output: string,
): WatchedCheckpoints {
  const given = observe.find(isFolderCheckpoint);
  const asked = resume || flags.checkpointEvery !== undefined || flags.checkpointFolder !== undefined;
  if (given === undefined && !asked) return { observe, folder: undefined, saved: undefined, resumed: 0 };
  const options = given?.checkpoint;
  const folder = flags.checkpointFolder ?? options?.folder ?? join(output, 'checkpoints');
  const every = flags.checkpointEvery ?? options?.every;
  const seen = { folder, saved: undefined as string | undefined, resumed: 0 };
  const watched = checkpoint({
    ...options,
    folder,
    ...(every === undefined ? {} : { every }),
    identity: { seed: flags.seed, ...(flags.augment && { augment: true }), ...options?.identity },
    onEvent(event) {
      if (event.kind === 'saved') seen.saved = event.folder;
      else process.stderr.write(`${describeEvent(event)}\n`);
      if (event.kind === 'resumed') seen.resumed = event.step;
      options?.onEvent?.(event);
    },
  });
  return Object.assign(seen, { observe: replaced(observe, given, watched) });
}

function replaced(
  observe: readonly Observer[],
  given: Observer | undefined,
  observer: Observer,
): readonly Observer[] {
  return [...observe.filter((other) => other !== given), observer];
}

function describeEvent(event: Exclude<CheckpointEvent, { kind: 'saved' }>): string {
  if (event.kind === 'skipped') return `skipped the checkpoint ${event.folder}: ${event.reason}`;
  const going = `going on after step ${event.step}, from ${event.folder}`;
  const here = `${getBackend()}, version ${version}`;
  const there = `${event.backend}, version ${event.library}`;
  return here === there ? going : `${going}, which was saved with ${there}; this is ${here}`;
}
