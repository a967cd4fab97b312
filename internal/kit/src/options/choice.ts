import { type Rule, rule } from './rule';

/** One of some words. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const T extends string>(choices: readonly T[]): Rule<T> {
  return rule(`one of ${choices.join(', ')}`, (value) => choices.some((word) => word === value), { choices });
}
