import type { CountTable } from '../hashes/count-table';
import { hashCompany, hashMet, hashWord } from '../hashes/hash-words';
import { companyHash } from '../lexicon/company-names';
import { eachCompanion } from '../reading/companions';
import type { Reading } from '../reading/reading';

/** So many words of a picture are counted as pairs, the first ones. */
const mostWords = 48;
/** Words of fewer pictures say nothing. */
const leastMet = 10;
/** A thing that so large a part of the pictures with another word of the caption have may be in this one, unsaid. */
const likelyBeside = 0.2;
/**
 * The same for the word that the new one takes the place of: of pictures with jeans a tenth and more name shoes, and most
 * show them; of those with a dog one in forty names a cat.
 */
const likelyInstead = 0.1;

/** Two words that meet less than a quarter as often as by chance exclude each other: one stands where the other would. */
const exclusive = 0.25;

/** Hashes of the words that a picture is counted for, caption by caption: those that no caption before it names. */
export function wordsOf(readings: readonly Reading[]): readonly (readonly number[])[] {
  const all = new Set<number>();
  return readings.map((reading) => {
    const words: number[] = [];
    eachCompanion(reading, (hash) => {
      if (all.has(hash) || all.size === mostWords) return;
      all.add(hash);
      words.push(hash);
    });
    return words;
  });
}

/** The words of a picture by those of its captions. */
export function allWords(words: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(words.flat())].slice(0, mostWords);
}

/** Visits the hashes that a picture counts for: each word, and each two. */
export function eachMeeting(words: readonly number[], visit: (hash: number) => void): void {
  for (const [i, word] of words.entries()) {
    visit(hashMet(word));
    for (let j = i + 1; j < words.length; j += 1) visit(hashCompany(word, words[j]!));
  }
}

/** How many pictures of a corpus name a word, and how many name two of them. */
export class Meetings {
  readonly #counts: CountTable;
  readonly #pictures: number;

  constructor(counts: CountTable, pictures: number) {
    this.#counts = counts;
    this.#pictures = pictures;
  }

  /**
   * Whether a picture with this caption may well show a thing that the caption does not name: so many pictures with the
   * word that it would take the place of name it; or so many with another word of the caption, unless the two words
   * exclude each other.
   *
   * @param span the tokens of the word that it would take the place of
   */
  expects(reading: Reading, span: { readonly first: number; readonly last: number }, lemma: string): boolean {
    const word = companyHash(hashWord(lemma));
    let isExpected = false;
    let isExcluded = false;
    eachCompanion(reading, (other, token) => {
      const met = this.#met(other);
      if (met < leastMet || other === word) return;
      const together = this.#counts.count(hashCompany(word, other));
      if (token < span.first || token > span.last) isExpected ||= together >= likelyBeside * met;
      else if (together >= likelyInstead * met) isExpected = true;
      else isExcluded = together + 1 < (exclusive * met * this.#met(word)) / this.#pictures;
    });
    return isExpected && !isExcluded;
  }

  #met(word: number): number {
    return this.#counts.count(hashMet(word));
  }
}
