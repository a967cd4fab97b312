import { type Rule, rule } from './rule';

/** One of some words. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const T extends string>(choices: readonly T[]): Rule<T> {
  const what = choices.length > 1 ? `one of ${choices.join(', ')}` : `'${choices[0]}'`;
  return rule(what, (value) => choices.some((word) => word === value), { choices });
}
