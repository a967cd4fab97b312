import { readFileSync } from 'node:fs';
import { writeFileWhole } from '@slipform/kit/write-file';
import { CountTable } from '../hashes/count-table';
import { hashCompany, hashMet, hashWord } from '../hashes/hash-words';
import { companyHash } from '../lexicon/company-names';
import { eachCompanion } from '../reading/companions';
import type { Reading } from '../reading/reading';

/** So many hashes are held; beyond them, those that came once are dropped. */
const mostHashes = 4_000_000;
/** So many words of a picture are counted as pairs. */
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

/** How many pictures of a corpus name a word, and how many name two of them. */
export class Meetings {
  #counts = new CountTable(0);
  #pictures = 0;

  /** Adds a picture by the readings of its captions. */
  add(readings: readonly Reading[]): void {
    this.#pictures += 1;
    const all = new Set<number>();
    for (const reading of readings) eachCompanion(reading, (hash) => all.add(hash));
    const words = [...all].slice(0, mostWords);
    for (const [i, word] of words.entries()) {
      this.#counts.add(hashMet(word));
      for (let j = i + 1; j < words.length; j += 1) this.#counts.add(hashCompany(word, words[j]!));
    }
    if (this.#counts.size > mostHashes) this.#counts = this.#counts.kept(2);
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

  /** Writes the number of pictures behind a 0, then pairs of a hash and its count. */
  async save(file: string): Promise<void> {
    const rows = new Int32Array(2 * this.#counts.size + 2);
    rows[1] = this.#pictures;
    let at = 2;
    this.#counts.each((hash, count) => {
      rows[at] = hash;
      rows[at + 1] = count;
      at += 2;
    });
    await writeFileWhole(file, new Uint8Array(rows.buffer));
  }

  /** Adds the counts of a file that `save` wrote: of a part of the corpus, no picture in two parts. */
  addFile(file: string): void {
    const bytes = readFileSync(file);
    const rows = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    this.#pictures += rows[1]!;
    for (let at = 2; at < rows.length; at += 2) this.#counts.add(rows[at]!, rows[at + 1]!);
  }
}
