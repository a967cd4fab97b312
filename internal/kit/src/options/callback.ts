import { type Rule, rule } from './rule';

/** A function; what it takes and returns is known to the compiler alone. */
/* @__NO_SIDE_EFFECTS__ */
export function callback<T extends (...values: never[]) => unknown>(what = 'a function'): Rule<T> {
  return rule(what, (value) => typeof value === 'function');
}
