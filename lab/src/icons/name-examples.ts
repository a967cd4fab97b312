import type { Icon } from '@slipform/icons';
import type { Random } from '@slipform/kit/random/random';
import type { IconExample } from './icon-batches';
import type { IconWorld } from './icon-world';

export interface NameExamplesOptions {
  /** Whether a tag of an icon is kept out of training. Default: none is. */
  readonly isHeldOut?: (tag: string, icon: Icon) => boolean;
  /** Without it, an icon is called by its name alone. Default true. */
  readonly withTags?: boolean;
}

/** How often each view of an icon's words is its caption, where the icon has such words. */
const SHARES = { name: 0.5, alias: 0.15, nameAndTag: 0.15, tag: 0.2 } as const;

/**
 * What a model is pretrained on: the drawings of one set that have one name (its styles) are one example, so that a set of
 * many styles does not come up more often. Its caption is the name, another name, the name with a tag, or a tag alone.
 */
export function nameExamples(world: IconWorld, options: NameExamplesOptions = {}): IconExample[] {
  const rowsOf = new Map<string, number[]>();
  for (const [row, { set, caption }] of world.icons.entries()) {
    if (caption === '') continue;
    const key = `${set} ${caption}`;
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [row]);
    else rows.push(row);
  }
  return [...rowsOf.values()].map((rows) => ({
    rows,
    caption: captionOf(
      rows.map((row) => world.icons[row]!),
      options,
    ),
  }));
}

/** The only caption, or how one is drawn. */
function captionOf(
  icons: readonly Icon[],
  { isHeldOut = () => false, withTags = true }: NameExamplesOptions,
): IconExample['caption'] {
  const name = icons[0]!.caption;
  const others = (of: (icon: Icon) => readonly string[]) =>
    withTags
      ? [...new Set(icons.flatMap(of))].filter((text) => text !== '' && text.toLowerCase() !== name)
      : [];
  const aliases = others((icon) => icon.aliases);
  const tags = others((icon) => icon.tags.filter((tag) => !isHeldOut(tag, icon)));
  if (aliases.length === 0 && tags.length === 0) return name;
  const weights = [
    SHARES.name,
    aliases.length > 0 ? SHARES.alias : 0,
    tags.length > 0 ? SHARES.nameAndTag : 0,
    tags.length > 0 ? SHARES.tag : 0,
  ];
  return (random: Random) => {
    switch (random.weighted(weights)) {
      case 1:
        return random.pick(aliases);
      case 2:
        return `${name}, ${random.pick(tags)}`;
      case 3:
        return random.pick(tags);
      default:
        return name;
    }
  };
}
