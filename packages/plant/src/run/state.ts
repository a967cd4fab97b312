import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { damagedJournal } from '../files/journal';
import { isStats, type PlantStats } from '../stats';

/** The journal's record of a block. */
export function stateOf(state: unknown): { readonly writer: unknown; readonly stats: PlantStats } {
  if (isJsonObject(state) && isStats(state.stats)) return { writer: state.writer, stats: state.stats };
  throw damagedJournal();
}

/** How many samples or captions an output has. */
export function samplesOf(stats: PlantStats, keepsAll: boolean): number {
  return keepsAll ? stats.captions : stats.captionsWithNegative;
}

/** How many rows an output has. */
export function rowsOf(stats: PlantStats, keepsAll: boolean): number {
  return stats.negatives + (keepsAll ? stats.captions - stats.captionsWithNegative : 0);
}

/** The record of a finished run. */
export function summaryOf(
  output: string,
  summary: unknown,
): { readonly stats: PlantStats; readonly brokenLines: number } {
  if (isJsonObject(summary) && isStats(summary.stats) && typeof summary.brokenLines === 'number') {
    return { stats: summary.stats, brokenLines: summary.brokenLines };
  }
  throw new InputError(`the record beside ${output} is damaged; remove it.`);
}
