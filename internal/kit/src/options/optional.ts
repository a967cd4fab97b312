import type { DefaultRule, OptionalRule, Rule } from './rule';

/**
 * A value that may be left out; undefined counts as left out, null does not.
 *
 * @param fallback what it is then
 */
export function optional<T, Read>(of: Rule<T, Read>): OptionalRule<T, Read>;
export function optional<T, Read>(of: Rule<T, Read>, fallback: NoInfer<Read>): DefaultRule<T, Read>;
/* @__NO_SIDE_EFFECTS__ */
export function optional<T, Read>(of: Rule<T, Read>, fallback?: Read): OptionalRule<T, Read> {
  return { ...of, isOptional: true, ...(fallback !== undefined && { fallback }) };
}
