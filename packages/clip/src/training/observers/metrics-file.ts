import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import {
  anyOf,
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { nodeFileSystem } from '../../files/node-modules';
import type { ObservedStep, Observer } from './observer';

/** One line of a run's metrics. All but `clock` is the same whenever the same run is made again. */
export interface TrainMetrics {
  /** Steps done, from 1. The other figures are those of this step's batch, before the update. */
  readonly step: number;
  readonly loss: number;
  readonly logitScale: number;
  readonly learningRate: number;
  /** Global norm of the gradients, before any clipping. */
  readonly gradientNorm: number;
  /** Wall-clock figures, of this process: steps per second lately, and seconds since its first step began. */
  readonly clock: { readonly stepsPerSecond: number; readonly seconds: number };
  /** What other observers measured at this step, by their names, e.g. `budget`. */
  readonly [name: string]: unknown;
}

export interface MetricsFileOptions {
  /** A file for JSON lines (Node), or a function that is called with each. */
  readonly to: string | ((metrics: TrainMetrics) => void | Promise<void>);
  /** Write a line for the first step and then for each one whose number this divides. Default 10. */
  readonly every?: number;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('metricsFile', {
    to: anyOf(
      text('the path of a file', '<file>'),
      callback<(metrics: TrainMetrics) => void | Promise<void>>(),
    ),
    every: optional(integer({ min: 1 }), 10),
  } satisfies RowsFor<MetricsFileOptions>);

/** What {@link metricsFile} returns. */
export type MetricsFileObserver = Observer & { readonly metrics: MetricsFileOptions };

/**
 * An observer of {@link trainClip} that writes a line of metrics now and then, and at each step at which another
 * observer measured something. A resumed run cuts the file back to the step of its checkpoint; a new one takes the
 * place of a file only with `overwrite`.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * const observe = [metricsFile({ to: 'run.jsonl', every: 10 })];
 * await trainClip({ model, data, loss, optimizer: adamW({ learningRate: 1e-3 }), steps: 10, observe });
 */
export function metricsFile(options: MetricsFileOptions): MetricsFileObserver {
  const { to, every } = optionTable().read(options);
  const file = typeof to === 'string' ? new MetricsLines(to) : undefined;
  const write = typeof to === 'string' ? (line: TrainMetrics) => file!.append(line) : to;
  let begun = 0;
  let resume = false;
  return {
    metrics: options,
    every,
    first: true,
    whenMeasured: true,
    async open(run) {
      begun = performance.now();
      resume = run.resume;
      await file?.open();
      if (!resume) await file?.checkNew(run.overwrite);
    },
    start: (step) => file?.cutBack(resume ? step : 0),
    async step({
      step,
      loss,
      logitScale,
      learningRate,
      gradientNorm,
      measured,
      stepsPerSecond,
    }: ObservedStep) {
      const clock = { stepsPerSecond, seconds: (performance.now() - begun) / 1000 };
      await write({ step, loss, logitScale, learningRate, gradientNorm, ...measured, clock });
    },
    finish: () => file?.close(),
  };
}

/** A file that grows by a line for a step, so that a run which is resumed can cut it back. Node only. */
class MetricsLines {
  private readonly fs;
  private held: Hold | undefined;

  constructor(private readonly file: string) {
    const fs = nodeFileSystem();
    if (fs === undefined) {
      throw new InputError(
        `metricsFile: the metrics can be written to a file in Node only, not to ${file} in a browser.`,
      );
    }
    this.fs = fs;
  }

  /** Keeps other runs from the file until {@link close}. Throws an InputError where one writes it. */
  async open(): Promise<void> {
    this.held = await hold(this.file, `the metrics ${this.file}`);
  }

  close(): void {
    this.held?.release();
    this.held = undefined;
  }

  /** For a run from the start: there must be no such file, unless it may be replaced. Changes nothing. */
  async checkNew(overwrite: boolean): Promise<void> {
    const text = await this.text();
    if (!overwrite && text !== undefined) {
      const remedy = (anew: string) =>
        `resume its run (--resume), replace it with ${anew}, or name another for the metrics`;
      throw new InputError({
        place: 'metricsFile',
        rule: `there is a file ${this.file} already`,
        remedy: remedy('overwrite: true (--force)'),
        flags: remedy('--force'),
      });
    }
    // Whatever the flags, only metrics make place for metrics.
    if (text && this.lines(text).length === 0) {
      throw new InputError(
        `metricsFile: ${this.file} holds something else than the metrics; name another file.`,
      );
    }
  }

  /** Cuts off what came after a step, and half a line that a kill left: the run will write it again. */
  async cutBack(step: number): Promise<void> {
    const text = step === 0 ? '' : ((await this.text()) ?? '');
    const kept = this.lines(text).filter((line) => line.step <= step);
    await writeFileWhole(this.file, kept.map((line) => line.text).join(''));
  }

  async append(line: TrainMetrics): Promise<void> {
    await this.fs.appendFile(this.file, `${JSON.stringify(line)}\n`);
  }

  /** The whole lines of the file, each with the step that it is of. */
  private lines(text: string): { readonly step: number; readonly text: string }[] {
    const whole = text.match(/.*\n/g) ?? [];
    return whole.map((line) => {
      const step = stepOf(line);
      if (step !== undefined) return { step, text: line };
      throw new InputError(
        `metricsFile: ${this.file} has a line that is no metrics of a step: ${printable(line.trimEnd(), 60)}; name another file.`,
      );
    });
  }

  private async text(): Promise<string | undefined> {
    try {
      return await this.fs.readFile(this.file, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}

function stepOf(line: string): number | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value.step === 'number' ? value.step : undefined;
  } catch {
    return undefined;
  }
}
