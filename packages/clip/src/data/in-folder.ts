import { isAbsolute, relative, resolve, sep } from 'node:path';
import { quoted } from '@slipform/kit/text/printable';

/**
 * The path of a file that a table or shard names, below `folder`. Throws what is wrong with a name that leads
 * out of it, in words that follow its place.
 */
export function inFolder(folder: string, name: string): string {
  if (name.trim() === '') throw new Error('names no image');
  if (/\p{Cc}/u.test(name)) throw new Error('names an image with a control character in its name');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) throw new Error('names an image by its URL; download it first');
  const path = resolve(folder, name);
  const below = relative(resolve(folder), path);
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    throw new Error(`names an image outside of the image folder: ${shortened(name)}`);
  }
  return path;
}

/** A text of somebody else's for a message: quoted, and not too long. */
export function shortened(text: string): string {
  return quoted(text, 80);
}
