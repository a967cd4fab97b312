import type { Evidence } from '../corpus/evidence';
import type { WordVectors } from '../corpus/word-vectors';
import {
  hashActing,
  hashBinding,
  hashCompany,
  hashGoverned,
  hashMet,
  hashPair,
  hashWord,
} from '../hashes/hash-words';
import type { ContrastList } from '../lexicon/contrasts';
import { isColour } from '../lexicon/scales';
import { companyHash, wordClass } from '../lexicon/words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import { isOnObject, type SiteWord } from '../sites/site-word';
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
  /** With the caption's other things and actions in one picture: the lowest lift, if below 0, and the mean. */
  'worstCompany',
  'meanCompany',
  /** ln(1 + count) / 10 of its pictures. */
  'met',
  /** Of things: is-a steps between it and the word that stands there / 10, and whether both are of one sort. */
  'steps',
  'sameSort',
  /** Cosine of the two words' vectors. */
  'closeness',
  /** The mean lift of the old word with its company: the more it belongs there, the more another word shows. */
  'ownCompany',
  /** The share of the block's seams, two words side by side, that come only once in the block and in what was fitted, our everyday captions among it. */
  'unmet',
  'isPerson',
  'isAttribute',
  'isAction',
  'isRelation',
  'isCount',
  /** Whether it is an attribute, but no colour, that no caption says of the noun. */
  'unsaid',
  /** Whether it is done to a thing that fewer than two captions do it to; anything can be held and carried. */
  'undone',
  /** Whether it is a relation to what holds or carries a thing ("in", "on"): few things can do that. */
  'carries',
  /** Of things: whether a written list of contrasts has the word for this place; whether it has others, and not this one. */
  'listed',
  'passedOver',
  /** Of things: the lift of the two words in one picture: both may be there. And ln(1 + count) / 10 of the old word's pictures. */
  'together',
  'ownMet',
  /** Whether it is a thing that the caption ends with: nothing that follows can contradict another word. */
  'isLast',
  /** Whether it is an attribute of what grows or lives, a food or a landform: "a green goat". */
  'ofNature',
  /** Whether it is a thing under "at" or "from": what happens there is seldom to be seen elsewhere. */
  'atOrFrom',
  'severalWords',
  /** ln of the caption's length in words and marks: there is more that another word can contradict. */
  'captionLength',
  'always',
] as const;
export const featureCount = featureNames.length;

/** The place of each feature in a row of them. */
const at = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Readonly<
  Record<(typeof featureNames)[number], number>
>;

const seamDoubt = 0.3;
const companyDoubt = 0.5;
/** Words met in fewer pictures say nothing as companions. */
const leastMet = 3;
const maxLift = 5;
const maxSteps = 20;
const slotPlaces = {
  object: -1,
  attribute: at.isAttribute,
  action: at.isAction,
  relation: at.isRelation,
  count: at.isCount,
} as const;
const leastDone = 2;
/** A block of few seams says little of its sort of text. This number of seams is added, with the share that everyday captions have unmet. */
const usualSeams = 30;
const usuallyUnmet = 0.25;

/**
 * Numbers of a word, a line of the processor's cache: how often its first word and its last came, how often it was governed, how
 * many pictures have it; its feature `met`, the hash of its company, what sort of word it is, where that tells something, and whether
 * it has several words.
 */
const ofWord = 8;
const LAST = 1;
const GOVERNED = 2;
const MET = 3;
const MET_FEATURE = 4;
const COMPANY = 5;
const SORT = 6;
const SEVERAL = 7;
const PERSON = 1;
const COLOUR = 2;
const OF_ANYTHING = 3;
const CARRYING = 4;
const doneToAnything = wordClass('done-to-anything');
const carrying = wordClass('carrying');
/** WordNet's lexicographer files of what grows or lives, foods, landforms: animal, body, food, object, phenomenon, plant, substance. */
const filesOfNature: ReadonlySet<number> = new Set([5, 8, 13, 17, 19, 20, 27]);
const atAndFrom: ReadonlySet<number> = new Set([hashWord('at'), hashWord('from')]);
/** Numbers of two words: which two, and the features from this place on, and their lift in one picture. */
const ofPair = 8;
const TOGETHER = 4;
const firstOfPair = at.steps;
/** The most pairs of words that are kept, a power of two, and how many for each site. */
const maxPairs = 2 ** 18;
const pairsOfSite = 16;
/** More than there are words, so that two words make one number. */
const maxWords = 2 ** 24;
/** So many companions of a site are looked at, the first ones. */
const maxCompanions = 64;

