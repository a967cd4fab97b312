import type { Result } from '@slipform/bench';
import { STYLE_NAMES } from '@slipform/scenes';
import type { MeasuredRun } from '../row';

/** Of each kind, in the whole demo. */
const QUESTIONS = 1000;

/** Models in the order of tables. */
const ORDER = ['text only', 'checkpoint', 'InfoNCE', 'hard negatives', 'Cement'];
/** Variants that have no seed of their own, as long as they come once. */
const UNSEEDED = ['text only', 'checkpoint'];

/**
 * The results of a demo, without answers to single questions, from its rows: enough for tables over seeds. Intervals over
 * the questions need the answers.
 */
export function resultsFromRows(runs: readonly MeasuredRun[]): Result[] {
  const styles = [...new Set(runs.flatMap(({ rows }) => rows.flatMap(({ style }) => style ?? [])))];
  return styles.flatMap((style) =>
    inOrder(runs).map((run): Result => {
      const rows = run.rows.filter((row) => row.style === style);
      const share = (value: number) => ({
        // Shares are what rows hold; how many questions stand behind them is not among it.
        ...{ correct: Math.round(QUESTIONS * value), total: QUESTIONS },
        value,
        interval: [value, value] as const,
      });
      const numberOf = (metric: string, kind?: string) =>
        rows.find((row) => row.metric === metric && row.kind === kind)?.value ?? undefined;
      const [toText, toImage] = [numberOf('recall@1 images'), numberOf('recall@1 texts')];
      return {
        benchmark: `Scenes in ${STYLE_NAMES[style]} drawings, test pairs`,
        model: run.variant,
        ...(hasSeed(run, runs) ? { trainingSeed: run.seed } : {}),
        kinds: Object.fromEntries(
          rows.flatMap(({ metric, kind, value }) =>
            metric === 'accuracy' && kind !== undefined && kind !== 'mean' ? [[kind, share(value ?? 0)]] : [],
          ),
        ),
        mean: share(numberOf('accuracy', 'mean') ?? 0),
        chance: 0.5,
        ...(toText !== undefined && toImage !== undefined
          ? { retrieval: { imageToText: { 1: share(toText) }, textToImage: { 1: share(toImage) } } }
          : {}),
        answers: [],
      };
    }),
  );
}

/** Runs by model, then by seed. */
export function inOrder<T extends Pick<MeasuredRun, 'variant' | 'seed'>>(runs: readonly T[]): T[] {
  const place = ({ variant }: T) => ORDER.indexOf(variant);
  return [...runs].sort((a, b) => place(a) - place(b) || a.seed - b.seed);
}

/** Whether a run's seed counts: the committed checkpoint is one model, whatever the seeds. */
export function hasSeed(
  { variant }: Pick<MeasuredRun, 'variant'>,
  runs: readonly Pick<MeasuredRun, 'variant'>[],
): boolean {
  return !UNSEEDED.includes(variant) || runs.filter((run) => run.variant === variant).length > 1;
}
