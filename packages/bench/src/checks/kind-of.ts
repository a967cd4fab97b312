import { printable, quoted } from '@slipform/kit/printable';

/** How an error calls what came: numbers and texts as they are written, so that `'10'` and 10 differ. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return printable(String(value), 60);
}
