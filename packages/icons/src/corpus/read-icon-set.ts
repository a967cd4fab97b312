import { InputError } from '@slipform/kit/errors/input-error';
import { callback, defineOptions, optional, type RowsFor, rule, text } from '@slipform/kit/options/options';
import { quoted, shown } from '@slipform/kit/text/printable';
import type { Icon, IconSet } from './icon';
import { bodyOf, checkName, entriesOf, numberAt, ownKey } from './iconify/check-json';
import { setInfoOf } from './iconify/set-info';
import type { Transform } from './iconify/transform';
import { type Drawing, isNoTransform, joinTransforms, noTransform, transformed } from './iconify/transform';
import { readNames } from './names/read-names';

/** Longer chains of aliases are refused; those of Iconify have one link. */
const longestChain = 50;

/** An alias followed to the drawing that it names. */
interface ResolvedAlias {
  /** Name of the drawing. */
  readonly root: string;
  readonly transform: Transform;
  /** View boxes of the chain, the alias' own first. */
  readonly boxes: readonly unknown[];
}

/**
 * @param aliases those of the set by name
 * @param isIcon whether a name is a drawing of the set
 * @throws {InputError} for a chain that ends nowhere, comes back to itself or is too long
 */
function resolveAlias(
  name: string,
  aliases: ReadonlyMap<string, unknown>,
  isIcon: (name: string) => boolean,
): ResolvedAlias {
  const boxes: unknown[] = [];
  let transform = noTransform;
  let at = name;
  while (!isIcon(at)) {
    const alias = aliases.get(at);
    const parent = ownKey(alias, 'parent');
    if (typeof parent !== 'string') {
      const reason =
        alias === undefined ? `${quoted(at)} is no icon of the set` : `its parent is ${shown(parent)}`;
      throw new InputError(
        `readIconSet: alias ${quoted(name)} must lead to an icon, but ${reason}; remove it.`,
      );
    }
    if (boxes.length >= longestChain) {
      throw new InputError(
        `readIconSet: alias ${quoted(name)} must lead to an icon in ${longestChain} steps; it may come back to itself.`,
      );
    }
    transform = joinTransforms(transformOf(alias, name), transform);
    boxes.push(alias);
    at = parent;
  }
  return { root: at, transform, boxes };
}

function transformOf(value: unknown, name: string): Transform {
  return {
    rotate: Math.round(numberAt(value, 'rotate', quoted(name)) ?? 0),
    hFlip: ownKey(value, 'hFlip') === true,
    vFlip: ownKey(value, 'vFlip') === true,
  };
}

/**
 * Names without variants of one emoji: the five tones of skin, and the many families, kisses and couples. They are up to
 * half of a set of emoji, and draw one thing.
 */
export function withoutEmojiVariants(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names.filter((name) => !(hasTone(name, all) || people.test(name)));
}

const people = /^(family|kiss|couple-with-heart)-(man|woman|person|adult|boy|girl|child)\b/;

const tone = /-(?:(?:medium-)?(?:light|dark)|medium)(?=-|$)/g;

/** A tone is written out ("waving-hand-light-skin-tone"), or one of five behind a name ("artist-light"); a police-car-light has no tone. */
function hasTone(name: string, names: ReadonlySet<string>): boolean {
  if (name.includes('-skin-tone')) return true;
  const plain = name.replace(tone, '');
  return plain !== name && names.has(plain) && names.has(`${plain}-medium-light`);
}

/** Words and categories of the icons of a set by their names, `bell-off`, as a package of tags lists them. */
export type TagsByName = ReadonlyMap<
  string,
  { readonly tags: readonly string[]; readonly categories: readonly string[] }
>;

export interface ReadIconSetOptions {
  /** Tags by the names of icons, or by code points as the set's `chars` has them; a tag like the caption itself is left out. Default: none. */
  readonly tags?: TagsByName;
  /** Version of the package that the JSON came from. */
  readonly version?: string;
  /** Called with the name of each drawing that can't be read, which is then left out. Default: an InputError. */
  readonly onSkip?: (name: string, why: string) => void;
}

const table = defineOptions('readIconSet', {
  tags: optional(rule<TagsByName>('a Map of tags by name', (value) => value instanceof Map)),
  version: optional(text('a version')),
  onSkip: optional(callback<NonNullable<ReadIconSetOptions['onSkip']>>()),
} satisfies RowsFor<ReadIconSetOptions>);

