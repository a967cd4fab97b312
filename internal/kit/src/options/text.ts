import { type Rule, rule } from './rule';

/**
 * A text with at least one character. An empty one is mostly a variable of a script that is not set.
 *
 * @param what the text is, for messages, with its article: `the name of a file`
 */
/* @__NO_SIDE_EFFECTS__ */
export function text(what = 'a text that is not empty', placeholder = '<text>'): Rule<string> {
  return rule(what, (value) => typeof value === 'string' && value !== '', { placeholder });
}
