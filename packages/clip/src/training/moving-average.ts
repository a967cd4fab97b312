import { InputError } from '@slipform/kit/errors/input-error';
import { defineOptions, number, optional, type RowsFor } from '@slipform/kit/options/options';
import { add, clipByValue, mul, sub, tensor, tidy } from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import type { Parameters } from '../model/parameters';
import type { Optimizer, OptimizerState, OptimizerTensor } from './optimizer';
import { TRAIN_ROWS } from './train-options';

export interface MovingAverageOptions {
  /** What updates the model that is trained, such as `adamW`. */
  readonly optimizer: Optimizer;
  /** The model that follows it, also the `teacher` of the run: the start, loaded a second time. */
  readonly teacher: ClipModel;
  /** How much of the average a step keeps, 0 to 1 (excluded). Default 0.999. */
  readonly decay?: number;
}

const OPTIONS = defineOptions('movingAverage', {
  optimizer: TRAIN_ROWS.optimizer,
  teacher: TRAIN_ROWS.model,
  decay: optional(number({ min: 0, below: 1 }), 0.999),
} satisfies RowsFor<MovingAverageOptions>);

/** Beginning of the average's names in a checkpoint. */
const PREFIX = 'average.';

/**
 * An optimiser of `trainClip` after whose steps the teacher follows what is trained: θ′ ← d·θ′ + (1 − d)·θ (Tarvainen
 * and Valpola 2017). So `keepClose` keeps to an average of the model's own past in place of its start. A checkpoint holds the average.
 *
 * @throws {InputError} for an unknown option, or one out of its range; in a step, for a teacher that lacks a parameter that is trained
 * @example
 * const teacher = await loadClip('my-model'); // the start, a second time
 * const optimizer = movingAverage({ optimizer: adamW({ learningRate: 1e-5 }), teacher });
 * const { steps } = await trainClip({ model, teacher, data, loss, optimizer, steps: 2 });
 * steps; // 2
 */
export function movingAverage(options: MovingAverageOptions): Optimizer {
  const { optimizer, teacher, decay } = OPTIONS.read(options);
  /** Names of what has followed. */
  const moved = new Set<string>();

  const follow = (parameters: Parameters) => {
    for (const [name, parameter] of parameters) {
      if (!parameter.trainable) continue;
      moved.add(name);
      const average = teacher.parameter(name);
      tidy(() => {
        // As trainClip clamps it after the step.
        const now = name === 'logit_scale' ? clipByValue(parameter, 0, Math.log(100)) : parameter;
        average.assign(add(average, mul(sub(now, average), 1 - decay)));
      });
    }
  };

  const keeps = optimizer.state !== undefined && optimizer.restore !== undefined;
  return {
    settings: { ...optimizer.settings, averageDecay: decay },
    get stepsMade() {
      return optimizer.stepsMade ?? 0;
    },
    update(parameters, gradients, given) {
      checkFollows(teacher, parameters);
      const rate = optimizer.update(parameters, gradients, given);
      follow(parameters);
      return rate;
    },
    dispose: () => optimizer.dispose(),
    ...(keeps && {
      async state(): Promise<OptimizerState> {
        const { numbers, tensors } = await optimizer.state!();
        const own = await Promise.all(
          [...moved].map(async (name): Promise<[string, OptimizerTensor]> => {
            const average = teacher.parameter(name);
            return [PREFIX + name, { shape: average.shape, values: Float32Array.from(await average.data()) }];
          }),
        );
        return { numbers, tensors: new Map([...tensors, ...own]) };
      },
      async restore({ numbers, tensors }: OptimizerState) {
        const others = [...tensors].filter(([name]) => !name.startsWith(PREFIX));
        await optimizer.restore!({ numbers, tensors: new Map(others) });
        for (const [name, { shape, values }] of tensors) {
          if (!name.startsWith(PREFIX)) continue;
          const own = name.slice(PREFIX.length);
          moved.add(own);
          tidy(() => teacher.parameter(own).assign(tensor(values, [...shape])));
        }
      },
    }),
  };
}

function checkFollows(teacher: ClipModel, parameters: Parameters): void {
  for (const [name, { trainable, shape }] of parameters) {
    if (!trainable || `${teacher.parameters.get(name)?.shape}` === `${shape}`) continue;
    throw new InputError(
      `movingAverage: teacher must have every parameter that is trained, and has no ${name} [${shape.join(', ')}]; load the start a second time, and train without rank.`,
    );
  }
}
