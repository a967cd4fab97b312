import type { MeasuredRun } from '../row';
import type { BudgetSpace } from '../run';

/** The hard negatives' share of the negatives' gradient, hard / (hard + easy), over the steps of a run. */
export function hardShares({ rows }: MeasuredRun, space: BudgetSpace): number[] {
  const part = (kind: string) =>
    new Map(
      rows
        .filter((row) => row.metric === `${space} budget` && row.kind === kind)
        .map(({ step, value }) => [step!, value ?? Number.NaN]),
    );
  const hard = part('hard');
  const easy = part('easy');
  return [...hard].sort(([a], [b]) => a - b).map(([step, value]) => value / (value + easy.get(step)!));
}
