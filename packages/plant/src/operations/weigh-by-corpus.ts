import type { FitTable } from '../fit/fit-table';
import { hashBinding, hashCompany, hashPair, hashToken, hashWord } from '../hashes/hash-words';
import { aroundOf } from '../reading/around';
import { eachCompanion } from '../reading/companions';
import { objectGovernor } from '../reading/object-governor';
import type { ObjectSpan, Reading } from '../reading/reading';
import { companyHash } from '../words/company-names';

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
): (lemma: string, text: string) => number {
  if (!fit) return () => 1;
  const { first, last } = object;
  const { kl1, r1 } = aroundOf(reading.tokens, first, last);
  const governor = objectGovernor(object, reading);
  const others = companionsOf(reading, first, last);
  return (lemma, text) => {
    const word = hashWord(lemma);
    const words = text.toLowerCase().split(' ');
    let weight = 1;
    if (kl1 === 0 || fit.has(hashPair(kl1, hashToken(words[0]!)))) weight *= besideWeight;
    if (r1 === 0 || fit.has(hashPair(hashToken(words.at(-1)!), r1))) weight *= besideWeight;
    if (governor === 0 || fit.has(hashBinding(governor, word))) weight *= governedWeight;
    if (others.length === 0) return weight;
    const name = companyHash(word);
    const met = others.filter((other) => fit.has(hashCompany(name, other)));
    weight *= companyWeight ** (met.length / others.length);
    return others.some((other) => fit.clash(name, other)) ? clashWeight * weight : weight;
  };
}

function companionsOf(reading: Reading, first: number, last: number): number[] {
  const hashes: number[] = [];
  eachCompanion(reading, (hash, token) => {
    if (token < first || token > last) hashes.push(hash);
  });
  return hashes;
}
