import { InputError } from '@slipform/kit/errors/input-error';
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
import {
  add,
  div,
  exp,
  matMul,
  mean,
  mul,
  type Scalar,
  sqrt,
  square,
  stack,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { ObservedStep, Observer } from './observer';
import { type LogFormat, type LogRecord, StepLog } from './step-log';

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

/** How a batch's embeddings lie on the unit sphere. */
export interface EmbeddingGeometry {
  /** mean_i ‖v_i − t_i‖², 0 (each image on its caption) to 4 (Wang and Isola 2020, eq. 1 with α = 2). */
  readonly alignment: number;
  /**
   * ln mean_{i≠j} e^{−2‖x_i − x_j‖²}, −8 to 0, the lower the more evenly spread (Wang and Isola 2020, eq. 2 with
   * t = 2), of images and of captions; null for a single pair.
   */
  readonly uniformity: { readonly images: number | null; readonly captions: number | null };
  /** ‖mean v − mean t‖, 0 to 2 (Liang et al. 2022, section 2.1). */
  readonly modalityGap: number;
}

/** The geometry of images and captions [batch, embeddingSize], which need not be normalised. */
export async function embeddingGeometry(images: Tensor2D, captions: Tensor2D): Promise<EmbeddingGeometry> {
  const figures = tidy(() => {
    const [v, t] = [unit(images), unit(captions)];
    const distances = squaredDistance(v, t);
    const gap = sqrt(sum(square(sub(mean(v, 0), mean(t, 0)))));
    return stack([mean(distances), gap, potential(v), potential(t)] as Scalar[]) as Tensor1D;
  });
  const [alignment, modalityGap, ofImages, ofCaptions] = (await figures.data()) as ArrayLike<number> as [
    number,
    number,
    number,
    number,
  ];
  figures.dispose();
  const single = images.shape[0] < 2;
  return {
    alignment,
    uniformity: {
      images: single ? null : Math.log(ofImages),
      captions: single ? null : Math.log(ofCaptions),
    },
    modalityGap,
  };
}

function unit(x: Tensor2D): Tensor2D {
  return div(x, sqrt(add(sum(square(x), 1, true), 1e-24)));
}

/** ‖v_i − t_i‖² [batch] */
function squaredDistance(v: Tensor2D, t: Tensor2D): Tensor1D {
  return sum(square(sub(v, t)), 1);
}

/** mean_{i≠j} e^{−2‖x_i − x_j‖²} of unit rows, for which ‖x − y‖² = 2 − 2x·y; the diagonal's ones are taken off. */
function potential(x: Tensor2D): Scalar {
  const n = x.shape[0];
  const kernel = exp(mul(sub(matMul(x, x, false, true), 1), 4));
  return div(sub(sum(kernel), n), Math.max(n * (n - 1), 1)) as Scalar;
}
