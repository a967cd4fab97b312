import { describe, refuse } from './describe';

/**
 * Refuses options that are no plain object, and keys that nobody reads: a misspelt option would change nothing in
 * silence. The error lists the keys that there are.
 *
 * @param known Their names, separated by commas or spaces; what stands between brackets is an explanation.
 */
export function checkKeys(op: string, options: object, known: string): void {
  if (typeof options !== 'object' || options === null)
    refuse(op, 'options', 'be an object', describe(options));
  for (const key of Object.keys(options)) {
    if (!known.split(/[, ]+/).includes(key)) refuse(op, 'options', `be of ${known}`, describe(key));
  }
}
