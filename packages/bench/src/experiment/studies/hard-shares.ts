import type { MeasuredCell } from '../cells/cell-table';

/** The hard negatives' share of the negatives' gradient, hard / (hard + easy), over the steps of a run. */
export function hardShares({ measurements }: MeasuredCell, space: 'similarity' | 'embedding'): number[] {
  const part = (name: string) =>
    new Map(
      measurements
        .filter(({ metric }) => metric === `${space} budget ${name}`)
        .map(({ of, value }) => [Number(of.replace('step ', '')), value]),
    );
  const hard = part('hard');
  const easy = part('easy');
  return [...hard].sort(([a], [b]) => a - b).map(([step, value]) => value / (value + easy.get(step)!));
}
