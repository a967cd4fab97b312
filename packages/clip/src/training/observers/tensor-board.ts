import { defineOptions, integer, optional, type RowsFor, text } from '@slipform/kit/options/options';
import { nodePath } from '../../files/node-modules';
import { eventFormat, scalarsEvent } from './event-format';
import type { ObservedStep, Observer } from './observer';
import { StepLog } from './step-log';

export interface TensorBoardOptions {
  /** Folder of the run, below the `--logdir` of TensorBoard; made if need be. Node only. */
  readonly folder: string;
  /** Write the first step and then each one whose number this divides. Default 10. */
  readonly every?: number;
}

const OPTIONS = defineOptions('tensorBoard', {
  folder: text('the path of a folder', '<folder>'),
  every: optional(integer({ min: 1 }), 10),
} satisfies RowsFor<TensorBoardOptions>);

// TensorBoard reads each file that has tfevents in its name.
const FILE = 'events.out.tfevents.slipform';

/**
 * An observer of {@link trainClip} that writes event files for TensorBoard: loss, logitScale, gradientNorm, learningRate
 * and stepsPerSecond as scalars, and at each step at which another observer measured something the numbers of that, by
 * tags such as `evaluation/recall@1`. A resumed run cuts the file back to the step of its checkpoint; a new one takes the
 * place of a file only with `overwrite`. Look at it with `tensorboard --logdir runs`.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * await trainClip({ …, observe: [tensorBoard({ folder: 'runs/first' })] });
 */
export function tensorBoard(options: TensorBoardOptions): Observer {
  const { folder, every } = OPTIONS.read(options);
  const log = new StepLog(nodePath()?.join(folder, FILE) ?? FILE, eventFormat);
  let resume = false;
  return {
    every,
    first: true,
    whenMeasured: true,
    async open(run) {
      resume = run.resume;
      await log.open();
      if (!resume) await log.checkNew(run.overwrite);
    },
    start: (step) => (resume ? log.cutBack(step) : log.startNew()),
    step({ step, loss, logitScale, gradientNorm, learningRate, stepsPerSecond, measured }: ObservedStep) {
      const figures = { loss, logitScale, gradientNorm, learningRate, stepsPerSecond, ...measured };
      return log.append(scalarsEvent(step, new Map(numbersOf(figures))));
    },
    finish: () => log.close(),
  };
}

/** The numbers in a record, by the path to each. */
function numbersOf(value: unknown, path = ''): [tag: string, number: number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    numbersOf(part, path === '' ? name : `${path}/${name}`),
  );
}
