import { longestCaption } from './caption-refusals';
import { plainText } from './plain-text';
import type { WordForm } from './word-forms';

/** The words of the other captions of the image. */
export interface Surroundings {
  /** Whether one of them uses a word, as written or as a noun's lemma. */
  has(word: string): boolean;
  someNoun(test: (lemma: string) => boolean): boolean;
  /** Over the lemmas of all words that may be verbs. */
  someVerb(test: (lemma: string) => boolean): boolean;
  /** Over whole captions, in lower case. */
  someText(test: (text: string) => boolean): boolean;
}

/**
 * So many different captions of one image are looked at, the first ones: no picture has more that are worth reading,
 * and a column that is the same in every row would make each caption the sibling of all others.
 */
export const maxSiblings = 250;

/** The words of another caption of the image, by form alone: in doubt a word counts as said. */
class Sibling {
  /** The words as written, and their lemmas as nouns. */
  readonly words = new Set<string>();
  readonly nouns = new Set<string>();
  /** A word and the noun behind it: few things have two words. */
  readonly pairs = new Set<string>();
  #verbs: Set<string> | undefined;

  constructor(
    readonly text: string,
    private readonly formOf: (lower: string) => WordForm,
  ) {
    let before: string | undefined;
    for (const word of text.match(/[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu) ?? []) {
      const { noun } = formOf(word);
      this.words.add(word);
      if (noun !== undefined) {
        this.words.add(noun);
        if (word.length > 2) this.nouns.add(noun);
        if (before !== undefined) this.pairs.add(`${before} ${noun}`);
      }
      before = word;
    }
  }

  /** The lemmas of what may be verbs, listed when they are first asked for. */
  get verbs(): ReadonlySet<string> {
    this.#verbs ??= new Set([...this.words].flatMap((word) => this.formOf(word).verb ?? []));
    return this.#verbs;
  }
}

type Saying = 'words' | 'nouns' | 'pairs' | 'verbs';

/** The words of all captions of one image, read once. */
class Group {
  /** By the caption as written; equal ones are one. */
  readonly siblings: ReadonlyMap<string, Sibling>;
  readonly #counts = new Map<Saying, ReadonlyMap<string, number>>();

  constructor(captions: readonly string[], read: (caption: string) => Sibling) {
    const siblings = new Map<string, Sibling>();
    for (const caption of captions) {
      if (siblings.size === maxSiblings) break;
      if (!siblings.has(caption)) siblings.set(caption, read(caption));
    }
    this.siblings = siblings;
  }

  /** How many of the captions say each word. */
  counts(saying: Saying): ReadonlyMap<string, number> {
    let counts = this.#counts.get(saying);
    if (!counts) {
      const made = new Map<string, number>();
      for (const sibling of this.siblings.values()) {
        for (const word of sibling[saying]) made.set(word, (made.get(word) ?? 0) + 1);
      }
      counts = made;
      this.#counts.set(saying, counts);
    }
    return counts;
  }
}

/** The words of the captions of a group, without one of them. */
class SiblingSurroundings implements Surroundings {
  readonly #group: Group;
  readonly #own: Sibling | undefined;
  /** The words of the others, listed when they are first asked for. */
  readonly #said: { nouns?: string[]; verbs?: string[] } = {};

  constructor(group: Group, own: string | undefined) {
    this.#group = group;
    this.#own = own === undefined ? undefined : group.siblings.get(own);
  }

  has(word: string): boolean {
    const saying = word.includes(' ') ? 'pairs' : 'words';
    const count = this.#group.counts(saying).get(word) ?? 0;
    return count > 1 || (count === 1 && this.#own?.[saying].has(word) !== true);
  }

  someNoun(test: (lemma: string) => boolean): boolean {
    return this.#some('nouns', test);
  }

  someVerb(test: (lemma: string) => boolean): boolean {
    return this.#some('verbs', test);
  }

  #some(saying: 'nouns' | 'verbs', test: (lemma: string) => boolean): boolean {
    let words = this.#said[saying];
    if (!words) {
      words = [];
      for (const [word, count] of this.#group.counts(saying)) {
        if (count > 1 || this.#own?.[saying].has(word) !== true) words.push(word);
      }
      this.#said[saying] = words;
    }
    return words.some(test);
  }

  someText(test: (text: string) => boolean): boolean {
    for (const sibling of this.#group.siblings.values()) {
      if (sibling !== this.#own && test(sibling.text)) return true;
    }
    return false;
  }
}

/** Where no other caption is. */
const nobody: Surroundings = {
  has: () => false,
  someNoun: () => false,
  someVerb: () => false,
  someText: () => false,
};

/**
 * Reads what other captions of an image say. A caption is read once, however many siblings it has, and so is a list of
 * captions that is given for each caption of its image; `own` is the one of the list whose siblings are asked for.
 */
export function createSiblingReader(
  formOf: (lower: string) => WordForm,
): (captions: readonly string[], own?: string) => Surroundings {
  const known = new Map<string, Sibling>();
  const groups = new WeakMap<readonly string[], Group>();

  function read(caption: string): Sibling {
    let sibling = known.get(caption);
    if (!sibling) {
      sibling = new Sibling(plainText(caption.slice(0, longestCaption)).toLowerCase(), formOf);
      known.set(caption, sibling);
    }
    return sibling;
  }

  return (captions, own) => {
    if (captions.every((caption) => caption === own)) return nobody;
    let group = groups.get(captions);
    if (!group) {
      group = new Group(captions, read);
      groups.set(captions, group);
    }
    return new SiblingSurroundings(group, own);
  };
}
