import type { Spread } from './statistics';

/** Three digits that count: 0.0213, 4.35, 21.2, 1010. */
export function rateText(rate: number): string {
  if (!Number.isFinite(rate)) return '–';
  if (rate >= 100) return rate.toFixed(0);
  return rate >= 10 ? rate.toFixed(1) : rate >= 1 ? rate.toFixed(2) : rate.toPrecision(2);
}

/** "4.35 (4.20–4.41)" */
export function spreadText({ median, least, most }: Spread): string {
  return Number.isFinite(median) ? `${rateText(median)} (${rateText(least)}–${rateText(most)})` : '–';
}

/** ".45", "1.05" */
export function ratioText(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2).replace(/^0/, '') : '–';
}
