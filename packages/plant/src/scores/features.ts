import type { Evidence } from '../corpus/evidence';
import type { WordVectors } from '../corpus/word-vectors';
import { hashActing, hashBinding, hashCompany, hashGoverned, hashMet, hashPair } from '../hashes/hash-words';
import { companyHash } from '../lexicon/company-names';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import type { NounTree } from '../wordnet/noun-tree';

/**
 * What is asked of a word at a site, in this order. A *lift* is ln((c + d) / (e + d)), where c is how often two things
 * came together, e how often chance would bring them together, and d a doubt: near 0 where little is known.
 */
export const featureNames = [
  /** With the word before the site, articles aside; with the word behind it; with the governor. */
  'leftLift',
  'rightLift',
  'governorLift',
  /** What it does, or who does it: share c / (c + 1) of a count, 0 where nothing is asked. */
  'acting',
  /** With the caption's other things and deeds in one picture: the lowest lift, and the mean. */
  'worstCompany',
  'meanCompany',
  /** ln(1 + count) / 10 of its pictures, and of its first word. */
  'met',
  'frequency',
  /** Of things: is-a steps between it and the word that stands there / 10, and whether both are of one sort. */
  'steps',
  'sameSort',
  /** Difference in concreteness. */
  'gap',
  /** Cosine of the two words' vectors. */
  'closeness',
  /** Whether the site lies behind a noun or within a compound. */
  'afterNoun',
  'compound',
  'isAttribute',
  'isAction',
  'isRelation',
  'isCount',
  'always',
] as const;
export const featureCount = featureNames.length;

const seamDoubt = 0.3;
const companyDoubt = 0.5;
/** Words met in fewer pictures say nothing as companions. */
const leastMet = 3;
const mostLift = 5;
const mostSteps = 20;
const slotPlaces = { object: -1, attribute: 14, action: 15, relation: 16, count: 17 } as const;

/** Works out the features of words at sites. What a site alone decides is kept while the same one is asked about. */
export class Features {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #evidence: Evidence;
  readonly #vectors: WordVectors;
  readonly #tree: NounTree;
  #site = -1;
  #leftCount = 0;
  #rightCount = 0;
  #governorCount = 0;

  constructor(block: BlockReading, evidence: Evidence, vectors: WordVectors, tree: NounTree) {
    this.#block = block;
    this.#sites = block.sites;
    this.#evidence = evidence;
    this.#vectors = vectors;
    this.#tree = tree;
  }

  #enter(site: number): void {
    if (this.#site === site) return;
    const evidence = this.#evidence;
    const governor = this.#sites.governor(site);
    this.#site = site;
    this.#leftCount = evidence.count(this.#sites.kl1(site));
    this.#rightCount = evidence.count(this.#sites.r1(site));
    this.#governorCount = governor === 0 ? 0 : evidence.count(hashBinding(governor, 0));
  }

  /** Writes the features of the word of row `giver` at a site. */
  write(site: number, giver: number, into: Float64Array): void {
    this.#enter(site);
    const sites = this.#sites;
    const evidence = this.#evidence;
    const [first, last, lemma] = [sites.firstKept(giver), sites.last(giver), sites.lemmaHash(giver)];
    const [kl1, r1, governor] = [sites.kl1(site), sites.r1(site), sites.governor(site)];
    const firstCount = evidence.count(first);
    into.fill(0);
    if (kl1 !== 0) {
      const together = evidence.count(hashPair(kl1, first));
      into[0] = lift(together, (this.#leftCount * firstCount) / evidence.words, seamDoubt);
    }
    if (r1 !== 0) {
      const together = evidence.count(hashPair(last, r1));
      into[1] = lift(together, (this.#rightCount * evidence.count(last)) / evidence.words, seamDoubt);
    }
    if (governor !== 0) {
      const together = evidence.count(hashBinding(governor, lemma));
      const chance = (this.#governorCount * evidence.count(hashGoverned(lemma))) / evidence.governed;
      into[2] = lift(together, chance, seamDoubt);
    }
    const [actor, deed] = [sites.actor(site), sites.deed(site)];
    if (actor !== 0) into[3] = shareOf(evidence.count(hashActing(actor, lemma)));
    else if (deed !== 0) into[3] = shareOf(evidence.count(hashActing(lemma, deed)));
    this.#writeCompany(site, companyHash(lemma), into);
    into[7] = Math.log1p(firstCount) / 10;
    this.#writePair(site, giver, into);
  }

  #writeCompany(site: number, word: number, into: Float64Array): void {
    const evidence = this.#evidence;
    const { companions } = this.#block;
    const { first, last } = this.#sites.placed(site);
    const caption = this.#sites.caption(site);
    const met = evidence.count(hashMet(word));
    let [worst, sum, seen] = [0, 0, 0];
    const end = companions.end(caption);
    for (let i = companions.start(caption); i < end; i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      const other = companions.hash(i);
      const often = evidence.count(hashMet(other));
      if (often < leastMet || other === word) continue;
      const together = evidence.count(hashCompany(word, other));
      const found = lift(together, (met * often) / evidence.pictures, companyDoubt);
      sum += found;
      seen += 1;
      if (found < worst) worst = found;
    }
    into[4] = worst;
    into[5] = seen === 0 ? 0 : sum / seen;
    into[6] = Math.log1p(met) / 10;
  }

  #writePair(site: number, giver: number, into: Float64Array): void {
    const sites = this.#sites;
    const [old, other] = [sites.span(site), sites.span(giver)];
    if (old.noun && other.noun) {
      into[8] = Math.min(this.#tree.steps(old.noun.synset, other.noun.synset), mostSteps) / 10;
      into[9] = sites.sort(site) === sites.sort(giver) ? 1 : 0;
    }
    into[10] = Math.abs(old.concreteness - other.concreteness);
    into[11] = this.#vectors.closeness(sites, site, giver);
    into[12] = sites.afterNoun(site) ? 1 : 0;
    into[13] = sites.compound(site) ? 1 : 0;
    const place = slotPlaces[old.slot];
    if (place >= 0) into[place] = 1;
    into[18] = 1;
  }
}

function lift(count: number, chance: number, doubt: number): number {
  const found = Math.log((count + doubt) / (chance + doubt));
  return Math.max(-mostLift, Math.min(found, mostLift));
}

function shareOf(count: number): number {
  return count / (count + 1);
}
