import type { Result } from '@slipform/bench';
import type { ModelAnswers } from '../pairs/answers';
import type { Measurement } from '../row';

/** How far a run is: with what it shares with others, or parts of `partsOf(run)`. */
export type Phase =
  | Preparing
  | {
      readonly phase: 'training' | 'judging';
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
  /** With answers to single questions. */
  readonly results: readonly Result[];
  /** What a model of pictures answered, with its cosines. */
  readonly answers?: ModelAnswers;
}
