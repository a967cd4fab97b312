import { entriesOf } from './check-json';

/** The categories of each icon of a set, from Iconify's lists of names by category. */
export function categoriesByName(categories: unknown): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const [category, names] of entriesOf(categories, 'categories')) {
    if (!Array.isArray(names)) continue;
    for (const name of names) {
      if (typeof name !== 'string') continue;
      const found = byName.get(name);
      if (found) found.push(category);
      else byName.set(name, [category]);
    }
  }
  return byName;
}
