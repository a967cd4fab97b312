/** The words of a list; those of several words ask for another separator than a space. */
export function wordSet(list: string, separator = ' '): ReadonlySet<string> {
  return new Set(list === '' ? [] : list.split(separator));
}
