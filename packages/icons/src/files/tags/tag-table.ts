import type { TagsByName } from '../../corpus/read-icon-set';

type Entry = TagsByName extends ReadonlyMap<string, infer E> ? E : never;

/** Longer ones are sentences. */
const longestTag = 60;

/** Tags as they are gathered: small letters, words with spaces between them, each once. */
export class TagTable {
  readonly #byName = new Map<string, Entry>();

  get byName(): TagsByName {
    return this.#byName;
  }

  /** @param names of one icon: the first that was added under a name stays */
  add(names: readonly string[], tags: readonly string[], categories: readonly string[] = []): void {
    const entry = {
      tags: [...new Set(tags.map(tagOf))].filter((tag) => isTag(tag)),
      categories: [...new Set(categories)],
    };
    for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, entry);
  }
}

/** `Do-not-disturb` → "do not disturb". */
function tagOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

/** Marks of the editors ("*new*") and emoticons are no tags. */
function isTag(tag: string): boolean {
  return tag.length <= longestTag && /[\p{L}\p{N}]/u.test(tag) && !/^\*.*\*$/.test(tag);
}

/** The texts of a list of somebody else's; none if it is no list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A label as sets of emoji name it: "woman’s hat" → `womans-hat`. */
export function nameOf(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\p{M}’'.]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
