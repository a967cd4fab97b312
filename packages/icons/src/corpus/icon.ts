/** A drawing with the words that its artist and others gave it. */
export interface Icon {
  /** Iconify's own identifier, `lucide:bell-off`. */
  readonly id: string;
  /** Prefix of the set, `lucide`. */
  readonly set: string;
  /** The name within the set, `bell-off`. */
  readonly name: string;
  /** Who drew it, `Lucide Contributors`; the author of the set. */
  readonly artist: string;
  /** Sets that copy each other, or come from one house, are one family; splits and clusters are by family. */
  readonly family: string;
  /** The words of the name in order, without those that say style or size: `['bell', 'off']`. */
  readonly words: readonly string[];
  /** The words as one text, `bell off`. */
  readonly caption: string;
  /** What was taken off the name as a style or size: `fill`, `bold duotone`, `24`; empty for the plain form. */
  readonly style: string;
  /** Which of several drawings of one name and style this is, as the name says it: `2`, `alt`; missing for the first. */
  readonly variant?: string;
  /** Captions of other names of the same drawing, as the set lists them. */
  readonly aliases: readonly string[];
  /** Words and phrases by which people should find it, from a package of tags; empty without one. */
  readonly tags: readonly string[];
  /** Categories of the set or of the package of tags. */
  readonly categories: readonly string[];
  /** What stands inside `<svg>`; `currentColor` is the colour of the pen. */
  readonly body: string;
  /** The view box. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Who drew a set, and under which licence. */
export interface SetInfo {
  /** The prefix, `lucide`. */
  readonly set: string;
  readonly title: string;
  readonly artist: string;
  readonly family: string;
  /** SPDX identifier, `MIT`. */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly url: string;
  /** Iconify's category of the set, `UI 24px`, `Emoji`, `Logos`; missing where it has none. */
  readonly category?: string;
  /** Whether the drawings have colours of their own. */
  readonly isColoured: boolean;
  /** Version of the package that it was read from, where it is known. */
  readonly version?: string;
}

/** A set of icons of one artist. */
export interface IconSet extends SetInfo {
  readonly icons: readonly Icon[];
}

export type Split = 'train' | 'validation' | 'test';

/** Two icons of one set whose captions differ in one word: "cloud off" and "cloud check". */
export interface MinimalPair {
  /** `lucide:cloud-off lucide:cloud-check`, in the order of the names. */
  readonly id: string;
  readonly icons: readonly [Icon, Icon];
  /** Which word differs, counted from 0. */
  readonly slot: number;
  /** The word of each. */
  readonly words: readonly [string, string];
}
