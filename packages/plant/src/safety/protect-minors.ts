import type { Operation, Slot, Span } from '../hard-negative';
import { type Mention, minorsAmong } from './minor-words';
import { isSensitive } from './sensitive-topics';
import { type PlacedWord, wordsOf } from './words-of';

/** A negative as written, by the miner or by a rewriter. */
export interface Written {
  readonly caption: string;
  readonly negative: string;
  readonly operation: Operation;
  /** `undefined`: not known, as in a rewriter's answer. */
  readonly slot: Slot | undefined;
  /** The changed spans of the caption and of the negative; only articles differ elsewhere. */
  readonly keywords: readonly Place[];
  readonly replacements: readonly Place[];
  /** The new words, in the order of their places. */
  readonly texts: readonly string[];
}

type Place = Pick<Span, 'start' | 'end'>;

/** How many words after a relation or an action may name its object. */
const nearby = 4;
const pronouns = new Set(
  'he she they him them someone somebody anyone anybody everyone everybody i we you me us who people crowd figure figures'.split(
    ' ',
  ),
);

/**
 * The one rule that keeps minors out of harm; every negative passes it, by whatever way, mode or rewriter it was made.
 * A negative is refused if
 *
 * 1. it names a minor where its caption names none: no adult, no "person" and no thing becomes a child;
 * 2. it names a minor, and it or its caption speaks of undress, sex, love, birth, alcohol, drugs or violence; in such
 *    a text nobody becomes "young" either;
 * 3. it makes a minor an adult beside another minor, which could put the two into a scene of children;
 * 4. it swaps anything where a minor and somebody else are named: what one does or has would become the other's;
 * 5. it names a minor, and changes what is done to a person, or where somebody is to one.
 *
 * Words decide, not grammar: to refuse too much costs a negative, to refuse too little can't be made good. A boy may
 * become a girl or a man, and a puppy is no minor.
 *
 * @param isPerson whether a word in lower case names a person
 */
export function endangersMinor(written: Written, isPerson: (word: string) => boolean): boolean {
  const words = wordsOf(written.negative);
  const mentions = minorsAmong(words);
  if (mentions.length === 0) return false;
  if (written.caption !== last?.caption) last = readCaption(written.caption);
  const { words: before } = last;
  const change = new MinorChange(written, last.mentions, mentions);
  if (last.isSensitive || isSensitive(words)) return change.minors.length > 0 || !change.areOld(mentions);
  if (change.minors.length === 0) return false;
  if (!change.areOld(change.minors) || change.growsUpOrMultiplies()) return true;
  const isOther = (word: PlacedWord) =>
    (pronouns.has(word.word) || isPerson(word.word)) && !change.isOfMinor(word);
  if (change.takesPlaceOf(before.filter((word) => isPerson(word.word)))) return true;
  if (written.operation === 'swap' && words.some(isOther)) return true;
  if (written.slot === 'object' || written.slot === 'attribute' || written.slot === 'count') return false;
  return written.replacements.some(({ end }) => {
    const next = words.findIndex(({ start }) => start >= end);
    return (
      next >= 0 && words.slice(next, next + nearby).some((word) => isOther(word) || change.isOfMinor(word))
    );
  });
}

/** The caption that was asked about last: many changes of one are asked about, one after the other. */
let last: ReturnType<typeof readCaption> | undefined;

function readCaption(caption: string) {
  const words = wordsOf(caption);
  return { caption, words, mentions: minorsAmong(words), isSensitive: isSensitive(words) };
}

/** The minors of a caption and of its negative, beside each other. */
class MinorChange {
  /** Those of the negative but for who is called young. */
  readonly minors: readonly Mention[];
  readonly #before: ReadonlyMap<number, Mention>;
  readonly #edits: readonly { readonly keyword: Place; readonly replacement: Place }[];

  constructor({ keywords, replacements }: Written, before: readonly Mention[], after: readonly Mention[]) {
    this.#before = new Map(before.map((mention) => [mention.start, mention]));
    this.minors = after.filter(isMinor);
    this.#edits = keywords.map((keyword, i) => ({ keyword, replacement: replacements[i]! }));
  }

  /** Whether each is a mention of the caption, or stands in the place of a sure one. */
  areOld(mentions: readonly Mention[]): boolean {
    return mentions.every((mention) => this.#isOld(mention));
  }

  #isOld(mention: Mention): boolean {
    let shift = 0;
    let isChanged = false;
    for (const { keyword, replacement } of this.#edits) {
      if (overlaps(mention, replacement)) {
        isChanged = true;
        if (!this.#beforeAt(keyword).some(({ likelihood }) => likelihood === 'sure')) return false;
      } else if (replacement.end <= mention.start) shift = keyword.end - replacement.end;
    }
    return isChanged || this.#before.get(mention.start + shift)?.end === mention.end + shift;
  }

  /** Whether a minor has become an adult though another one is left, or one has become several. */
  growsUpOrMultiplies(): boolean {
    return this.#edits.some(({ keyword, replacement }) => {
      const then = this.#beforeAt(keyword).filter(isMinor).length;
      const now = this.minors.filter((minor) => overlaps(minor, replacement)).length;
      return now > then || (then > 0 && now === 0);
    });
  }

  /** Whether a minor takes the place of one of some words that speak of none. */
  takesPlaceOf(words: readonly PlacedWord[]): boolean {
    return this.#edits.some(({ keyword, replacement }) => {
      if (!this.minors.some((minor) => overlaps(minor, replacement))) return false;
      const old = this.#beforeAt(keyword);
      return words.some((word) => overlaps(word, keyword) && !old.some((mention) => overlaps(word, mention)));
    });
  }

  /** Whether a word of the negative speaks of a minor. */
  isOfMinor(word: PlacedWord): boolean {
    return this.minors.some((minor) => overlaps(word, minor));
  }

  #beforeAt(place: Place): Mention[] {
    return [...this.#before.values()].filter((mention) => overlaps(mention, place));
  }
}

function isMinor({ likelihood }: Mention): boolean {
  return likelihood !== 'young';
}

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
