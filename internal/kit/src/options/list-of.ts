import { type Rule, readValue } from './rule';

export interface ListLength {
  /** The fewest entries. Default 0. */
  readonly min?: number;
}

/**
 * An array whose entries all keep one rule; it comes out as a copy. On a command line it is words with commas between
 * them.
 *
 * @param what the entries are together, for messages: `a list of slots`
 */
/* @__NO_SIDE_EFFECTS__ */
export function listOf<T>(entry: Rule<T>, what = 'a list', { min = 0 }: ListLength = {}): Rule<readonly T[]> {
  const whole = `${what}${min > 0 ? ` with at least ${min} ${min === 1 ? 'entry' : 'entries'}` : ''}, each ${entry.what}`;
  return {
    what: whole,
    holds: (value) => Array.isArray(value) && value.length >= min,
    // Not map: it leaves holes out.
    copy: (list, place, name) =>
      Array.from(list, (each, at) => readValue(entry, each, place, `${name}[${at}]`)),
    entry,
  };
}
