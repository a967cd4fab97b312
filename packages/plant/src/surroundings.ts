import type { Surroundings } from './operations/operation';
import { longestCaption } from './reading/read-caption';
import type { WordForm } from './reading/word-forms';

/** What another caption of the image says, by the form of its words alone, since doubt speaks for them. */
class Sibling {
  /** The words as written, in order, and beside each its lemma as a noun. */
  readonly #written: readonly string[];
  readonly #lemmas: (string | undefined)[] = [];
  /** All of both. */
  readonly words = new Set<string>();
  readonly nouns: readonly string[];
  #verbs: readonly string[] | undefined;

  constructor(
    readonly text: string,
    private readonly formOf: (lower: string) => WordForm,
  ) {
    const nouns = new Set<string>();
    this.#written = text.match(/[\p{L}\p{N}]+(?:['-]\p{L}+)*/gu) ?? [];
    for (const word of this.#written) {
      const { noun } = formOf(word);
      this.#lemmas.push(noun);
      this.words.add(word);
      if (noun === undefined) continue;
      this.words.add(noun);
      if (word.length > 2) nouns.add(noun);
    }
    this.nouns = [...nouns];
  }

  /** Whether a word stands before a noun: few things have two words. */
  hasPair(word: string, noun: string): boolean {
    return this.#lemmas.some((lemma, i) => i > 0 && lemma === noun && this.#written[i - 1] === word);
  }

  /** The lemmas of what may be verbs, listed when they are first asked for. */
  get verbs(): readonly string[] {
    this.#verbs ??= [...this.words].flatMap((word) => this.formOf(word).verb ?? []);
    return this.#verbs;
  }
}

class SiblingSurroundings implements Surroundings {
  readonly #siblings: readonly Sibling[];

  constructor(siblings: readonly Sibling[]) {
    this.#siblings = siblings;
  }

  has(word: string): boolean {
    const space = word.indexOf(' ');
    for (const sibling of this.#siblings) {
      if (space < 0 ? sibling.words.has(word) : sibling.hasPair(word.slice(0, space), word.slice(space + 1)))
        return true;
    }
    return false;
  }

  someNoun(test: (lemma: string) => boolean): boolean {
    for (const { nouns } of this.#siblings) if (nouns.some(test)) return true;
    return false;
  }

  someVerb(test: (lemma: string) => boolean): boolean {
    for (const { verbs } of this.#siblings) if (verbs.some(test)) return true;
    return false;
  }

  someText(test: (text: string) => boolean): boolean {
    for (const { text } of this.#siblings) if (test(text)) return true;
    return false;
  }
}

const alone: Surroundings = new SiblingSurroundings([]);

/** Reads what other captions of an image say. A caption is read once, however many siblings it has. */
export function createSiblingReader(
  formOf: (lower: string) => WordForm,
): (captions: readonly string[]) => Surroundings {
  const known = new Map<string, Sibling>();

  function read(caption: string): Sibling {
    let sibling = known.get(caption);
    if (!sibling) {
      sibling = new Sibling(caption.slice(0, longestCaption).toLowerCase(), formOf);
      known.set(caption, sibling);
    }
    return sibling;
  }

  return (captions) => (captions.length === 0 ? alone : new SiblingSurroundings(captions.map(read)));
}
