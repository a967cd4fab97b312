import type { EmbeddedBatch } from '../../gradients/train-batch';
import type { ClipModel } from '../../model/clip-model';
import type { Optimizer } from '../optimizer';

/** The figures of one step. */
export interface TrainReport {
  /** Steps done, from 1. */
  readonly step: number;
  /** Length of the run. */
  readonly steps: number;
  /** Loss of this step's batch, before the update. */
  readonly loss: number;
  /** 1/τ that the loss was computed with. */
  readonly logitScale: number;
  /** Global norm √Σ‖g‖² of the gradients, before any clipping. */
  readonly gradientNorm: number;
  readonly learningRate: number;
  /** Rate over the last steps. */
  readonly stepsPerSecond: number;
}

/** What an observer sees of a step: its figures, and the model, which stands after exactly this step. */
export interface ObservedStep extends TrainReport {
  readonly model: ClipModel;
  /** What observers measured at this step, by their names. */
  readonly measured: Readonly<Record<string, unknown>>;
  /**
   * The embeddings of the step's batch, outside the tape, for an observer that asks for them with `embeddings: true`;
   * another one gets an error. They are freed after the step.
   */
  readonly embeddings: EmbeddedBatch;
}

/** A run, before its first step. */
export interface ObservedRun {
  readonly model: ClipModel;
  readonly optimizer: Optimizer;
  readonly steps: number;
  /** Whether it goes on from a checkpoint where there is one. */
  readonly resume: boolean;
  /** Whether it may remove what an earlier run wrote. */
  readonly overwrite: boolean;
  /** What a run must share with the checkpoint that it goes on from. */
  readonly identity: Readonly<Record<string, unknown>>;
}

/** An observer with its wishes and its hooks, each of which may be left out. */
export interface StepObserver {
  /** What it measures is known by this name: the field of the metrics. */
  readonly name?: string;
  /** It sees each step whose number this divides. Default 1. */
  readonly every?: number;
  /** It sees the first step too. */
  readonly first?: boolean;
  /** It sees the last step too; of a run that ends early only where it asks for no embeddings. */
  readonly last?: boolean;
  /** It sees the embeddings of its steps; see {@link ObservedStep}. */
  readonly embeddings?: boolean;
  /** It sees each step too at which an observer measured something, so that it can write that down. */
  readonly whenMeasured?: boolean;
  /** Before the first step, and before anything of an earlier run is changed: take what is needed, or throw. */
  open?(run: ObservedRun): void | Promise<void>;
  /**
   * All observers are open. `step` is 0, or the step of the checkpoint that the run goes on from: what was written of
   * later steps will come again. `state` is what `state()` gave for that checkpoint.
   */
  start?(step: number, state: unknown): void | Promise<void>;
  /** Figures for the metrics, as JSON: they are in `measured` of the `step` hooks, which come after all of these. */
  measure?(step: ObservedStep): unknown;
  /** Sees a step. The next one waits for it. */
  step?(step: ObservedStep): void | Promise<void>;
  /** JSON for the checkpoint, by `name`, of which `start` gets back what the step's checkpoint holds. */
  state?(): unknown;
  /** The run is over, or has failed, or `open` has thrown: let go of everything. */
  finish?(): void | Promise<void>;
}

/**
 * Looks at a run of {@link trainClip} now and then. {@link metricsFile}, {@link evaluator},
 * {@link budgetObserver} and {@link checkpoint} are observers. The simplest one is a function of the report, called
 * after each step.
 *
 * ```js
 * const drift = {
 *   every: 50,
 *   embeddings: true, // of the step's batch; its tensors are freed after the step
 *   step: async ({ step, embeddings }) => console.log(step, await embeddings.images.norm().data()),
 * };
 * ```
 */
export type Observer = ((report: TrainReport) => void | Promise<void>) | StepObserver;

/** An observer that keeps the run itself, so that `resume` can go on with it. A run has one at most. */
export interface CheckpointObserver extends StepObserver {
  /** Restores the run that is kept into model and optimiser; undefined where none is. */
  resume(run: ObservedRun): Promise<KeptRun | undefined>;
  /** Keeps the run after a step, when all other observers have seen it. */
  save(kept: KeptRun): Promise<void>;
  /** What a run that fails can go on from, for the error; undefined where nothing has been kept. */
  readonly latest: string | undefined;
}

/** What is kept of a run beside model and optimiser. */
export interface KeptRun {
  readonly step: number;
  /** Loss of that step. */
  readonly loss: number;
  /** The states of observers, by their names. */
  readonly observers: Readonly<Record<string, unknown>>;
}
