import { terminalTable } from '@slipform/kit/text/terminal-table';
import type { MeasuredRun } from '../row';
import { BANDS } from '../statistics/bands';
import { mean } from '../statistics/mean';

/**
 * The hard negative's share of the push on pictures over training, by the band of the changed word's concreteness: mean over
 * the seeds, at the first, the middle and the last step that was measured of each arm. Nothing where no arm has it.
 */
export function bandShares(runs: readonly MeasuredRun[]): string | undefined {
  const arms = [...new Set(runs.map(({ variant }) => variant))].flatMap((arm) => {
    const own = runs.filter(({ variant }) => variant === arm);
    const steps = shownSteps(own);
    return steps.length === 0 ? [] : [{ arm, own, steps }];
  });
  if (arms.length === 0) return undefined;
  const when = new Set(arms.map(({ steps }) => steps.join(', ')));
  const title = when.size === 1 ? `step ${[...when][0]}` : 'first, middle, last step';
  const table = {
    gap: 2,
    head: ['hard share of the push', ...BANDS.map((band) => `${band}: ${title}`)],
    rows: [] as string[][],
  };
  for (const { arm, own, steps } of arms) {
    const cells = BANDS.map((band) => {
      const shares = steps.map((step) =>
        mean(own.map((run) => shareAt(run, band, step)).filter(Number.isFinite)),
      );
      return shares.some(Number.isNaN) ? '–' : shares.map((share) => share.toFixed(3).slice(1)).join(' → ');
    });
    if (cells.some((cell) => cell !== '–')) table.rows.push([arm, ...cells]);
  }
  return terminalTable(table);
}

function shownSteps(runs: readonly MeasuredRun[]): readonly number[] {
  const budgets = runs.flatMap(({ rows }) => rows.filter(({ metric }) => metric === 'band budget'));
  const steps = [...new Set(budgets.map(({ step }) => step!))].sort((a, b) => a - b);
  return [...new Set([steps[0], steps[steps.length >> 1], steps.at(-1)])].filter(
    (step) => step !== undefined,
  );
}

function shareAt({ rows }: MeasuredRun, band: string, step: number): number {
  const part = (kind: string) =>
    rows.find((row) => row.metric === 'band budget' && row.step === step && row.kind === `${band}: ${kind}`)
      ?.value ?? Number.NaN;
  return part('hard') / (part('hard') + part('easy'));
}
