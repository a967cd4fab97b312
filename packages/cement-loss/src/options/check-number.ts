import { refuse } from './refuse';

/** The largest number that an option may be: beside it the masks of absent entries still count as −∞. */
const LARGEST = 1e12;

/** Whether it is a number that leaves room in float32; what is beyond would come out as a wrong value, not as an error. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST;
}

/** Throws unless `value` is a finite number of moderate size. */
export function checkFinite(op: string, name: string, value: unknown, most = LARGEST): void {
  if (!Number.isFinite(value)) refuse(op, name, 'be a finite number', value);
  if (!isNumber(value) || value > most) refuse(op, name, `be at most ${most} in magnitude`, value);
}

/** Throws unless each of `values` is a number ≥ 0, and at most `most`. */
export function checkNotNegative(op: string, values: Readonly<Record<string, number>>, most?: number): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value) || value < 0) refuse(op, name, 'be a number ≥ 0', value);
    checkFinite(op, name, value, most);
  }
}