/** Works out the features of words at sites. What a site or a word alone decides is worked out once. */
export class Features {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #evidence: Evidence;
  readonly #vectors: WordVectors;
  readonly #tree: NounTree;
  /** By the word's number; its company is 0 where nothing has been counted yet. */
  #words: Float64Array;
  /** Of two words, in whichever order: the steps between them, whether both are of one sort, and their closeness. */
  readonly #pairs: Float64Array;
  readonly #lastPair: number;
  #site = -1;
  #leftCount = 0;
  #rightCount = 0;
  #governorCount = 0;
  /** The words of the site's caption that its company is measured by, and in how many pictures each is met. */
  readonly #companions = new Int32Array(maxCompanions);
  readonly #met = new Float64Array(maxCompanions);
  #companionCount = 0;
  /** What `#measureCompany` found last. */
  #worst = 0;
  #mean = 0;
  #ownCompany = 0;
  #captionLength = 0;
  #ownMet = 0;
  #isLast = false;
  #isAtOrFrom = false;
  #isOfNature = false;
  #isOnObject = false;
  #list: ContrastList | undefined;
  readonly #unmet: number;

  constructor(block: BlockReading, evidence: Evidence, vectors: WordVectors, tree: NounTree) {
    this.#block = block;
    this.#sites = block.sites;
    this.#evidence = evidence;
    this.#vectors = vectors;
    this.#tree = tree;
    this.#words = new Float64Array(ofWord * (block.sites.wordCount + 64));
    let rows = 64;
    const wanted = Math.min(pairsOfSite * (block.endOfAll - block.firstOfAll), maxPairs);
    while (rows < wanted) rows *= 2;
    this.#pairs = new Float64Array(ofPair * rows);
    this.#lastPair = rows - 1;
    this.#unmet = unmetOf(block, evidence);
  }

  #enter(site: number): void {
    if (this.#site === site) return;
    const evidence = this.#evidence;
    const governor = this.#sites.governor(site);
    this.#site = site;
    this.#leftCount = evidence.count(this.#sites.kl1(site));
    this.#rightCount = evidence.count(this.#sites.r1(site));
    this.#governorCount = governor === 0 ? 0 : evidence.count(hashBinding(governor, 0));
    this.#companionCount = 0;
    const { companions } = this.#block;
    const { first, last } = this.#sites.placed(site);
    const caption = this.#sites.caption(site);
    const end = companions.end(caption);
    for (let i = companions.start(caption); i < end && this.#companionCount < maxCompanions; i += 1) {
      const token = companions.token(i);
      if (token >= first && token <= last) continue;
      const met = evidence.count(hashMet(companions.hash(i)));
      if (met < leastMet) continue;
      this.#companions[this.#companionCount] = companions.hash(i);
      this.#met[this.#companionCount] = met;
      this.#companionCount += 1;
    }
    const own = this.#numbersOf(site);
    this.#measureCompany(this.#words[own + COMPANY]!, this.#words[own + MET]!);
    this.#ownCompany = this.#mean;
    const span = this.#sites.placed(site);
    const length = this.#block.endOfTokens(caption) - this.#block.firstToken(caption);
    const isThing = span.slot === 'object';
    this.#ownMet = isThing ? this.#words[own + MET_FEATURE]! : 0;
    this.#isLast = isThing && last >= length - 2;
    this.#isAtOrFrom = isThing && atAndFrom.has(governor);
    this.#isOfNature = span.slot === 'attribute' && filesOfNature.has(span.headNoun?.lexfile ?? -1);
    this.#isOnObject = span.slot === 'action' && isOnObject(span);
    this.#list = this.#block.listAt(site);
    this.#captionLength = Math.log(length);
  }

