import type { CorpusStats } from '../corpus/corpus-stats';
import { hashActing, hashBinding, hashCompany, hashPair, hashWord } from '../hashes/hash-words';
import { aroundOf } from '../reading/around';
import { eachCompanion } from '../reading/companions';
import { deedOf, governorHash, isAfterNoun, objectGovernor } from '../reading/object-governor';
import type { ObjectSpan, Reading } from '../reading/reading';
import type { NounForm } from '../words/noun-form';

/** Weights of the evidence: after the word before, before the word after, under the governor. */
const besideWeight = 4;
const governedWeight = 6;
/** Met with all of the caption's other words; with some of them in proportion. */
const companyWeight = 8;
const clashWeight = 0.02;
/** "Office buffet", where it was an office chair. */
const newCompoundWeight = 0.02;

/** Actions of any thing. */
const anyonesDeeds = new Set(['sit', 'stand', 'lie', 'lay', 'rest'].map(hashWord));

/** The evidence of a corpus for the place of a thing. */
export class CorpusFit {
  readonly #fit: CorpusStats;
  readonly #isPerson: boolean;
  readonly #kl1: number;
  readonly #r1: number;
  readonly #under: number;
  readonly #deed: number;
  readonly #isKnownUnder: boolean;
  readonly #isKnownDeed: boolean;
  readonly #isTold: boolean;
  readonly #others: readonly number[];

  constructor(reading: Reading, object: ObjectSpan, fit: CorpusStats) {
    const { first, last, noun } = object;
    const { kl1, r1 } = aroundOf(reading.tokens, first, last);
    const own = hashWord(object.lemma);
    const isUnderVerb = objectGovernor(object, reading)?.tag === 'VERB';
    this.#fit = fit;
    this.#isPerson = noun.person;
    this.#kl1 = kl1;
    this.#r1 = r1;
    this.#under = governorHash(object, reading);
    this.#deed = deedOf(object, reading);
    this.#isKnownUnder = isUnderVerb && fit.has(hashBinding(this.#under, own));
    this.#isKnownDeed =
      this.#deed !== 0 && !anyonesDeeds.has(this.#deed) && fit.has(hashActing(own, this.#deed));
    this.#isTold = isAfterNoun(object, reading.tokens);
    this.#others = companionsOf(reading, first, last);
  }

  /**
   * How much more likely a word is to be drawn there than its kind alone would have it: by the words beside it, the verb or
   * preposition that it stands under, and the caption's other things and deeds.
   */
  weigh({ lemmaHash, companyHash, firstHash, lastHash }: NounForm): number {
    const fit = this.#fit;
    const others = this.#others;
    const follows = this.#kl1 === 0 || fit.has(hashPair(this.#kl1, firstHash));
    let weight = follows ? besideWeight : this.#isTold ? newCompoundWeight : 1;
    if (this.#r1 === 0 || fit.has(hashPair(lastHash, this.#r1))) weight *= besideWeight;
    if (this.#under === 0 || fit.has(hashBinding(this.#under, lemmaHash))) weight *= governedWeight;
    if (others.length === 0) return weight;
    let met = 0;
    let isClashing = false;
    for (const other of others) {
      if (fit.has(hashCompany(companyHash, other))) met += 1;
      else isClashing ||= fit.clash(companyHash, other);
    }
    weight *= companyWeight ** (met / others.length);
    return isClashing ? clashWeight * weight : weight;
  }

  /** Whether it shows what is worn, or who barks, the old word among them, and never this one. */
  speaksAgainst({ lemmaHash }: NounForm): boolean {
    // People do what others do.
    if (this.#isPerson) return false;
    return (
      (this.#isKnownUnder && !this.#fit.has(hashBinding(this.#under, lemmaHash))) ||
      (this.#isKnownDeed && !this.#fit.has(hashActing(lemmaHash, this.#deed)))
    );
  }
}

function companionsOf(reading: Reading, first: number, last: number): number[] {
  const hashes: number[] = [];
  eachCompanion(reading, (hash, token) => {
    if (token < first || token > last) hashes.push(hash);
  });
  return hashes;
}
