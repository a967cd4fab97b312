import type { Icon } from '../corpus/icon';

/** An icon with this body. */
export function iconOf(body: string, of: Partial<Icon> = {}): Icon {
  return {
    id: 'test:icon',
    set: 'test',
    name: 'icon',
    artist: 'Nobody',
    family: 'nobody',
    words: ['icon'],
    caption: 'icon',
    style: '',
    aliases: [],
    tags: [],
    categories: [],
    body,
    left: 0,
    top: 0,
    width: 16,
    height: 16,
    ...of,
  };
}

/** An icon of a set by its caption; a drawing of its own. */
export function iconNamed(caption: string, of: Partial<Icon> = {}): Icon {
  const set = of.set ?? 'try';
  const words = caption.split(' ');
  const name = [...words, ...(of.style ? [of.style] : [])].join('-');
  const by = { artist: 'An Artist', family: 'an-artist' };
  return iconOf(`<path d="${set} ${name}"/>`, {
    id: `${set}:${name}`,
    set,
    name,
    words,
    caption,
    ...by,
    ...of,
  });
}
