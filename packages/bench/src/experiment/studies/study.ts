import type { Cell, Finetuning, Pretraining } from '../cells/cell';
import type { MeasuredCell } from '../cells/cell-table';

/** An experiment: the cells that it needs, and what it says of them. */
export interface Study {
  readonly name: string;
  /** The question, in one sentence. */
  readonly question: string;
  /** What we expected before it ran. */
  readonly expected: string;
  /** About how long it takes on two cores. */
  readonly time: string;
  readonly seeds: readonly number[];
  cells(seeds: readonly number[]): Cell[];
  /** The answer as text: tables with intervals, and sentences that say where nothing was seen. */
  summarise(cells: readonly MeasuredCell[]): string;
}

/** A full scene's encoder and how long InfoNCE alone trains it, for every study on full scenes. */
export const FULL_PRETRAINING: Pretraining = {
  detail: 'full',
  captions: 40_000,
  steps: 600,
  batchSize: 128,
  learningRate: 1e-3,
  embeddingSize: 48,
  width: 64,
  layers: 2,
};

export const FULL_FINETUNING: Finetuning = {
  captions: 8000,
  steps: 400,
  batchSize: 128,
  learningRate: 5e-4,
  warmupSteps: 20,
  weightDecay: 0.1,
};
