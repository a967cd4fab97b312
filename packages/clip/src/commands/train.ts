import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../package.json';
import { refuseModelFolder } from '../files/model-files';
import { InputError } from '../input-error';
import { refuseUnknownOptions } from '../refuse-unknown-options';
import type { SavedTokenizer } from '../tokenizer/tokenizer-file';
import { saveTokenizer } from '../tokenizer/tokenizer-file';
import type { CheckpointEvent, CheckpointOptions } from '../training/checkpoint/checkpoint-options';
import type { MetricsOptions } from '../training/metrics/train-metrics';
import { trainClip } from '../training/train-clip';
import { type TrainOptions, trainOptions } from '../training/train-options';
import { saveClip } from '../weights/save-clip';
import { checkOutput } from './check-output';
import { moduleError } from './module-error';
import { createProgress } from './progress';
import { type BackendFlags, startBackend } from './start-backend';
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

/** What a training module exports as default, or returns from the function that it exports. */
interface TrainModule extends TrainOptions {
  /** Folder for the trained model. */
  readonly output?: string;
  /** Saved beside the weights. */
  readonly tokenizer?: SavedTokenizer;
}

/** `slipform-clip train CONFIG.mjs` */
export async function train(file: string, flags: TrainFlags): Promise<void> {
  // A loss lies many frames of tfjs deep, and its line is told by the stack.
  Error.stackTraceLimit = 100;
  if (!existsSync(file)) throw new InputError(`There is no file ${file}.`);
  // Before the module is imported, since it makes the model.
  await startBackend(flags);
  const { output: namedOutput, tokenizer, ...config } = await readModule(file, flags.seed);
  const output = flags.output ?? namedOutput;
  if (output === undefined) {
    throw new InputError(`${file} names no output folder; name one there or with --output.`);
  }
  const steps = flags.steps ?? config.steps;
  if (steps === 0)
    throw new InputError(`${file}: steps must be at least 1; info shows a model without training it.`);
  const saved = { latest: undefined as string | undefined };
  const checkpoint = checkpointOf(config, flags, output, (folder) => {
    saved.latest = folder;
  });
  const { metrics } = metricsOf(config, flags);
  if (flags.metricsEvery !== undefined && metrics === undefined) {
    throw new UsageError('--metrics-every needs --metrics, or metrics in the module; pass --metrics FILE.');
  }
  checkOutput(output, typeof metrics?.to === 'string' ? metrics.to : undefined);
  const resume = flags.resume ?? config.resume ?? false;
  const resumes = resume && holdsCheckpoints(checkpoint?.folder);
  if (flags.force !== true && !resumes) {
    await refuseModelFolder(
      output,
      resume
        ? `${checkpoint?.folder} holds no checkpoint to go on from: start anew with --force, without --resume, and with --checkpoint-every the next run can go on`
        : undefined,
    );
  }
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
    if (aborted && saved.latest !== undefined) {
      throw new InputError(
        `stopped after ${done} of ${steps} steps; the run is saved in ${saved.latest}, and the same command with --resume goes on from there.`,
      );
    }
    await saveClip(config.model, output);
    if (tokenizer !== undefined) await saveTokenizer(tokenizer, output);
    if (!flags.json) process.stdout.write(`${output}: ${done} steps, loss ${loss.toFixed(4)}\n`);
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
  onSaved: (folder: string) => void,
): CheckpointOptions | undefined {
  const asked = flags.resume || resume || flags.checkpointEvery !== undefined || flags.checkpointFolder;
  if (checkpoint === undefined && !asked) return undefined;
  const every = flags.checkpointEvery ?? checkpoint?.every;
  return {
    ...checkpoint,
    folder: flags.checkpointFolder ?? checkpoint?.folder ?? join(output, 'checkpoints'),
    ...(every === undefined ? {} : { every }),
    identity: { seed: flags.seed, ...checkpoint?.identity },
    onEvent(event) {
      if (event.kind === 'saved') onSaved(event.folder);
      else process.stderr.write(`${tell(event)}\n`);
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

function holdsCheckpoints(folder: string | undefined): boolean {
  return (
    folder !== undefined && existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('step-'))
  );
}

function metricsOf({ metrics }: TrainModule, flags: TrainFlags): { readonly metrics?: MetricsOptions } {
  const to = flags.metrics ?? metrics?.to;
  if (to === undefined) return {};
  const every = flags.metricsEvery ?? metrics?.every;
  return { metrics: { ...metrics, to, ...(every === undefined ? {} : { every }) } };
}

async function readModule(file: string, seed: number): Promise<TrainModule> {
  let made: unknown;
  try {
    const module: { default?: unknown } = await import(pathToFileURL(resolve(file)).href);
    made = typeof module.default === 'function' ? await module.default({ seed }) : module.default;
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
  const options = made as TrainModule;
  refuseUnknownOptions(file, options, { ...trainOptions, output: true, tokenizer: true });
  return options;
}
