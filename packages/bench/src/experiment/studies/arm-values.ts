import { seedInterval } from '../../statistics/seed-interval';
import type { MeasuredCell } from '../cells/cell-table';

/** An arm's number for each seed that has it. */
export function valuesOf(
  cells: readonly MeasuredCell[],
  arm: string,
  metric: string,
  of: string,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const cell of cells) {
    if (cell.arm !== arm) continue;
    const measured = cell.measurements.find((each) => each.metric === metric && each.of === of);
    if (measured) found.set(cell.seed, measured.value);
  }
  return found;
}

/** Mean and Student's 95 % interval over seeds. */
export function meanText(values: readonly number[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return plain(values[0]!);
  const { value, interval } = seedInterval(values);
  return `${plain(value)} (${plain(interval[0])} to ${plain(interval[1])})`;
}

/** Three digits, without the zero before the point; counts as they are. */
function plain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) > 1) return String(value);
  return value
    .toFixed(3)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−');
}
