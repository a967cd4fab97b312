import type { Rows } from './read-options';

/** The rows of one table with those of another; of two of one name the second counts. A spread would bundle both. */
/* @__NO_SIDE_EFFECTS__ */
export function extend<A extends Rows, B extends Rows>(rows: A, more: B): Omit<A, keyof B> & B {
  return { ...rows, ...more };
}
