import { CountTable } from '../hashes/count-table';
import { hashCompany, hashMet, hashWord } from '../hashes/hash-words';
import { companyHash } from '../lexicon/words';
import { eachCompanion } from '../reading/companions';
import type { Reading } from '../reading/reading';

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

/** How many pictures of a corpus name a word, and how many name two of them. */
export class Meetings {
  readonly #counts = new CountTable(0);
  readonly #pictures: number;

  /** @param pictures how many there are */
  constructor(pictures: number) {
    this.#pictures = pictures;
  }

  /** Says how many pictures name a word or, where `other` is given, two words, by their hashes. */
  add(pictures: number, one: number, other?: number): void {
    this.#counts.add(other === undefined ? hashMet(one) : hashCompany(one, other), pictures);
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
