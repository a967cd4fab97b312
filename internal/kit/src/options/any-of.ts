import type { Rule } from './rule';
import { misfit } from './rule';

/** A value that keeps one of two rules. */
/* @__NO_SIDE_EFFECTS__ */
export function anyOf<A, B>(first: Rule<A>, second: Rule<B>): Rule<A | B> {
  const what = `${first.what} or ${second.what}`;
  return {
    what,
    read: (value, name) => {
      for (const one of [first, second]) {
        try {
          return one.read(value, name);
        } catch {
          // The sentence below names both rules.
        }
      }
      throw misfit(name, what, value);
    },
    form: first.form,
  };
}
