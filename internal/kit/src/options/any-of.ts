import { type Rule, readValue } from './rule';

/** A value that keeps one of two rules. */
/* @__NO_SIDE_EFFECTS__ */
export function anyOf<A, B>(first: Rule<A>, second: Rule<B>): Rule<A | B> {
  return {
    what: `${first.what} or ${second.what}`,
    holds: (value) => first.holds(value) || second.holds(value),
    copy: (value, ...at) => readValue(first.holds(value) ? first : second, value, ...at),
    form: first.form,
  };
}
