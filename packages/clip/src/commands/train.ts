import { statSync } from 'node:fs';
import { join } from 'node:path';
import { outliveReader } from '@slipform/kit/command/command-main';
import { Interrupted, withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { codeOf, fileReason } from '@slipform/kit/errors/file-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { InputError } from '../input-error';
import type { Observer } from '../training/observers/observer';
import { trainClip } from '../training/train-clip';
import { saveModelFolder } from '../weights/save-model-folder';
import { checkOutput } from './check-output';
import { moduleError } from './module-error';
import { startBackend } from './start-backend';
import type { TrainFlags } from './train-flags';
import { readModule, type TrainModule } from './train-module';
import { isMetricsFile, watchCheckpoints, withWriters } from './train-observers';
import { inputsOf, refuseOtherModel, refuseOverwrittenInputs, skippedLine } from './train-output';
import { trainedPreprocessing } from './trained-preprocessing';

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
  let isInterrupted = false;
  const run = async (interrupt: AbortSignal) => {
    interrupt.addEventListener('abort', () => {
      isInterrupted = true;
    });
    return trainClip({
      ...config,
      ...(flags.workers !== undefined && { workers: flags.workers }),
      steps,
      resume,
      overwrite: flags.force ?? config.overwrite ?? false,
      signal: config.signal === undefined ? interrupt : AbortSignal.any([config.signal, interrupt]),
      observe: [
        (report) => {
          if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
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
