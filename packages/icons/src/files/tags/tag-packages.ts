import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import type { SetInfo } from '../../corpus/icon';
import type { TagsByName } from '../../corpus/read-icon-set';
import { readJsonFile, readJsonList } from '../read-json-file';

type Entry = TagsByName extends ReadonlyMap<string, infer E> ? E : never;

/** Longer ones are sentences. */
const longestTag = 60;

/** Tags as they are gathered: small letters, words with spaces between them, each once. */
class TagTable {
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
function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A label as sets of emoji name it: "woman’s hat" → `womans-hat`. */
function nameOf(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\p{M}’'.]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A package of npm in which people listed words for the icons of some sets. */
export interface TagPackage {
  readonly name: string;
  readonly fits: (set: SetInfo) => boolean;
  /** Tags by the names of icons, from the folder of the package. */
  readonly read: (folder: string) => Promise<TagsByName>;
}

export const TAG_PACKAGES: readonly TagPackage[] = [
  {
    name: 'lucide-static',
    fits: ({ set }) => set === 'lucide',
    async read(folder) {
      const table = new TagTable();
      for (const [name, tags] of Object.entries(await readJsonFile(join(folder, 'tags.json')))) {
        table.add([name], textsOf(tags));
      }
      return table.byName;
    },
  },
  {
    name: '@tabler/icons',
    fits: ({ set }) => set === 'tabler',
    async read(folder) {
      const table = new TagTable();
      for (const [name, icon] of Object.entries(await readJsonFile(join(folder, 'icons.json')))) {
        if (isJsonObject(icon)) table.add([name], textsOf(icon.tags), textsOf([icon.category]));
      }
      return table.byName;
    },
  },
  {
    name: '@fortawesome/fontawesome-free',
    // Older releases have fewer icons under the same names.
    fits: ({ set }) => /^fa\d*-(solid|regular)$/.test(set),
    async read(folder) {
      const table = new TagTable();
      const icons = await readJsonFile(join(folder, 'metadata', 'icon-families.json'));
      for (const [name, icon] of Object.entries(icons)) {
        if (!isJsonObject(icon)) continue;
        const others = isJsonObject(icon.aliases) ? textsOf(icon.aliases.names) : [];
        table.add([name, ...others], isJsonObject(icon.search) ? textsOf(icon.search.terms) : []);
      }
      return table.byName;
    },
  },
  {
    name: '@mdi/svg',
    fits: ({ set }) => set === 'mdi',
    async read(folder) {
      const table = new TagTable();
      for (const icon of await readJsonList(join(folder, 'meta.json'))) {
        // What it calls tags are its categories.
        if (isJsonObject(icon)) table.add(textsOf([icon.name]), textsOf(icon.aliases), textsOf(icon.tags));
      }
      return table.byName;
    },
  },
  {
    name: '@phosphor-icons/core',
    fits: ({ set }) => set === 'ph',
    async read(folder) {
      const table = new TagTable();
      // It has no JSON: its tags are in its module.
      const module: unknown = await import(pathToFileURL(join(folder, 'dist', 'index.mjs')).href);
      const icons = isJsonObject(module) && Array.isArray(module.icons) ? module.icons : [];
      for (const icon of icons) {
        if (isJsonObject(icon)) table.add(textsOf([icon.name]), textsOf(icon.tags), textsOf(icon.categories));
      }
      return table.byName;
    },
  },
  {
    name: 'emojibase-data',
    fits: ({ category, title }) => category === 'Emoji' || /emoji/i.test(title),
    async read(folder) {
      const table = new TagTable();
      for (const emoji of await readJsonList(join(folder, 'en', 'data.json'))) {
        if (!isJsonObject(emoji) || typeof emoji.label !== 'string') continue;
        const code = textsOf([emoji.hexcode]).map((hex) => hex.toLowerCase());
        table.add([nameOf(emoji.label), ...code], textsOf(emoji.tags));
      }
      return table.byName;
    },
  },
];
