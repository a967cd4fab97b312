import type { FitTable } from '../fit/fit-table';
import { hashActing, hashBinding, hashCompany, hashPair, hashWord } from '../hashes/hash-words';
import { aroundOf } from '../reading/around';
import { eachCompanion } from '../reading/companions';
import { deedOf, governorHash, isAfterNoun, objectGovernor } from '../reading/object-governor';
import type { ObjectSpan, Reading } from '../reading/reading';
import type { NounForm } from '../words/noun-form';

/** What each sign of fit is worth: after the word before, before the word after, under the governor. */
const besideWeight = 4;
const governedWeight = 6;
/** Met with all of the caption's other words; with some of them in proportion. */
const companyWeight = 8;
const clashWeight = 0.02;
/** "Office buffet", where it was an office chair. */
const newCompoundWeight = 0.02;

/** What any thing does. */
const anyonesDeeds = new Set(['sit', 'stand', 'lie', 'lay', 'rest'].map(hashWord));

/** What a corpus shows of a thing's place. */
export interface CorpusFit {
  /**
   * How much more likely a word is to be drawn there than its kind alone would have it: by the words beside it, the verb or
   * preposition that it stands under, and the caption's other things and deeds.
   */
  weigh(noun: NounForm): number;
  /** Whether it shows what is worn, or who barks, the old word among them, and never this one. */
  speaksAgainst(noun: NounForm): boolean;
}

const nothingKnown: CorpusFit = { weigh: () => 1, speaksAgainst: () => false };

/** What a corpus shows of a thing's place in its caption; nothing without one. */
export function corpusFit(reading: Reading, object: ObjectSpan, fit: FitTable | undefined): CorpusFit {
  if (!fit) return nothingKnown;
  const { first, last, noun } = object;
  const { kl1, r1 } = aroundOf(reading.tokens, first, last);
  const governor = objectGovernor(object, reading);
  const under = governorHash(object, reading);
  const deed = deedOf(object, reading);
  const own = hashWord(object.lemma);
  const isKnownUnder = governor?.tag === 'VERB' && fit.has(hashBinding(under, own));
  const isKnownDeed = deed !== 0 && !anyonesDeeds.has(deed) && fit.has(hashActing(own, deed));
  const isTold = isAfterNoun(object, reading.tokens);
  const others = companionsOf(reading, first, last);
  return {
    weigh({ lemmaHash, companyHash, firstHash, lastHash }) {
      const follows = kl1 === 0 || fit.has(hashPair(kl1, firstHash));
      let weight = follows ? besideWeight : isTold ? newCompoundWeight : 1;
      if (r1 === 0 || fit.has(hashPair(lastHash, r1))) weight *= besideWeight;
      if (under === 0 || fit.has(hashBinding(under, lemmaHash))) weight *= governedWeight;
      if (others.length === 0) return weight;
      let met = 0;
      let isClashing = false;
      for (const other of others) {
        if (fit.has(hashCompany(companyHash, other))) met += 1;
        else isClashing ||= fit.clash(companyHash, other);
      }
      weight *= companyWeight ** (met / others.length);
      return isClashing ? clashWeight * weight : weight;
    },
    speaksAgainst({ lemmaHash }) {
      // People do what others do.
      if (noun.person) return false;
      return (
        (isKnownUnder && !fit.has(hashBinding(under, lemmaHash))) ||
        (isKnownDeed && !fit.has(hashActing(lemmaHash, deed)))
      );
    },
  };
}

function companionsOf(reading: Reading, first: number, last: number): number[] {
  const hashes: number[] = [];
  eachCompanion(reading, (hash, token) => {
    if (token < first || token > last) hashes.push(hash);
  });
  return hashes;
}
