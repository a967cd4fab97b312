import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { hashText, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { checkIcon } from './check-icons';
import type { Icon } from './icon';

export interface CaptionsOptions {
  /** What the tags are drawn by, an integer of 32 bits. Default 0. */
  readonly seed?: number;
  /** How many captions with tags. Default 1; 0 for none. */
  readonly tagged?: number;
  /** How many tags such a caption has at most: one of 1 … `maxTags`, as many captions of each. Default 2. */
  readonly maxTags?: number;
}

const table = defineOptions('captionsOf', {
  seed: optional(integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), 0),
  tagged: optional(integer({ min: 0, max: 100 }), 1),
  maxTags: optional(integer({ min: 1, max: 10 }), 2),
} satisfies RowsFor<CaptionsOptions>);

/**
 * The captions of an icon: its name, each of its aliases, and its name with one or two tags, "bell off, mute, silent".
 * The seed and the icon's own identifier choose the tags, so that the choice doesn't hang on other icons.
 *
 * @returns the name first; each caption once
 * @throws {InputError} for what is no icon, or an option of a wrong type or size
 *
 * @example
 * captionsOf(icon, { seed: 1, tagged: 1 }); // ['bell off', 'mute', 'bell off, silent']
 */
export function captionsOf(icon: Icon, options: CaptionsOptions = {}): string[] {
  checkIcon('captionsOf', icon);
  const { seed, tagged, maxTags } = table.read(options);
  const captions = [icon.caption, ...icon.aliases];
  if (icon.tags.length > 0 && tagged > 0) {
    const random = createRandom(hashText(icon.id, streamSeed(seed, 'captionsOf')));
    for (let count = 0; count < tagged; count++) {
      const tags = random.some(icon.tags, 1 + random.below(maxTags));
      captions.push([icon.caption, ...tags].join(', '));
    }
  }
  return [...new Set(captions)];
}
