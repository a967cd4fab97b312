import { counted } from '@slipform/kit/text/format-number';
import type { PairsFileResult } from '../run/pairs-file';

/** The result as one JSON object. */
export function jsonPairs({ stats, brokenLines, seconds, peakMemory }: PairsFileResult): string {
  return JSON.stringify({ ...stats, brokenLines, seconds: Math.round(seconds * 1000) / 1000, peakMemory });
}

/** The result in lines to read: captions, negatives, reasons, refusals, rate. */
export function textPairs({ stats, brokenLines, seconds }: PairsFileResult): string {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .filter(([, times]) => times > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ') || 'none';
  const share = Math.round((1000 * stats.captionsWithNegative) / Math.max(1, stats.captions)) / 10;
  const lines = [
    `${counted(stats.captions, 'caption')}, ${stats.captionsWithNegative} with a natural partner (${share} %)`,
    `${counted(stats.negatives, 'negative')}: ${counts(stats.slots)}`,
    `without one: ${counts(stats.reasons)}`,
    `partners refused: ${counts(stats.refusals)}`,
  ];
  if (brokenLines > 0) lines.push(`${counted(brokenLines, 'broken line')} left out`);
  lines.push(`${seconds.toFixed(1)} s, ${Math.round(stats.captions / Math.max(seconds, 0.001))} captions/s`);
  return lines.join('\n');
}
