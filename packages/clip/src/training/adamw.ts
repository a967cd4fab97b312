import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  anyOf,
  callback,
  choice,
  defineOptions,
  integer,
  number,
  optional,
  type RowsFor,
} from '@slipform/kit/options/options';
import { hasFusedKernel, numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  div,
  keep,
  minimum,
  mul,
  type Scalar,
  sqrt,
  square,
  sub,
  type Tensor,
  type Tensor1D,
  tensor1d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Parameters } from '../model/parameters';
import { FlatGroup } from './flat-group';
import {
  constantSchedule,
  cosineSchedule,
  type Optimizer,
  type OptimizerState,
  type OptimizerTensor,
  type Schedule,
  type UpdateOptions,
  withWarmup,
} from './optimizer';

export interface AdamWOptions {
  /** Peak learning rate. Default 1e-3, for a small model from scratch; fine-tuning CLIP takes 1e-6 to 1e-5. */
  readonly learningRate?: number;
  /** How the rate goes on after the warm-up. Default 'cosine' to zero at the run's end. */
  readonly schedule?: 'cosine' | 'constant' | Schedule;
  /** Steps over which the rate rises linearly to its peak. Default 0. */
  readonly warmupSteps?: number;
  /**
   * So many first steps change no parameter and gather the moments alone, at the rate 0; the schedule begins after them. A run on
   * a model that is trained already then begins with moments that mean something (TuneCLIP). Default 0.
   */
  readonly warmStatistics?: number;
  /** Decoupled weight decay of matrices, embedding tables among them: not of biases, norms, the class token and the logit scale, as open_clip has it. Default 0.1. */
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

const OPTIONS = defineOptions('adamW', {
  learningRate: optional(number({ above: 0 }), 1e-3),
  schedule: optional(anyOf(choice(['cosine', 'constant']), callback<Schedule>()), 'cosine'),
  warmupSteps: optional(integer({ min: 0 }), 0),
  warmStatistics: optional(integer({ min: 0 }), 0),
  weightDecay: optional(number({ min: 0 }), 0.1),
  beta1: optional(number({ min: 0, below: 1 }), 0.9),
  beta2: optional(number({ min: 0, below: 1 }), 0.98),
  epsilon: optional(number({ above: 0 }), 1e-6),
  clipNorm: optional(number({ above: 0 })),
} satisfies RowsFor<AdamWOptions>);

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) with warm-up, cosine and clipping by the global norm:
 *
 *     m ← β₁m + (1 − β₁)g      v ← β₂v + (1 − β₂)g²
 *     θ ← θ − η·( m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε) + λθ )
 *
 * Its state is kept for as long as it lives: use one optimiser for one run, and `dispose()` it after. To go on
 * with it in another run on purpose, give it its own state back: `optimizer.restore(await optimizer.state())`.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * const optimizer = adamW({ learningRate: 1e-3, warmupSteps: 1, clipNorm: 1 });
 * const { steps } = await trainClip({ model, data, loss, optimizer, steps: 2 });
 * steps; // 2
 * optimizer.dispose();
 */
export function adamW(options: AdamWOptions = {}): Optimizer {
  const { learningRate, schedule, warmupSteps, warmStatistics, weightDecay, ...moments } =
    OPTIONS.read(options);
  const { beta1, beta2, epsilon, clipNorm } = moments;
  const scheduleWithWarmup = withWarmup(namedSchedule(schedule), warmupSteps);

  let step = 0;
  let groups: readonly Moments[] | undefined;
  let members = '';
  let stepsMade = 0;
  // A state that was handed in before the parameters are known.
  let restored: OptimizerState | undefined;

  return {
    settings: {
      optimizer: 'adamW',
      learningRate,
      schedule: typeof schedule === 'function' ? 'function' : schedule,
      warmupSteps,
      ...(warmStatistics > 0 && { warmStatistics }),
      weightDecay,
      beta1,
      beta2,
      epsilon,
      clipNorm: clipNorm ?? 'none',
    },
    get stepsMade() {
      return stepsMade;
    },
    update(
      parameters: Parameters,
      gradients: ReadonlyMap<string, Tensor>,
      { steps, norm }: UpdateOptions,
    ): number {
      if (groups === undefined) {
        members = membersOf(gradients);
        groups = startMoments(
          FlatGroup.of(gradients, (x) => x.rank > 1),
          restored,
        );
        restored = undefined;
      } else if (membersOf(gradients) !== members) {
        throw new InputError(
          'adamW: the same parameters, of the same shapes, must have gradients at each step; use one optimiser for one run.',
        );
      }
      const rate =
        step < warmStatistics
          ? 0
          : learningRate * scheduleWithWarmup(step - warmStatistics, steps - warmStatistics);
      step++;
      stepsMade++;
      const biasCorrection1 = 1 / (1 - beta1 ** step);
      const biasCorrection2 = 1 / (1 - beta2 ** step);
      const current = groups;
      tidy(() => {
        const scale = clipNorm === undefined ? undefined : clipScale(norm, clipNorm);
        // Each group in a tidy of its own, so that what lies between its steps is freed before the next.
        groups = current.map(({ group, m, v }) => {
          const next = tidy((): [Tensor1D, Tensor1D] => {
            const [nextM, nextV] = adamWStep(
              group,
              { parameters, gradients, scale, m, v },
              {
                beta1,
                beta2,
                biasCorrection2,
                epsilon,
                decayFactor: group.decays ? 1 - rate * weightDecay : 1,
                stepSize: rate * biasCorrection1,
              },
            );
            return [keep(nextM), keep(nextV)];
          });
          m.dispose();
          v.dispose();
          return { group, m: next[0], v: next[1] };
        });
      });
      return rate;
    },
    async state(): Promise<OptimizerState> {
      if (restored !== undefined) return restored;
      const tensors = new Map<string, OptimizerTensor>();
      for (const { group, m, v } of groups ?? []) {
        for (const [prefix, moment] of [
          ['m', m],
          ['v', v],
        ] as const) {
          for (const [name, part] of group.split((await moment.data()) as Float32Array)) {
            tensors.set(`${prefix}.${name}`, part);
          }
        }
      }
      return { numbers: { step }, tensors };
    },
    restore(state: OptimizerState): void {
      const { step: done } = state.numbers;
      if (done === undefined || !Number.isInteger(done) || done < 0) {
        refuse('adamW', `the state's step`, 'must be an integer from 0', done);
      }
      free();
      step = done;
      stepsMade = 0;
      restored = state;
    },
    dispose(): void {
      free();
      step = 0;
      stepsMade = 0;
      restored = undefined;
    },
  };

  function free(): void {
    for (const { m, v } of groups ?? []) {
      m.dispose();
      v.dispose();
    }
    groups = undefined;
  }
}