  /** Where the numbers of a row's word start. */
  #numbersOf(row: number): number {
    const sites = this.#sites;
    const start = ofWord * sites.word(row);
    if (start >= this.#words.length) {
      const longer = new Float64Array(2 * start + ofWord);
      longer.set(this.#words);
      this.#words = longer;
    }
    if (this.#words[start + COMPANY] === 0) this.#count(row, start);
    return start;
  }

  #count(row: number, start: number): void {
    const sites = this.#sites;
    const evidence = this.#evidence;
    const words = this.#words;
    const lemma = sites.lemmaHash(row);
    const company = companyHash(lemma);
    const met = evidence.count(hashMet(company));
    words[start] = evidence.count(sites.firstKept(row));
    words[start + LAST] = evidence.count(sites.last(row));
    words[start + GOVERNED] = evidence.count(hashGoverned(lemma));
    words[start + MET] = met;
    words[start + MET_FEATURE] = Math.log1p(met) / 10;
    words[start + COMPANY] = company;
    words[start + SORT] = sortOf(sites.span(row));
    words[start + SEVERAL] = sites.span(row).lemma.includes(' ') ? 1 : 0;
  }

  /** Writes the features of the word of row `giver` at a site. */
  write(site: number, giver: number, into: Float64Array): void {
    this.#enter(site);
    const sites = this.#sites;
    const evidence = this.#evidence;
    const numbers = this.#numbersOf(giver);
    const words = this.#words;
    const lemma = sites.lemmaHash(giver);
    const kl1 = sites.kl1(site);
    const r1 = sites.r1(site);
    const governor = sites.governor(site);
    into.fill(0);
    let together = 0;
    if (kl1 !== 0) {
      const met = evidence.count(hashPair(kl1, sites.firstKept(giver)));
      into[at.leftLift] = lift(met, (this.#leftCount * words[numbers]!) / evidence.words, seamDoubt);
    }
    if (r1 !== 0) {
      const met = evidence.count(hashPair(sites.last(giver), r1));
      into[at.rightLift] = lift(met, (this.#rightCount * words[numbers + LAST]!) / evidence.words, seamDoubt);
    }
    if (governor !== 0) {
      together = evidence.count(hashBinding(governor, lemma));
      into[at.governorLift] = lift(
        together,
        (this.#governorCount * words[numbers + GOVERNED]!) / evidence.governed,
        seamDoubt,
      );
    }
    const actor = sites.actor(site);
    const action = sites.action(site);
    if (actor !== 0) into[at.acting] = shareOf(evidence.count(hashActing(actor, lemma)));
    else if (action !== 0) into[at.acting] = shareOf(evidence.count(hashActing(lemma, action)));
    this.#measureCompany(words[numbers + COMPANY]!, words[numbers + MET]!);
    into[at.worstCompany] = this.#worst;
    into[at.meanCompany] = this.#mean;
    into[at.met] = words[numbers + MET_FEATURE]!;
    this.#writePair(site, giver, into);
    into[at.ownCompany] = this.#ownCompany;
    into[at.unmet] = this.#unmet;
    const sort = words[numbers + SORT]!;
    if (sort === PERSON) into[at.isPerson] = 1;
    const place = slotPlaces[sites.slot(site)];
    if (place >= 0) into[place] = 1;
    if (place === slotPlaces.attribute && together === 0 && sort !== COLOUR) into[at.unsaid] = 1;
    if (this.#isOnObject && together < leastDone && sort !== OF_ANYTHING) into[at.undone] = 1;
    if (sort === CARRYING) into[at.carries] = 1;
    if (this.#list) into[this.#list.hashes.has(lemma) ? at.listed : at.passedOver] = 1;
    into[at.ownMet] = this.#ownMet;
    if (this.#isLast) into[at.isLast] = 1;
    if (this.#isOfNature) into[at.ofNature] = 1;
    if (this.#isAtOrFrom) into[at.atOrFrom] = 1;
    into[at.severalWords] = words[numbers + SEVERAL]!;
    into[at.captionLength] = this.#captionLength;
    into[featureCount - 1] = 1;
  }

  /** Finds the lowest and the mean lift of a word, with the number of its pictures, with the site's company. */
  #measureCompany(word: number, met: number): void {
    const evidence = this.#evidence;
    let worst = 0;
    let sum = 0;
    let seen = 0;
    for (let i = 0; i < this.#companionCount; i += 1) {
      const other = this.#companions[i]!;
      if (other === word) continue;
      const together = evidence.count(hashCompany(word, other));
      const found = lift(together, (met * this.#met[i]!) / evidence.pictures, companyDoubt);
      sum += found;
      seen += 1;
      if (found < worst) worst = found;
    }
    this.#worst = worst;
    this.#mean = seen === 0 ? 0 : sum / seen;
  }

  #writePair(site: number, giver: number, into: Float64Array): void {
    const row = this.#pairOf(site, giver);
    const pairs = this.#pairs;
    for (let i = 0; i < TOGETHER - 1; i += 1) into[firstOfPair + i] = pairs[row + 1 + i]!;
    into[at.together] = pairs[row + TOGETHER]!;
  }

  /** Where the numbers of two rows' words start; those of the last pairs are kept. */
  #pairOf(site: number, giver: number): number {
    const sites = this.#sites;
    const [word, given] = [sites.word(site), sites.word(giver)];
    const [low, high] = word < given ? [word, given] : [given, word];
    const row = ofPair * (hashPair(low, high) & this.#lastPair);
    // From 1: a row that holds nothing yet has the key 0.
    const key = low * maxWords + high + 1;
    const pairs = this.#pairs;
    if (pairs[row] === key) return row;
    const [old, other] = [sites.span(site), sites.span(giver)];
    pairs.fill(0, row, row + ofPair);
    pairs[row] = key;
    if (old.noun && other.noun) {
      pairs[row + 1] = Math.min(this.#tree.steps(old.noun.synset, other.noun.synset), maxSteps) / 10;
      pairs[row + 2] = sites.sort(site) === sites.sort(giver) ? 1 : 0;
    }
    pairs[row + 3] = this.#vectors.closeness(sites, site, giver);
    if (sites.slot(site) === 'object') pairs[row + TOGETHER] = this.#liftTogether(site, giver);
    return row;
  }

  #liftTogether(site: number, giver: number): number {
    const [own, other] = [this.#numbersOf(site), this.#numbersOf(giver)];
    const words = this.#words;
    const together = this.#evidence.count(hashCompany(words[own + COMPANY]!, words[other + COMPANY]!));
    const chance = (words[own + MET]! * words[other + MET]!) / this.#evidence.pictures;
    return lift(together, chance, companyDoubt);
  }
}

/** What sort of word it is; 0 where that tells nothing. */
function sortOf({ noun, slot, lemma }: SiteWord): number {
  if (noun?.person) return PERSON;
  if (slot === 'attribute' && isColour(lemma)) return COLOUR;
  if (slot === 'action' && doneToAnything.has(lemma)) return OF_ANYTHING;
  return slot === 'relation' && carrying.has(lemma) ? CARRYING : 0;
}

function lift(count: number, chance: number, doubt: number): number {
  const found = Math.log((count + doubt) / (chance + doubt));
  return Math.max(-maxLift, Math.min(found, maxLift));
}

function shareOf(count: number): number {
  return count / (count + 1);
}

function unmetOf(block: BlockReading, evidence: Evidence): number {
  let seams = usualSeams;
  let unmet = usualSeams * usuallyUnmet;
  block.eachSeam((seam) => {
    seams += 1;
    // This one is counted as well.
    if (evidence.count(seam) < 2) unmet += 1;
  });
  return unmet / seams;
}
