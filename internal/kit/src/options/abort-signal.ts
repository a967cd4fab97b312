import { type Rule, rule } from './rule';

/** An AbortSignal, of whatever realm: a page and its frame have a class each. */
/* @__NO_SIDE_EFFECTS__ */
export function abortSignal(): Rule<AbortSignal> {
  return rule(
    'an AbortSignal, such as new AbortController().signal',
    (value) => Object.prototype.toString.call(value) === '[object AbortSignal]',
  );
}
