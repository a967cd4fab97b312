import type { Icon } from '../icon';

/** For tests: an icon of a set by its caption; a drawing of its own. */
export function iconNamed(caption: string, of: Partial<Icon> = {}): Icon {
  const set = of.set ?? 'try';
  const name = [...caption.split(' '), ...(of.style ? [of.style] : [])].join('-');
  return {
    id: `${set}:${name}`,
    set,
    name,
    artist: 'An Artist',
    family: 'an-artist',
    words: caption.split(' '),
    caption,
    style: '',
    aliases: [],
    tags: [],
    categories: [],
    body: `<path d="${set} ${name}"/>`,
    left: 0,
    top: 0,
    width: 16,
    height: 16,
    ...of,
  };
}
