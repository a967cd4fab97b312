import type { Icon } from '@slipform/icons';
import { hashText } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { IconWorld } from '../icon-world';

/** An icon of which only the words matter. */
export function iconOf(id: string, fields: Partial<Icon> = {}): Icon {
  const [set, name] = id.split(':') as [string, string];
  const words = name.split('-');
  const [left, top, width, height] = [0, 0, 24, 24];
  return {
    ...{ id, set, name, words, left, top, width, height },
    ...{ artist: set, family: set, caption: words.join(' '), style: '', body: '' },
    ...{ aliases: [], tags: [], categories: [] },
    ...fields,
  };
}

/** A world whose drawings follow from the captions: equal captions look alike. */
export function smallWorld(icons: readonly Icon[], size = 8): IconWorld {
  const grey = new Uint8Array(icons.length * size * size);
  for (const [row, { caption }] of icons.entries()) {
    const random = createRandom(hashText(caption));
    for (let at = 0; at < size * size; at++) grey[row * size * size + at] = random.integer(256);
  }
  return { icons, size, grey };
}