/** Names and shapes of what has a gradient. */
function membersOf(gradients: ReadonlyMap<string, Tensor>): string {
  let members = '';
  for (const [name, { shape }] of gradients) members += `${name} [${shape}] `;
  return members;
}

/** The two moments of a group's gradients, [size]. */
interface Moments {
  readonly group: FlatGroup;
  readonly m: Tensor1D;
  readonly v: Tensor1D;
}

/** Zeros, or what a state holds for the groups' parameters; all of it is looked up before a tensor is made. */
function startMoments(groups: readonly FlatGroup[], state: OptimizerState | undefined): Moments[] {
  const fresh = state === undefined || state.numbers.step === 0;
  const found = groups.map((group) => ({
    group,
    m: fresh ? undefined : group.join((name) => momentOf(state, `m.${name}`)),
    v: fresh ? undefined : group.join((name) => momentOf(state, `v.${name}`)),
  }));
  const start = (values: Float32Array | undefined, size: number): Tensor1D =>
    keep(tidy((): Tensor1D => (values === undefined ? zeros([size]) : tensor1d(values))));
  return found.map(({ group, m, v }) => ({
    group,
    m: start(m, group.size),
    v: start(v, group.size),
  }));
}

function momentOf(state: OptimizerState, name: string): Float32Array {
  const found = state.tensors.get(name);
  if (found === undefined) {
    throw new InputError(`adamW: the restored state lacks ${name}; it belongs to other parameters.`);
  }
  return found.values;
}

function namedSchedule(schedule: 'cosine' | 'constant' | Schedule): Schedule {
  if (typeof schedule === 'function') return schedule;
  return schedule === 'cosine' ? cosineSchedule : constantSchedule;
}

/** min(1, limit/‖g‖), as a scalar that stays on the device. */
function clipScale(norm: Scalar, limit: number): Scalar {
  return minimum(div(limit, add(norm, 1e-6)), 1);
}

/** What a step starts from; `m` and `v` are the moments of the group's parameters, one after another. */
export interface AdamWState {
  readonly parameters: Parameters;
  readonly gradients: ReadonlyMap<string, Tensor>;
  /** Gradients are multiplied with it. */
  readonly scale: Scalar | undefined;
  readonly m: Tensor1D;
  readonly v: Tensor1D;
}

/** `biasCorrection2` is 1/(1 − β₂ᵗ), `decayFactor` what decay leaves of a parameter, `stepSize` the rate over 1 − β₁ᵗ. */
type AdamWNumbers = Readonly<
  Record<'beta1' | 'beta2' | 'biasCorrection2' | 'epsilon' | 'decayFactor' | 'stepSize', number>
>;

/**
 * m′ = β₁m + (1 − β₁)g, v′ = β₂v + (1 − β₂)g², θ′ = decayFactor·θ − stepSize·m′/(√(biasCorrection2·v′) + ε) for a group
 * of parameters: assigns θ′ and returns m′ and v′.
 */
export function adamWStep(group: FlatGroup, state: AdamWState, numbers: AdamWNumbers): [Tensor1D, Tensor1D] {
  const { parameters, gradients, scale, m, v } = state;
  if (hasFusedKernel('adamW')) {
    const inputs = {
      ...numbered('theta', group.tensorsOf(parameters)),
      ...numbered('g', group.tensorsOf(gradients)),
      ...{ m, v, ...(scale === undefined ? {} : { scale }) },
    };
    const next = runFusedKernel<Tensor[]>('adamW', inputs, numbers);
    const moments = next.splice(-2);
    group.assignEach(next, parameters);
    return moments as [Tensor1D, Tensor1D];
  }
  const { beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize } = numbers;
  const theta = group.flatten(parameters);
  const flat = group.flatten(gradients);
  const g = scale === undefined ? flat : mul<Tensor1D>(flat, scale);
  const nextM = add<Tensor1D>(mul(m, beta1), mul(g, 1 - beta1));
  const nextV = add<Tensor1D>(mul(v, beta2), mul(square(g), 1 - beta2));
  const direction = div(nextM, add(sqrt(mul(nextV, biasCorrection2)), epsilon));
  const kept = decayFactor === 1 ? theta : mul(theta, decayFactor);
  group.assign(sub(kept, mul(direction, stepSize)), parameters);
  return [nextM, nextV];
}
