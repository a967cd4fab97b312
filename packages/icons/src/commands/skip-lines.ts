import { printable } from '@slipform/kit/text/printable';
import type { SkippedIcon } from '../drawing/drawings';

/** How many are named; all of them are in `--json`. */
const named = 5;

/** What was left out, for standard error: by reason, the first few by name. */
export function skipLines(skipped: readonly SkippedIcon[]): string {
  const reasons = [...new Set(skipped.map(({ why }) => why))];
  return reasons
    .map((why) => {
      const icons = skipped.filter((one) => one.why === why);
      const names = icons.slice(0, named).map(({ icon }) => printable(icon.id, 60));
      const more = icons.length > named ? ` and ${icons.length - named} more` : '';
      return `slipform-icons: left out ${names.join(', ')}${more}: ${printable(why)}\n`;
    })
    .join('');
}
