import {
  add,
  addN,
  div,
  keep,
  minimum,
  mul,
  type Scalar,
  sqrt,
  square,
  sum,
  type Tensor,
  type Tensor1D,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { Parameters } from '../model/parameters';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import { adamWStep } from './adamw-step';
import { FlatGroup } from './flat-group';
import type { Optimizer } from './optimizer';
import { constantSchedule, cosineSchedule, type Schedule, withWarmup } from './schedule';

export interface AdamWOptions {
  /** Peak learning rate. Default 1e-3, for a small model from scratch; fine-tuning CLIP takes 1e-6 to 1e-5. */
  readonly learningRate?: number;
  /** Course of the rate after the warm-up. Default 'cosine' to zero at the run's end. */
  readonly schedule?: 'cosine' | 'constant' | Schedule;
  /** Steps over which the rate rises linearly to its peak. Default 0. */
  readonly warmupSteps?: number;
  /** Decoupled weight decay, applied to matrices only: not to biases, norms, the class token and the logit scale. Default 0.1. */
  readonly weightDecay?: number;
  /** Decay of the first moment. Default 0.9. */
  readonly beta1?: number;
  /** Decay of the second moment. Default 0.98, as CLIP. */
  readonly beta2?: number;
  /** Default 1e-6, as CLIP. */
  readonly epsilon?: number;
  /** Gradients are scaled down to this global norm when they exceed it. Default: no clipping. */
  readonly clipNorm?: number;
}

const known: FieldNames<AdamWOptions> = {
  learningRate: true,
  schedule: true,
  warmupSteps: true,
  weightDecay: true,
  beta1: true,
  beta2: true,
  epsilon: true,
  clipNorm: true,
};

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) with warm-up, cosine and clipping by the global norm:
 *
 *     m ← β₁m + (1 − β₁)g      v ← β₂v + (1 − β₂)g²
 *     θ ← θ − η·( m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε) + λθ )
 *
 * Its state is kept for as long as it lives: use one optimiser for one run, and `dispose()` it after.
 * Throws an InputError for an unknown option, or one out of its range.
 */
export function adamW(options: AdamWOptions = {}): Optimizer {
  refuseUnknownOptions('adamW', options, known);
  const {
    learningRate = 1e-3,
    schedule = 'cosine',
    warmupSteps = 0,
    weightDecay = 0.1,
    beta1 = 0.9,
    beta2 = 0.98,
    epsilon = 1e-6,
    clipNorm,
  } = options;
  check('learningRate', learningRate, learningRate > 0, 'be above 0');
  check(
    'warmupSteps',
    warmupSteps,
    Number.isInteger(warmupSteps) && warmupSteps >= 0,
    'be an integer from 0',
  );
  check('weightDecay', weightDecay, weightDecay >= 0, 'be at least 0');
  check('beta1', beta1, beta1 >= 0 && beta1 < 1, 'lie in [0, 1)');
  check('beta2', beta2, beta2 >= 0 && beta2 < 1, 'lie in [0, 1)');
  check('epsilon', epsilon, epsilon > 0, 'be above 0');
  if (clipNorm !== undefined) check('clipNorm', clipNorm, clipNorm > 0, 'be above 0');
  const course = withWarmup(namedSchedule(schedule), warmupSteps);

  let step = 0;
  let groups: readonly { group: FlatGroup; m: Tensor1D; v: Tensor1D }[] | undefined;
  let names = '';

  return {
    update(parameters: Parameters, gradients: ReadonlyMap<string, Tensor>, steps: number): number {
      if (groups === undefined) {
        names = [...gradients.keys()].join();
        groups = FlatGroup.of(gradients, (x) => x.rank > 1).map((group) => ({
          group,
          m: keep(tidy(() => zeros([group.size]))) as Tensor1D,
          v: keep(tidy(() => zeros([group.size]))) as Tensor1D,
        }));
      } else if ([...gradients.keys()].join() !== names) {
        throw new InputError(
          'adamW: the same parameters must have gradients at each step; use one optimiser for one run.',
        );
      }
      const rate = learningRate * course(step, steps);
      step++;
      const unbias1 = 1 / (1 - beta1 ** step);
      const unbias2 = 1 / (1 - beta2 ** step);
      const current = groups;
      tidy(() => {
        const flat = current.map(({ group }) => group.flatten(gradients));
        const scale = clipNorm === undefined ? undefined : clipScale(flat, clipNorm);
        groups = current.map(({ group, m, v }, i) => {
          const g = scale === undefined ? flat[i]! : mul<Tensor1D>(flat[i]!, scale);
          const [weights, nextM, nextV] = adamWStep(
            { theta: group.flatten(parameters), g, m, v },
            {
              beta1,
              beta2,
              unbias: unbias2,
              epsilon,
              keep: group.decays ? 1 - rate * weightDecay : 1,
              rate: rate * unbias1,
            },
          );
          group.assign(weights, parameters);
          m.dispose();
          v.dispose();
          return { group, m: keep(nextM), v: keep(nextV) };
        });
      });
      return rate;
    },
    dispose(): void {
      for (const { m, v } of groups ?? []) {
        m.dispose();
        v.dispose();
      }
      groups = undefined;
      step = 0;
    },
  };
}

function namedSchedule(schedule: 'cosine' | 'constant' | Schedule): Schedule {
  if (typeof schedule === 'function') return schedule;
  if (schedule === 'cosine') return cosineSchedule;
  if (schedule === 'constant') return constantSchedule;
  throw new InputError(
    `adamW: schedule must be 'cosine', 'constant' or a function, got ${String(schedule)}.`,
  );
}

/** min(1, limit/‖g‖), as a scalar that stays on the device. */
function clipScale(gradients: readonly Tensor1D[], limit: number): Scalar {
  const norm = sqrt(addN(gradients.map((g) => sum<Scalar>(square(g)))));
  return minimum(div(limit, add(norm, 1e-6)), 1);
}

function check(name: string, value: number, holds: boolean, rule: string): void {
  if (!holds) throw new InputError(`adamW: ${name} must ${rule}, got ${value}.`);
}
