import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { callback, defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { dispose, scalar, type Tensor, type Optimizer as TfOptimizer, tensor } from '@tensorflow/tfjs-core';
import type { Parameters } from '../model/parameters';
import {
  constantSchedule,
  type Optimizer,
  type OptimizerState,
  type OptimizerTensor,
  type Schedule,
  withWarmup,
} from './optimizer';

export interface TfOptimizerOptions {
  /** Learning rate by step, as a share of the optimiser's own. Default: its own throughout. */
  readonly schedule?: Schedule;
  /** Steps over which the rate rises linearly to its peak. Default 0. */
  readonly warmupSteps?: number;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('fromTfOptimizer', {
    schedule: optional(callback<Schedule>(), constantSchedule),
    warmupSteps: optional(integer({ min: 0 }), 0),
  } satisfies RowsFor<TfOptimizerOptions>);

/**
 * An optimiser of tfjs as one for {@link trainClip}. Its state goes into checkpoints by `getWeights` and `setWeights`,
 * except that of Adamax, which tfjs can't save. tfjs computes what Adam keeps of the steps anew when it is set, so that
 * a resumed run of Adam equals the unbroken one up to rounding, and not bit for bit. Weight decay and clipping are what it has itself (none).
 * After `dispose()` it can't be used again.
 *
 * @throws {InputError} for what is no optimiser of tfjs, an unknown option, or a schedule where it has no learning rate
 * @example
 * await trainClip({ model, data, loss, optimizer: fromTfOptimizer(tf.train.adam(1e-3)), steps: 2 });
 */
export function fromTfOptimizer(optimizer: TfOptimizer, options: TfOptimizerOptions = {}): Optimizer {
  if (!isTfOptimizer(optimizer)) {
    refuse(
      'fromTfOptimizer',
      'optimizer',
      'must be one of tfjs, such as tf.train.adam(1e-3)',
      shown(optimizer),
    );
  }
  const { schedule, warmupSteps } = optionTable().read(options);
  const scheduled = withWarmup(schedule, warmupSteps);
  const peak = learningRateOf(optimizer);
  if (peak === undefined && Object.keys(options).length > 0) {
    throw new InputError(
      'fromTfOptimizer: this optimizer has no learningRate that a schedule could set; pass it without options.',
    );
  }
  // tfjs has no getWeights() of it.
  const canBeSaved = optimizer.getClassName() !== 'Adamax';
  let step = optimizer.iterations;
  let stepsMade = step;

  return {
    settings: { optimizer: optimizer.getClassName(), learningRate: peak ?? 'its own', warmupSteps },
    get stepsMade() {
      return stepsMade;
    },
    update(parameters: Parameters, gradients, { steps }) {
      const rate = (peak ?? Number.NaN) * scheduled(step, steps);
      if (peak !== undefined) setLearningRate(optimizer, rate);
      optimizer.applyGradients(
        [...gradients].map(([name, gradient]) => ({ name: parameters.get(name)!.name, tensor: gradient })),
      );
      step++;
      stepsMade++;
      return rate;
    },
    ...(canBeSaved && { state, restore }),
    dispose(): void {
      optimizer.dispose();
      stepsMade = 0;
    },
  };

  async function state(): Promise<OptimizerState> {
    const tensors = new Map<string, OptimizerTensor>();
    const [iterations, ...moments] = await optimizer.getWeights();
    iterations?.tensor.dispose();
    for (const [i, moment] of moments.entries()) {
      // By their order, by which tfjs takes them back: names of variables differ from run to run.
      tensors.set(`weights.${String(i).padStart(6, '0')}`, {
        shape: moment.tensor.shape,
        values: Float32Array.from(await moment.tensor.data()),
      });
    }
    return { numbers: { step }, tensors };
  }
  async function restore({ numbers, tensors }: OptimizerState): Promise<void> {
    const { step: done } = numbers;
    if (done === undefined || !Number.isInteger(done) || done < 0) {
      refuse('fromTfOptimizer', `the state's step`, 'must be an integer from 0', done);
    }
    const moments = [...tensors].sort(([a], [b]) => (a < b ? -1 : 1));
    const weights: { name: string; tensor: Tensor }[] = [
      { name: 'iter', tensor: scalar(done, 'int32') },
      ...moments.map(([name, { shape, values }]) => ({ name, tensor: tensor(values, [...shape]) })),
    ];
    try {
      await optimizer.setWeights(weights);
    } finally {
      dispose(weights.map((weight) => weight.tensor));
    }
    step = done;
    stepsMade = 0;
  }
}

/** By what it has: tfjs may be there twice. */
export function isTfOptimizer(value: unknown): value is TfOptimizer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'applyGradients' in value &&
    'getWeights' in value &&
    'setWeights' in value
  );
}

/** Protected in tfjs's types, and there in each of its optimisers. */
function learningRateOf(optimizer: object): number | undefined {
  return 'learningRate' in optimizer && typeof optimizer.learningRate === 'number'
    ? optimizer.learningRate
    : undefined;
}

/** The stochastic gradient descents keep the rate on the device too, and have a method that sets both. */
function setLearningRate(optimizer: object, rate: number): void {
  if ('setLearningRate' in optimizer && typeof optimizer.setLearningRate === 'function') {
    optimizer.setLearningRate(rate);
  } else if ('learningRate' in optimizer) optimizer.learningRate = rate;
}
