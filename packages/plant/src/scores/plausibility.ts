import type { CorpusStats } from '../corpus/corpus-stats';
import { Evidence } from '../corpus/evidence';
import { vectorsFor } from '../corpus/word-vectors';
import { hashBinding, hashCompany, hashMet, hashPair } from '../hashes/hash-words';
import { companyHash } from '../lexicon/words';
import type { BlockReading } from '../sites/block-reading';
import { loadNounTree } from '../wordnet/load-graph';
import { Features, featureCount } from './features';
import { weights } from './plausibility-weights';

/** How likely a word is in its place, and how likely it is to be true there as well. */
export interface Plausibility {
  /** −ln of the probability that a reader finds nothing clearly wrong with the word there; ≥ 0. */
  surprise(site: number, giver: number): number;
  /** Whether some caption has the word right before the word behind the site. */
  isMet(site: number, giver: number): boolean;
  /** Whether the share of pictures with the caption's other words that show the thing is so high that this one may show it, unsaid. */
  likelyTrue(site: number, giver: number): boolean;
  /** Whether some caption has the word under the site's governor: an attribute of that noun, the object of that verb. */
  isBound(site: number, giver: number): boolean;
  /** The share of the pictures with a word, given by its hash as a companion, that have a row's thing; 0 for fewer than three. */
  shareOf(giver: number, other: number): number;
}

/**
 * A word is expected where this share of the pictures with one of the caption's words have it. In COCO, of words at
 * 0.15 to 0.2 another caption of the same picture names 5 %, at 0.4 and above 35 %; of all words 0.9 %.
 */
const expected = 0.15;
const leastExpected = 10;
/** In fewer pictures two words may have come together by chance. */
const leastTogether = 3;

/**
 * Plausibility by the counts of a block and of a fitted corpus: a logistic regression on the features of features.ts, with
 * the weights that `npm run fit:weights` finds.
 */
export function createPlausibility(block: BlockReading, fit: CorpusStats | undefined): Plausibility {
  const evidence = new Evidence(block, fit);
  const { companions, sites } = block;
  const features = new Features(block, evidence, vectorsFor(block, fit, evidence), loadNounTree());
  const values = new Float64Array(featureCount);
  return {
    surprise(site, giver) {
      features.write(site, giver, values);
      let odds = 0;
      for (let i = 0; i < featureCount; i += 1) odds += values[i]! * weights[i]!;
      // −ln(1 / (1 + e^−odds))
      return Math.log1p(Math.exp(-odds));
    },
    isMet(site, giver) {
      const next = sites.r1(site);
      return next !== 0 && evidence.count(hashPair(sites.last(giver), next)) > 0;
    },
    likelyTrue(site, giver) {
      const { first, last } = sites.placed(site);
      const caption = sites.caption(site);
      const word = companyHash(sites.lemmaHash(giver));
      for (let i = companions.start(caption); i < companions.end(caption); i += 1) {
        const token = companions.token(i);
        if (token >= first && token <= last) continue;
        const other = companions.hash(i);
        const often = evidence.count(hashMet(other));
        if (often < leastExpected || other === word) continue;
        if (evidence.count(hashCompany(word, other)) >= expected * often) return true;
      }
      return false;
    },
    isBound: (site, giver) => evidence.count(hashBinding(sites.governor(site), sites.lemmaHash(giver))) > 0,
    shareOf(giver, other) {
      const together = evidence.count(hashCompany(companyHash(sites.lemmaHash(giver)), other));
      return together < leastTogether ? 0 : together / evidence.count(hashMet(other));
    },
  };
}
