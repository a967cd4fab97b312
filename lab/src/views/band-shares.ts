import Table from 'cli-table3';
import type { MeasuredRun } from '../row';
import { BANDS } from '../statistics/bands';
import { mean } from '../statistics/mean';
import { PLAIN } from './compare-variants';

/**
 * The hard negative's share of the push on pictures over training, by the band of the changed word's concreteness: mean over
 * the seeds, at the first, the middle and the last step that was measured. Nothing where no arm has it.
 */
export function bandShares(runs: readonly MeasuredRun[]): string | undefined {
  const steps = [
    ...new Set(
      runs.flatMap(({ rows }) => rows.flatMap((row) => (row.metric === 'band budget' ? [row.step!] : []))),
    ),
  ].sort((a, b) => a - b);
  if (steps.length === 0) return undefined;
  const shown = [...new Set([steps[0]!, steps[steps.length >> 1]!, steps.at(-1)!])];
  const table = new Table({
    ...PLAIN,
    head: ['hard share of the push', ...BANDS.map((band) => `${band}: step ${shown.join(', ')}`)],
  });
  for (const arm of new Set(runs.map(({ variant }) => variant))) {
    const own = runs.filter(({ variant }) => variant === arm);
    const cells = BANDS.map((band) => {
      const shares = shown.map((step) =>
        mean(own.map((run) => shareAt(run, band, step)).filter(Number.isFinite)),
      );
      return shares.some(Number.isNaN) ? '–' : shares.map((share) => share.toFixed(3).slice(1)).join(' → ');
    });
    if (cells.some((cell) => cell !== '–')) table.push([arm, ...cells]);
  }
  return table.toString();
}

function shareAt({ rows }: MeasuredRun, band: string, step: number): number {
  const part = (kind: string) =>
    rows.find((row) => row.metric === 'band budget' && row.step === step && row.kind === `${band}: ${kind}`)
      ?.value ?? Number.NaN;
  return part('hard') / (part('hard') + part('easy'));
}
