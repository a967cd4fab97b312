import type { Content } from '@slipform/kit/files/write-file';
import type { Answers } from './machine/answers-file';
import type { MeasuredRun } from './row';
import type { Run } from './run';

/** An experiment: a question, the runs that it needs, and what it says of them. */
export interface Experiment {
  readonly name: string;
  /** The question, in one sentence. */
  readonly question: string;
  /** What we expected before it ran. */
  readonly expected: string;
  /** About how long it takes on two cores. */
  readonly time: string;
  readonly seeds: readonly number[];
  /** All variants with one seed. */
  runs(seed: number, choices: RunChoices): Run[];
  /**
   * The answer as text: tables with intervals, and sentences that say where nothing was seen.
   *
   * @param folder where the rows lie, and beside them answers to single questions
   */
  summarise(runs: readonly MeasuredRun[], folder: string): string | Promise<string>;
  /** Text, and files such as a report. */
  readonly view: View;
}

/** What the command was asked for, beside the seed. */
interface RunChoices {
  /** The first of the command's seeds. */
  readonly firstSeed: number;
}

/** All that a view is made of. */
export interface ViewInput {
  readonly runs: readonly Run[];
  readonly measured: readonly MeasuredRun[];
  readonly answers: (run: Run) => Promise<Answers | undefined>;
  /** Where results and what runs share lie. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** As the user typed it. */
  readonly command: string;
  readonly startedAt: Date;
  readonly seconds: number;
}

/** What a view says and writes. */
export interface Viewed {
  readonly text: string;
  readonly json: object;
  /** Content of the files by their names. */
  readonly files: Readonly<Record<string, Content>>;
}

export interface View {
  /** Names of the files that it writes; the first is the one to open. */
  readonly files: readonly string[];
  make(input: ViewInput): Promise<Viewed>;
}

/** The same run with less to do: often too little to show a difference. */
export function quick(run: Run): Run {
  const { training, evaluation } = run;
  return {
    ...run,
    ...(training
      ? {
          training: {
            ...training,
            captions: Math.round(training.captions / 2),
            steps: Math.round(0.4 * training.steps),
          },
        }
      : {}),
    evaluation: {
      ...evaluation,
      pairs: Math.round(0.4 * evaluation.pairs),
      captions: Math.round(evaluation.captions / 2),
    },
  };
}
