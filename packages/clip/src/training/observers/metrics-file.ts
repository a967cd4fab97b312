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
import { InputError } from '../../input-error';
import { type EmbeddingGeometry, embeddingGeometry } from './embedding-geometry';
import type { ObservedStep, Observer } from './observer';
import type { LogFormat, LogRecord } from './step-log';
import { StepLog } from './step-log';

const LINE_END = 10;

/** JSON lines, each with the number of its step. */
const metricsFormat: LogFormat = {
  caller: 'metricsFile',
  what: 'the metrics',
  head: () => new Uint8Array(0),
  *read(bytes, file): Generator<LogRecord> {
    for (let start = 0, end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      const line = bytes.subarray(start, end + 1);
      const text = new TextDecoder().decode(line).trimEnd();
      const step = stepOf(text);
      if (step === undefined) {
        throw new InputError(
          `metricsFile: ${file} has a line that is no metrics of a step: ${printable(text, 60)}; name another file.`,
        );
      }
      yield { step, bytes: line };
      start = end + 1;
    }
  },
};

function stepOf(line: string): number | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value.step === 'number' ? value.step : undefined;
  } catch {
    return undefined;
  }
}

/** One line of a run's metrics. All but `clock` is the same whenever the same run is made again. */
export interface TrainMetrics extends EmbeddingGeometry {
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
  const lines = typeof to === 'string' ? new StepLog(to, metricsFormat) : undefined;
  const write =
    typeof to === 'string' ? (line: TrainMetrics) => lines!.append(`${JSON.stringify(line)}\n`) : to;
  let begun = 0;
  let resume = false;
  return {
    metrics: options,
    every,
    first: true,
    whenMeasured: true,
    embeddings: true,
    async open(run) {
      begun = performance.now();
      resume = run.resume;
      await lines?.open();
      if (!resume) await lines?.checkNew(run.overwrite);
    },
    start: (step) => (resume ? lines?.cutBack(step) : lines?.startNew()),
    async step(seen: ObservedStep) {
      const { step, loss, logitScale, learningRate, gradientNorm, embeddings, measured, stepsPerSecond } =
        seen;
      const geometry = await embeddingGeometry(embeddings.images, embeddings.captions);
      const clock = { stepsPerSecond, seconds: (performance.now() - begun) / 1000 };
      await write({ step, loss, logitScale, learningRate, gradientNorm, ...geometry, ...measured, clock });
    },
    finish: () => lines?.close(),
  };
}
