import { counted } from './counted';
import type { MineFileResult } from './run/mine-file-options';

/** The result as one JSON object. */
export function jsonSummary({ stats, brokenLines, seconds, peakMemory }: MineFileResult): string {
  return JSON.stringify({ ...stats, brokenLines, seconds: Math.round(seconds * 1000) / 1000, peakMemory });
}

/** The result in lines to read: captions, negatives, slots, refusals, rate. */
export function textSummary({ stats, brokenLines, seconds }: MineFileResult): string {
  const share = (part: number, whole: number) =>
    `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %`;
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .filter(([, times]) => times > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ');
  const lines = [
    `${counted(stats.captions, 'caption')}, ${stats.captionsWithNegative} with a negative (${share(stats.captionsWithNegative, stats.captions)})`,
    `${counted(stats.negatives, 'negative')}: ${counts(stats.slots) || 'none'}; ${counts(stats.operations) || 'none'}`,
    `refused: ${counts(stats.refusals) || 'nothing'}`,
  ];
  if (brokenLines > 0) lines.push(`${counted(brokenLines, 'broken line')} left out`);
  lines.push(`${seconds.toFixed(1)} s, ${Math.round(stats.captions / Math.max(seconds, 0.001))} captions/s`);
  return lines.join('\n');
}
