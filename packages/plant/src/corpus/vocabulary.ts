import type { Slot } from '../hard-negative';
import { maxCount } from '../hashes/count-table';

/** A word of a corpus in one of its forms. */
export interface CorpusWord {
  readonly slot: Slot;
  readonly lemma: string;
  /** In lower case, as captions have it. */
  readonly text: string;
  /**
   * The form: of an object `singular`, `plural` or `mass`; of an attribute its degree; of an action, relation or count
   * the form of its closed set.
   */
  readonly form: string;
  /** How many pictures have it. */
  readonly pictures: number;
}

/** Longer words are left out. */
const longestWord = 60;
/** What divides the fields of a line, and whatever a terminal would act on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
const broken = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** The words of a corpus, each with the number of pictures that have it. */
export class Vocabulary {
  readonly #words = new Map<string, { -readonly [K in keyof CorpusWord]: CorpusWord[K] }>();

  get size(): number {
    return this.#words.size;
  }

  /** Adds a word with the number of its pictures; what is too long or has control characters is left out. */
  add({ slot, lemma, text, form, pictures }: CorpusWord): void {
    const key = keyOf(slot, lemma, text, form);
    const known = this.#words.get(key);
    if (known) known.pictures = Math.min(known.pictures + pictures, maxCount);
    else if (isWord(lemma) && isWord(text) && isWord(form)) {
      this.#words.set(key, { slot, lemma, text, form, pictures });
    }
  }

  /** All words in the order of their slot, lemma, text and form. */
  words(): readonly CorpusWord[] {
    return [...this.#words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word);
  }

  /** The words that have at least a number of pictures. */
  kept(least: number): Vocabulary {
    const kept = new Vocabulary();
    for (const word of this.#words.values()) if (word.pictures >= least) kept.add(word);
    return kept;
  }
}

function keyOf(slot: Slot, lemma: string, text: string, form: string): string {
  return `${slot}\t${lemma}\t${text}\t${form}`;
}

export function isWord(text: string): boolean {
  return text.length > 0 && text.length <= longestWord && !broken.test(text);
}
