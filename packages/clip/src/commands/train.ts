import { statSync } from 'node:fs';
import { join } from 'node:path';
import { outliveReader } from '@slipform/kit/command-main';
import { codeOf, fileReason } from '@slipform/kit/file-error';
import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../package.json';
import { type Hold, hold } from '../files/hold';
import { InputError } from '../input-error';
import type { CheckpointEvent, CheckpointOptions } from '../training/checkpoint/checkpoint-options';
import type { MetricsOptions } from '../training/metrics/train-metrics';
import { trainClip } from '../training/train-clip';
import { saveModelFolder } from '../weights/save-model-folder';
import { checkOutput } from './check-output';
import { moduleError } from './module-error';
import { createProgress } from './progress';
import { type BackendFlags, startBackend } from './start-backend';
import { readModule, type TrainModule } from './train-module';
import { inputsOf, refuseOtherModel, refuseOverwrittenInputs } from './train-output';
import { trainedPreprocessing } from './trained-preprocessing';
import { UsageError } from './usage-error';

export interface TrainFlags extends BackendFlags {
  readonly output?: string;
  readonly steps?: number;
  readonly seed: number;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly resume?: boolean;
  readonly checkpointEvery?: number;
  readonly checkpointFolder?: string;
  readonly metrics?: string;
  readonly metricsEvery?: number;
}

/** `slipform-clip train CONFIG.mjs` */
export async function train(file: string, flags: TrainFlags): Promise<void> {
  // A loss lies many frames of tfjs deep, and its line is told by the stack.
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
  const options = await readModule(file, flags.seed);
  const output = flags.output ?? options.output;
  if (typeof output !== 'string' || output === '') {
    throw new InputError(`${file} names no output folder; name one there or with --output.`);
  }
  outliveReader();
  const { metrics } = metricsOf(options, flags);
  if (flags.metricsEvery !== undefined && metrics === undefined) {
    throw new UsageError('--metrics-every needs --metrics, or metrics in the module; pass --metrics FILE.');
  }
  const metricsFile = typeof metrics?.to === 'string' ? metrics.to : undefined;
  checkOutput(output, metricsFile);
  refuseOverwrittenInputs({ file, output, metrics: metricsFile, inputs: inputsOf(options.data) });
  const held = await hold(join(output, 'train'), `the model in ${output}`);
  try {
    await trainInto(output, held, file, options, metrics, flags);
  } finally {
    await held.release();
  }
}

/** Trains and saves; nobody else writes into the folder meanwhile. */
async function trainInto(
  output: string,
  held: Hold,
  file: string,
  options: TrainModule,
  metrics: MetricsOptions | undefined,
  flags: TrainFlags,
): Promise<void> {
  const { output: _, tokenizer, preprocessing: __, ...config } = options;
  const preprocessing = await trainedPreprocessing(file, options);
  const steps = flags.steps ?? config.steps;
  if (steps === 0)
    throw new InputError(`${file}: steps must be at least 1; info shows a model without training it.`);
  const seen = { saved: undefined as string | undefined, resumed: 0 };
  const checkpoint = checkpointOf(config, flags, output, (event) => {
    if (event.kind === 'saved') seen.saved = event.folder;
    if (event.kind === 'resumed') seen.resumed = event.step;
  });
  const resume = flags.resume ?? config.resume ?? false;
  await refuseOtherModel(output, { force: flags.force ?? false, resume, checkpoints: checkpoint?.folder });
  const progress = createProgress(process.stderr, steps);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop);
  try {
    const {
      steps: done,
      loss,
      aborted,
    } = await trainClip({
      ...config,
      ...(metrics === undefined ? {} : { metrics }),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      steps,
      resume,
      overwrite: flags.force ?? config.overwrite ?? false,
      signal:
        config.signal === undefined ? interrupt.signal : AbortSignal.any([config.signal, interrupt.signal]),
      async onStep(report) {
        if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
        progress.update(report.step, report.loss, report.stepsPerSecond);
        await config.onStep?.(report);
      },
    }).catch((error: unknown) => {
      throw moduleError(file, error);
    });
    progress.stop();
    if (done === 0) {
      const reason = aborted ? 'stopped before the first step' : `${file}: data held no batch`;
      throw new InputError(`${reason}, so nothing was trained or saved.`);
    }
    if (aborted && seen.saved !== undefined) {
      throw new InputError(
        `stopped after ${done} of ${steps} steps; the run is saved in ${seen.saved}, and the same command with --resume goes on from there.`,
      );
    }
    held.assertHeld();
    await saveModelFolder(config.model, output, { tokenizer, preprocessing });
    if (!flags.json) {
      const isOver =
        seen.resumed === steps ? ', which an earlier run had made: nothing was left to train' : '';
      process.stdout.write(`${output}: ${done} steps, loss ${loss.toFixed(4)}${isOver}\n`);
    }
    if (aborted)
      throw new InputError(`stopped after ${done} of ${steps} steps; the weights so far are in ${output}.`);
  } finally {
    progress.stop();
    process.removeListener('SIGINT', stop);
  }
}

/** The module's checkpoints as the flags change them; undefined where neither asks for any. */
function checkpointOf(
  { checkpoint, resume }: TrainModule,
  flags: TrainFlags,
  output: string,
  onEvent: (event: CheckpointEvent) => void,
): CheckpointOptions | undefined {
  const asked =
    flags.resume || resume || flags.checkpointEvery !== undefined || flags.checkpointFolder !== undefined;
  if (checkpoint === undefined && !asked) return undefined;
  const every = flags.checkpointEvery ?? checkpoint?.every;
  return {
    ...checkpoint,
    folder: flags.checkpointFolder ?? checkpoint?.folder ?? join(output, 'checkpoints'),
    ...(every === undefined ? {} : { every }),
    identity: { seed: flags.seed, ...checkpoint?.identity },
    onEvent(event) {
      onEvent(event);
      if (event.kind !== 'saved') process.stderr.write(`${tell(event)}\n`);
      checkpoint?.onEvent?.(event);
    },
  };
}

function tell(event: Exclude<CheckpointEvent, { kind: 'saved' }>): string {
  if (event.kind === 'skipped') return `skipped the checkpoint ${event.folder}: ${event.reason}`;
  const going = `going on after step ${event.step}, from ${event.folder}`;
  const here = `${getBackend()}, version ${version}`;
  const there = `${event.backend}, version ${event.library}`;
  return here === there ? going : `${going}, which was saved with ${there}; this is ${here}`;
}

function metricsOf({ metrics }: TrainModule, flags: TrainFlags): { readonly metrics?: MetricsOptions } {
  const to = flags.metrics ?? metrics?.to;
  if (to === undefined) return {};
  const every = flags.metricsEvery ?? metrics?.every;
  return { metrics: { ...metrics, to, ...(every === undefined ? {} : { every }) } };
}
