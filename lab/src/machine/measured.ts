import type { Result } from '@slipform/bench';
import type { DemoAnswers } from '../demo/demo-answers';
import type { Measurement } from '../row';

/** How far a run is: with what it shares with others, steps done of its pretraining, or parts of `partsOf(run)`. */
export type Phase =
  | Preparing
  | {
      readonly phase: 'pretraining' | 'reading icons' | 'mining' | 'training' | 'judging';
      readonly done: number;
    };

/** Work before the first step, made once for several runs. */
interface Preparing extends Part {
  readonly phase: 'preparing';
}

/** A part of that work, as a progress bar says it. */
export interface Part {
  /** `drawing icons` */
  readonly what: string;
  readonly done: number;
  /** Missing: not known. */
  readonly total?: number;
  /** What is counted: `icons`. */
  readonly unit?: string;
}

/** What a run measured. */
export interface Measured {
  readonly rows: readonly Measurement[];
  /** With answers, where the run keeps them. */
  readonly results?: readonly Result[];
  /**
   * A run on icons that keeps its answers: a digit a question, in the order of the questions, 1 if both texts are right + 2 if
   * both pictures are; of the premise similarities as JSON.
   */
  readonly answers?: string;
  /** What the demo's models answered. */
  readonly demo?: DemoAnswers;
}
