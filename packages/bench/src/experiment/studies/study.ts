import type { Cell, Finetuning, NegativesSpec, Pretraining, SceneCell } from '../cells/cell';
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

/**
 * The scenes' encoder and how long InfoNCE alone trains it. Set on runs of InfoNCE and of hard negatives without a
 * margin with seeds from 100 on, and frozen before any other loss was run: docs/decisions/0019-difficulty-of-the-studies.md.
 */
export const PRETRAINING: Pretraining = {
  detail: 'simple',
  captions: 40_000,
  steps: 300,
  batchSize: 128,
  learningRate: 1e-3,
  embeddingSize: 48,
  width: 64,
  layers: 2,
};

export const FINETUNING: Finetuning = {
  captions: 8000,
  steps: 200,
  batchSize: 128,
  learningRate: 5e-4,
  warmupSteps: 20,
  weightDecay: 0.1,
};

export const NEGATIVES: NegativesSpec = { policy: 'max', perCaption: 6 };

/** Drawings of training, and two artists whose drawings no model has seen. */
const JUDGING: SceneCell['judging'] = { styles: ['noto', 'fluent', 'twemoji'], count: 300 };

/** A cell on scenes that differs from the studies' common settings in what is given. */
export function sceneCell(
  given: Pick<SceneCell, 'study' | 'arm' | 'seed' | 'loss'> & Partial<SceneCell>,
): SceneCell {
  return {
    kind: 'scenes',
    pretraining: PRETRAINING,
    finetuning: FINETUNING,
    negatives: NEGATIVES,
    layout: 'captions',
    judging: JUDGING,
    ...given,
  };
}
