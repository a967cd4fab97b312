import { refuse } from './refuse';

/** Throws unless each of `values` is a finite number ≥ 0. */
export function checkNotNegative(op: string, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value) || value < 0) refuse(op, name, 'be a number ≥ 0', value);
  }
}