/**
 * The icons of one set in Iconify's JSON, as `@iconify-json/lucide/icons.json` or a member of `@iconify/json` has it.
 *
 * Names become words without what says style and size (`readNames`). An alias that turns or mirrors its parent is a drawing
 * of its own; any other is a further name of the drawing, among its `aliases`. Hidden icons, which a set keeps for old users
 * alone, are left out; so are tones of skin and families in sets of emoji. Order: as in the JSON.
 *
 * @param json somebody else's data, checked as it is read
 * @throws {InputError} one sentence, for what is no set: a key of a wrong type, a broken or circular alias, a size that is
 *   no number, a drawing that could run or load something
 *
 * @example
 * const { icons, artist } = readIconSet(JSON.parse(text));
 * icons[0]?.caption; // 'bell off'
 */
export function readIconSet(json: unknown, options: ReadIconSetOptions = {}): IconSet {
  const { tags, version, onSkip } = table.read(options);
  const prefix = ownKey(json, 'prefix');
  if (typeof prefix !== 'string' || !/^[a-z0-9-]{1,100}$/.test(prefix)) {
    throw new InputError(
      'readIconSet: json must be an icon set of Iconify with a prefix of small letters, digits and -; pass its icons.json.',
    );
  }
  const info = setInfoOf(prefix, ownKey(json, 'info'), version);
  const all = new Map(entriesOf(ownKey(json, 'icons'), 'icons'));
  const aliases = new Map(entriesOf(ownKey(json, 'aliases'), 'aliases'));
  const drawings = new Map<string, Drawing>();
  const skipping = <T>(name: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (onSkip === undefined || !InputError.isInstance(error)) throw error;
      onSkip(name, error.message);
      return undefined;
    }
  };
  const isHidden = (value: unknown) => ownKey(value, 'hidden') === true;
  for (const [name, icon] of all) {
    if (isHidden(icon)) continue;
    const drawing = skipping(name, () => drawingOf(checkName(name, 'a name'), [icon, json], icon));
    if (drawing) drawings.set(name, drawing);
  }
  const otherNames = new Map<string, string[]>();
  for (const [name, alias] of aliases) {
    skipping(name, () => {
      const { root, transform, boxes } = resolveAlias(checkName(name, 'an alias'), aliases, (at) =>
        all.has(at),
      );
      if (isHidden(alias) || !drawings.has(root) || drawings.has(name)) return;
      if (isNoTransform(transform)) otherNames.set(root, [...(otherNames.get(root) ?? []), name]);
      else
        drawings.set(
          name,
          transformed(drawingOf(name, [...boxes, all.get(root), json], all.get(root)), transform),
        );
    });
  }
  const shown = withoutEmojiVariants([...drawings.keys()]);
  const parts = readNames(shown, {
    suffixes: entriesOf(ownKey(json, 'suffixes'), 'suffixes').map(([key]) => key),
    prefixes: entriesOf(ownKey(json, 'prefixes'), 'prefixes').map(([key]) => key),
  });
  const categories = categoriesByName(ownKey(json, 'categories'));
  const codes = new Map(entriesOf(ownKey(json, 'chars'), 'chars').map(([code, name]) => [name, code]));
  const icons = shown.map((name): Icon => {
    const { words, style, variant } = parts(name);
    const caption = words.join(' ');
    const tagged = tags?.get(name) ?? tags?.get(codes.get(name) ?? '') ?? tags?.get(words.join('-'));
    const others = (otherNames.get(name) ?? []).map((other) => parts(other).words.join(' '));
    return {
      id: `${prefix}:${name}`,
      set: prefix,
      name,
      artist: info.artist,
      family: info.family,
      words,
      caption,
      style,
      ...(variant !== '' && { variant }),
      aliases: distinctBut(caption, others),
      tags: distinctBut(caption, tagged?.tags ?? []).filter((tag) => !others.includes(tag)),
      categories: distinctBut('', [...(categories.get(name) ?? []), ...(tagged?.categories ?? [])]),
      ...drawings.get(name)!,
    };
  });
  return { ...info, icons };
}

/** The drawing of an icon by its own box, or that of the nearest in the chain which has one; 16 × 16 at 0, 0 otherwise. */
function drawingOf(name: string, boxes: readonly unknown[], icon: unknown): Drawing {
  const find = (key: string, fallback: number) => {
    for (const box of boxes) {
      const value = numberAt(box, key, quoted(name));
      if (value !== undefined) return value;
    }
    return fallback;
  };
  const drawing = {
    body: bodyOf(icon, quoted(`${ownKey(boxes.at(-1), 'prefix')}:${name}`)),
    left: find('left', 0),
    top: find('top', 0),
    width: find('width', 16),
    height: find('height', 16),
  };
  if (!(drawing.width > 0 && drawing.height > 0)) {
    throw new InputError(`readIconSet: ${quoted(name)}: width and height must be above 0; correct the set.`);
  }
  return transformed(drawing, transformOf(icon, name));
}

function distinctBut(caption: string, texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== caption);
}

/** The categories of each icon of a set, from Iconify's lists of names by category. */
function categoriesByName(categories: unknown): ReadonlyMap<string, readonly string[]> {
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
