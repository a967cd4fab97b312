import type { CheckpointObserver, ClipModel, ObservedRun, OptimizerTensor } from '@slipform/clip';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { type History, isHistory } from './history';

/** What a run goes on from, of one of the three. */
export interface Kept {
  readonly state: {
    readonly step: number;
    readonly loss: number;
    readonly weights: ReadonlyMap<string, OptimizerTensor>;
    readonly optimizer: {
      readonly numbers: Readonly<Record<string, number>>;
      readonly tensors: ReadonlyMap<string, OptimizerTensor>;
    };
  };
  readonly history: History;
}

export interface KeptArmOptions {
  readonly every: number;
  /** What to go on from, where there is something. */
  readonly from: Kept | undefined;
  readonly keep: (kept: Kept) => void;
}

/** Keeps the run of one model as plain data, exactly, so that it goes on bit for bit on one backend. */
export function keptArm({ every, from, keep }: KeptArmOptions): CheckpointObserver {
  let run: ObservedRun | undefined;
  return {
    every,
    latest: undefined,
    open(opened) {
      run = opened;
    },
    async resume({ model, optimizer }) {
      if (from === undefined) return undefined;
      const { state, history } = from;
      assignWeights(model, state.weights);
      await optimizer.restore?.(state.optimizer);
      return { step: state.step, loss: state.loss, observers: { history: structuredClone(history) } };
    },
    async save({ step, loss, observers }) {
      if (run === undefined) throw new Error('unreachable: a run is opened before it is kept');
      const optimizer = await run.optimizer.state?.();
      if (optimizer === undefined) throw new Error('unreachable: adamW has a state');
      if (!isHistory(observers.history)) throw new Error('unreachable: the room keeps its history');
      const state = { step, loss, weights: await weightsOf(run.model), optimizer };
      keep({ state, history: structuredClone(observers.history) });
    },
  };
}

async function weightsOf(model: ClipModel): Promise<Map<string, OptimizerTensor>> {
  const weights = new Map<string, OptimizerTensor>();
  for (const [name, variable] of model.parameters) {
    weights.set(name, { shape: variable.shape, values: await variable.data<'float32'>() });
  }
  return weights;
}

export function assignWeights(model: ClipModel, weights: Kept['state']['weights']): void {
  for (const [name, { shape, values }] of weights) {
    tidy(() => model.parameter(name).assign(tensor(values, [...shape], 'float32')));
  }
}
