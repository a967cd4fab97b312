import type { CorpusStats } from '../corpus/corpus-stats';
import { countPairs, wordsOfPictures } from '../corpus/count-block';
import { CountTable } from '../hashes/count-table';
import { hashCompany, hashWord } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import { companyHash } from '../words/company-names';
import { goAnywhere } from '../words/people';

/** Of fewer pictures than this the captions don't show what goes with what. */
const leastPictures = 300;
/** Words met in fewer pictures say nothing. */
const leastMet = 4;
/** Two words must be met together no less than this part of what chance would bring them together. */
const floor = 0.1;
/**
 * So many meetings are added on both sides. With little doubt, two words that would meet by chance half a time,
 * and never do, keep no company; with much doubt two that would meet five times.
 */
const littleDoubt = 0.05;
const muchDoubt = 0.5;
/** Two words that meet so many times as often as chance would have it are bound: toilet and bathroom, skis and snow. */
const bound = 12;
/** A replacement of one of the two words must occur with the other at least this often. */
const boundFloor = 0.5;
/** A thing that so large a part of the pictures with another one have may be in this one as well, unsaid. */
const ceiling = 0.2;
const leastForCeiling = 10;

/** Co-occurrence of words, counted by images: the captions of one image count as one. */
export class Company {
  readonly #block: BlockReading;
  readonly #fit: CorpusStats | undefined;
  readonly #met: CountTable;
  readonly #together: CountTable;
  #pictures = 0;

  /** @param isOpen whether words are judged at all: a user's own vocabulary decides for itself what goes with what */
  constructor(block: BlockReading, fit: CorpusStats | undefined, isOpen: boolean) {
    this.#block = block;
    this.#fit = fit;
    this.#met = new CountTable(block.size);
    this.#together = new CountTable(8 * block.size);
    if (!isOpen) return;
    for (const words of wordsOfPictures(block)) {
      this.#pictures += 1;
      for (const word of words) this.#met.add(word);
      countPairs(words, this.#together);
    }
  }

  /** Whether the corpus is large enough to say anything. */
  get knows(): boolean {
    return this.#pictures >= leastPictures;
  }

  /**
   * Whether a word goes with each of the caption's other things and deeds, by the worst of them. `isStrict`: little
   * doubt is given, and what is bound to the word that is replaced asks for one that it is met with as well.
   */
  keeps(caption: number, { first, last }: SiteSpan, from: number, to: number, isStrict: boolean): boolean {
    const own = companyHash(from);
    const word = companyHash(to);
    if (!this.knows) return !this.#clashes(caption, first, last, word);
    const { companions } = this.#block;
    const met = this.#met.count(word);
    const ownMet = this.#met.count(own);
    for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      const other = companions.hash(i);
      const often = this.#met.count(other);
      if (often < leastMet || other === word) continue;
      const chance = often / this.#pictures;
      const pair = hashCompany(word, other);
      const together = this.#together.count(pair);
      const doubt = isStrict && this.#fit?.has(pair) !== true ? littleDoubt : muchDoubt;
      const lift = (together + doubt) / (met * chance + doubt);
      if (lift < floor) return false;
      if (lift >= boundFloor || !isStrict) continue;
      // This picture has shown the two together itself.
      const others = this.#together.count(hashCompany(own, other)) - 1;
      if (others + muchDoubt >= bound * (ownMet * chance + muchDoubt)) return false;
    }
    return true;
  }

  /** Whether a fitted corpus hardly ever shows a word with one of the caption's others, for all that both are common. */
  #clashes(caption: number, first: number, last: number, word: number): boolean {
    if (!this.#fit) return false;
    const { companions } = this.#block;
    for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      if (this.#fit.clash(word, companions.hash(i))) return true;
    }
    return false;
  }

  /** Why a lemma must not stand in a span's place; `undefined` if it may. `isLast`: for nothing but truth. */
  refusal(
    caption: number,
    span: SiteSpan,
    lemma: string,
    isLast: boolean,
  ): 'kind-mismatch' | 'likely-true' | undefined {
    const word = hashWord(lemma);
    const isPerson = span.slot === 'object' && span.noun.person;
    if (!isPerson && this.expects(caption, span, word)) return 'likely-true';
    if (isLast || goAnywhere.has(lemma)) return undefined;
    if (this.knows && this.#met.count(companyHash(word)) < leastMet) return 'kind-mismatch';
    return this.keeps(caption, span, hashWord(span.lemma), word, false) ? undefined : 'kind-mismatch';
  }

  /** Whether so many pictures with one of the caption's things have the word that this one may have it unsaid. */
  expects(caption: number, { first, last }: SiteSpan, lemma: number): boolean {
    if (!this.knows) return false;
    const word = companyHash(lemma);
    const { companions } = this.#block;
    for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      const other = companions.hash(i);
      const often = this.#met.count(other);
      if (often < leastForCeiling || other === word) continue;
      if (this.#together.count(hashCompany(word, other)) >= ceiling * often) return true;
    }
    return false;
  }
}
