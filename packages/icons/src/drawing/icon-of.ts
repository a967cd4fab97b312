import type { Icon } from '../corpus/icon';

/** For tests: an icon with this body. */
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
