import type { FitTable } from '../fit/fit-table';
import { hashBinding, hashCompany, hashPair } from '../hashes/hash-words';
import { aroundOf } from '../reading/around';
import { eachCompanion } from '../reading/companions';
import { objectGovernor } from '../reading/object-governor';
import type { ObjectSpan, Reading } from '../reading/reading';
import type { NounForm } from '../words/noun-form';

/** What each sign of fit is worth: after the word before, before the word after, under the governor. */
const besideWeight = 4;
const governedWeight = 6;
/** Met with all of the caption's other words; with some of them in proportion. */
const companyWeight = 8;
const clashWeight = 0.02;

/**
 * How much more likely a word is to be drawn for a thing's place than its kind alone would have it, by what a corpus
 * shows: the words beside it, the verb or preposition that it stands under, and the caption's other things and deeds.
 */
export function weighByCorpus(
  reading: Reading,
  object: ObjectSpan,
  fit: FitTable | undefined,
): (noun: NounForm) => number {
  if (!fit) return () => 1;
  const { first, last } = object;
  const { kl1, r1 } = aroundOf(reading.tokens, first, last);
  const governor = objectGovernor(object, reading);
  const others = companionsOf(reading, first, last);
  return ({ lemmaHash, companyHash, firstHash, lastHash }) => {
    let weight = 1;
    if (kl1 === 0 || fit.has(hashPair(kl1, firstHash))) weight *= besideWeight;
    if (r1 === 0 || fit.has(hashPair(lastHash, r1))) weight *= besideWeight;
    if (governor === 0 || fit.has(hashBinding(governor, lemmaHash))) weight *= governedWeight;
    if (others.length === 0) return weight;
    let met = 0;
    let isClashing = false;
    for (const other of others) {
      if (fit.has(hashCompany(companyHash, other))) met += 1;
      else isClashing ||= fit.clash(companyHash, other);
    }
    weight *= companyWeight ** (met / others.length);
    return isClashing ? clashWeight * weight : weight;
  };
}

function companionsOf(reading: Reading, first: number, last: number): number[] {
  const hashes: number[] = [];
  eachCompanion(reading, (hash, token) => {
    if (token < first || token > last) hashes.push(hash);
  });
  return hashes;
}
