import type { Check, SwapContext } from '../checks/check';
import type { AskedChecks, Checks } from '../checks/create-checks';
import type { Operation, Slot } from '../hard-negative';
import { hashPair } from '../hashes/hash-words';
import type { Exclusions } from '../lexicon/exclusions';
import type { Written } from '../safety/protect-minors';
import { senseNeeded, surpriseOf, surpriseOfPassedOver, surpriseOfWritten } from '../scores/objective';
import type { Plausibility } from '../scores/plausibility';
import type { BlockReading } from '../sites/block-reading';
import type { Frames } from '../sites/frames';
import type { SiteTable } from '../sites/site-table';
import { twiceAsLong } from '../sites/token-table';
import { SiteInBlock } from './site-in-block';
import { canBeReversed, suitsThing } from './swap-sense';

/** So many verdicts on two words are kept at first; the table grows. */
const usualVerdicts = 2 ** 14;

/** What the checks say of two words of a block, whose numbers hold for this block alone. */
class WordVerdicts {
  readonly #checks: Checks;
  /**
   * An open-addressing table: both words' numbers from 1, the place of the check that refuses, 0 for none, and the number of what the
   * old word excludes there: "two" excludes less after "are" than elsewhere.
   */
  #cells = new Int32Array(4 * usualVerdicts);
  #size = 0;
  readonly #refusing: (Check | undefined)[] = [undefined];
  readonly #exclusions: (Exclusions | undefined)[] = [undefined];

  constructor(checks: Checks) {
    this.#checks = checks;
  }

  /** The check that keeps two words apart, if one does. */
  refusal(sites: SiteTable, a: number, b: number): Check | undefined {
    const old = sites.span(a);
    const [word, other, excluded] = [sites.word(a) + 1, sites.word(b) + 1, this.#numberOf(old.exclude)];
    const row = this.#rowOf(word, other, excluded);
    if (this.#cells[row] !== 0) return this.#refusing[this.#cells[row + 2]!];
    const check = this.#checks.words(old, sites.span(b));
    let place = this.#refusing.indexOf(check);
    if (place < 0) place = this.#refusing.push(check) - 1;
    this.#cells.set([word, other, place, excluded], row);
    this.#size += 1;
    if (2 * this.#size > this.#cells.length / 4) this.#grow();
    return check;
  }

  #numberOf(exclude: Exclusions | undefined): number {
    if (exclude === undefined) return 0;
    const number = this.#exclusions.indexOf(exclude);
    return number < 0 ? this.#exclusions.push(exclude) - 1 : number;
  }

  /** The row of two words, or the free one for them. */
  #rowOf(word: number, other: number, excluded: number): number {
    const cells = this.#cells;
    let row = (4 * hashPair(word, other)) & (cells.length - 1);
    while (
      cells[row] !== 0 &&
      (cells[row] !== word || cells[row + 1] !== other || cells[row + 3] !== excluded)
    ) {
      row = (row + 4) & (cells.length - 1);
    }
    return row;
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Int32Array(2 * old.length);
    for (let row = 0; row < old.length; row += 4) {
      if (old[row] === 0) continue;
      this.#cells.set(old.subarray(row, row + 4), this.#rowOf(old[row]!, old[row + 1]!, old[row + 3]!));
    }
  }
}

/** Which words may stand at a site, beside what surprise says. */
export interface SiteRule {
  mayStand(site: number, giver: number): boolean;
  /** The operation that checks see; left out, the one that is made. */
  readonly operation?: Operation;
  /** A bound on the surprise of things, in nats, beside the usual one. */
  readonly maxSurpriseOfThings?: number;
  /** Rows with words to be tried there, beside the usual ones. */
  givers(site: number): readonly number[];
}

/** So many words are remembered for each site, a power of two; they lie together, since a site's words are asked about together. */
const rememberedOfSite = 32;
/** Numbers of a remembered word, beside each other: the word's number, from 1, with a verdict below, and its surprise. */
const width = 2;
const VERDICT_BITS = 2;
/** What the checks say of it; 0 where they have not been asked. */
const VERDICT_MASK = 3;
const MAY = 1;
const MAY_NOT = 2;
/** The bit that no check has. */
const KNOWN = 1 << 31;

/** Judges words in sites of a block: may they stand there, and how surprising would they be? Refusals are counted. */
export class Judge {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #words: WordVerdicts;
  readonly #checks: Checks;
  readonly #plausibility: Plausibility;
  readonly #frames: Frames;
  readonly #context: SiteInBlock;
  /** The largest sense that an edit may need at all, and in the tier that is open, in nats. */
  readonly #widest: number;
  #sense: number;
  readonly #rule: SiteRule | undefined;
  readonly #refuse: (check: Check) => void;
  readonly #first: number;
  /** For each site the checks that may refuse a word there, once it is known. */
  readonly #asked: (AskedChecks | undefined)[];
  /** For each word, by its number, what the checks say of it alone, and that it is `KNOWN`. */
  #bitsOfWords: Int32Array;
  /** For each site the words that were asked about last. */
  readonly #remembered: Int32Array;
  /** The same memory, for the surprises. */
  readonly #surprises: Float32Array;

  /**
   * @param sense the largest sense that an edit may need, in nats; all tiers up to it are open at first
   * @param rule what is asked of words beside the bound on surprise
   */
  constructor(
    block: BlockReading,
    checks: Checks,
    plausibility: Plausibility,
    frames: Frames,
    refuse: (check: Check) => void,
    sense: number,
    rule?: SiteRule,
  ) {
    this.#block = block;
    this.#sites = block.sites;
    this.#words = new WordVerdicts(checks);
    this.#checks = checks;
    this.#plausibility = plausibility;
    this.#frames = frames;
    this.#context = new SiteInBlock(block, plausibility);
    this.#refuse = refuse;
    this.#widest = sense;
    this.#sense = sense;
    this.#rule = rule;
    this.#first = block.firstOfAll;
    this.#asked = new Array(block.endOfAll - block.firstOfAll).fill(undefined);
    this.#bitsOfWords = new Int32Array(block.sites.wordCount + 64);
    const rows = rememberedOfSite * (block.endOfAll - block.firstOfAll);
    this.#remembered = new Int32Array(width * rows);
    this.#surprises = new Float32Array(this.#remembered.buffer);
  }

  /** From now on an edit may need so much sense. */
  openTier(sense: number): void {
    this.#sense = sense;
  }

  /** Whether the tier that is open allows a surprise at a site. */
  isInTier(site: number, surprise: number): boolean {
    return senseNeeded(surprise, this.#sites.slot(site)) <= this.#boundOf(site, this.#sense);
  }

  /** Whether the two words may stand for each other at all. */
  exclude(a: number, b: number): boolean {
    const check = this.#words.refusal(this.#sites, a, b);
    if (check) this.#refuse(check);
    return check === undefined;
  }

  /** −ln of the probability that nothing is clearly wrong with the word there, put there by an operation. */
  surprise(site: number, giver: number, operation: Operation): number {
    return surpriseOf(this.#surprises[this.#rowOf(site, giver) + 1]!, operation, this.#sites.slot(site));
  }

  /** Where the numbers of a word at a site start; one that is not remembered is judged first. */
  #rowOf(site: number, giver: number): number {
    const row = this.#placeOf(site, giver);
    if (!this.#isAt(row, giver)) this.#remember(row, giver, this.#measure(site, giver));
    return row;
  }

  #isAt(row: number, giver: number): boolean {
    return this.#remembered[row]! >>> VERDICT_BITS === this.#sites.word(giver) + 1;
  }

  #remember(row: number, giver: number, surprise: number): void {
    this.#remembered[row] = (this.#sites.word(giver) + 1) << VERDICT_BITS;
    this.#surprises[row + 1] = surprise;
  }

  /** Where a word at a site is remembered, or would be. */
  #placeOf(site: number, giver: number): number {
    const word = this.#sites.word(giver) + 1;
    const start = rememberedOfSite * (site - this.#first);
    const place = Math.imul(word, 0x9e3779b1) >>> 27;
    const row = width * (start + place);
    const known = this.#remembered[row]! >>> VERDICT_BITS;
    // A word has two rows that it may be in: the other one is tried where the first is taken.
    return known === word || known === 0 ? row : width * (start + (place ^ 1));
  }

  /** The surprise of a word that another caption gives in return. */
  #measure(site: number, giver: number): number {
    if (this.#frames.isWritten(site, giver)) return surpriseOfWritten;
    const surprise = this.#plausibility.surprise(site, giver);
    return this.#isPassedOver(site, giver) ? surprise + surpriseOfPassedOver : surprise;
  }

  /**
   * Whether a thing's row of contrasts names others, but not this word, and the caption does not name it either. Details and what is
   * absent have a rule of their own.
   */
  #isPassedOver(site: number, giver: number): boolean {
    if (this.#rule !== undefined) return false;
    const sites = this.#sites;
    const lemma = sites.lemmaHash(giver);
    if (sites.slot(site) !== 'object' || this.#block.listAt(site)?.hashes.has(lemma) !== false) return false;
    const caption = sites.caption(site);
    for (let own = this.#block.firstSite(caption); own < this.#block.endOfSites(caption); own += 1) {
      if (sites.lemmaHash(own) === lemma) return false;
    }
    return true;
  }

  /**
   * The surprise of a word that suits a site: likely enough there if another caption gives it, and the two words exclude each
   * other; infinite for one that does not suit. Most do not, and are not remembered: they would take the place of those that do.
   */
  surpriseIfSuits(site: number, giver: number): number {
    const row = this.#placeOf(site, giver);
    const isKnown = this.#isAt(row, giver);
    // Remembered numbers have single precision.
    const surprise = isKnown ? this.#surprises[row + 1]! : Math.fround(this.#measure(site, giver));
    const isLikely = senseNeeded(surprise, this.#sites.slot(site)) <= this.#boundOf(site, this.#widest);
    if (!isLikely || !this.#mayStand(site, giver) || !this.exclude(site, giver))
      return Number.POSITIVE_INFINITY;
    if (!isKnown) this.#remember(row, giver, surprise);
    return surprise;
  }

  /** Whether a word is likely enough at a site whose price is up to a limit. */
  isLikely(site: number, giver: number, operation: Operation, limit?: number): boolean {
    return this.price(site, giver, operation, limit) < Number.POSITIVE_INFINITY;
  }

  /** `priceOf` a word; infinite as well for one that may not stand there. */
  price(site: number, giver: number, operation: Operation, limit = Number.POSITIVE_INFINITY): number {
    if (limit < this.#sites.price(site)) return Number.POSITIVE_INFINITY;
    const price = this.priceOf(site, this.surprise(site, giver, operation), limit);
    return price < Number.POSITIVE_INFINITY && this.#mayStand(site, giver) ? price : Number.POSITIVE_INFINITY;
  }

  /**
   * What a surprise costs at a site: the sense that it needs and what the site's place among the caption's others adds; infinite
   * for one that is above what the tier allows, and at a site whose place costs more than a limit.
   */
  priceOf(site: number, surprise: number, limit = Number.POSITIVE_INFINITY): number {
    const price = this.#sites.price(site);
    if (price > limit || !this.isInTier(site, surprise)) return Number.POSITIVE_INFINITY;
    return price + senseNeeded(surprise, this.#sites.slot(site));
  }

  #boundOf(site: number, sense: number): number {
    const ofThings = this.#rule?.maxSurpriseOfThings;
    if (ofThings === undefined || this.#sites.slot(site) !== 'object') return sense;
    return Math.min(ofThings, sense);
  }

  #mayStand(site: number, giver: number): boolean {
    return this.#rule === undefined || this.#rule.mayStand(site, giver);
  }

  /**
   * What an exchange costs, each word at a price up to a limit; infinite where one is not likely enough in the other's place, or
   * the two do not exclude each other.
   */
  priceOfExchange(a: number, b: number, limit: number): number {
    const price = this.price(a, b, 'exchange', limit);
    if (price === Number.POSITIVE_INFINITY || !this.exclude(a, b)) return Number.POSITIVE_INFINITY;
    const other = this.price(b, a, 'exchange', limit);
    return other === Number.POSITIVE_INFINITY || !this.exclude(b, a)
      ? Number.POSITIVE_INFINITY
      : price + other;
  }

  /**
   * Whether a word that suits a site is worth trying there. Of a closed vocabulary nothing is too surprising, so that all words suit
   * and most are refused: they are asked about once. Else few suit, and most of these are never asked about.
   */
  mayOffer(site: number, giver: number): boolean {
    if (this.#widest !== Number.POSITIVE_INFINITY || this.mayTake(site, giver, 'exchange')) return true;
    return this.#frames.areNatural(site, giver) && this.mayTake(site, giver, 'natural');
  }

  /** Whether nothing that the caption or its siblings say speaks against the word. */
  mayTake(site: number, giver: number, operation: 'exchange' | 'replace' | 'natural'): boolean {
    const row = this.#rowOf(site, giver);
    const isNatural = operation === 'natural';
    const verdict = this.#remembered[row]! & VERDICT_MASK;
    if (!isNatural && verdict !== 0) return verdict === MAY;
    const check = this.refusal(site, giver, operation);
    if (check) this.#refuse(check);
    if (!isNatural) this.#remembered[row]! |= check ? MAY_NOT : MAY;
    return check === undefined;
  }

  /** The check that refuses a word at a site; nothing is counted. */
  refusal(site: number, giver: number, operation: Operation): Check | undefined {
    const check = this.#words.refusal(this.#sites, site, giver);
    if (check) return check;
    const context = this.#context.at(site, giver, this.#rule?.operation ?? operation);
    const asked = this.#asked[site - this.#first] ?? this.#checks.at(context);
    this.#asked[site - this.#first] = asked;
    return this.#checks.site(context, this.#sites.span(giver), asked, this.#bitsOf(giver));
  }

  /** What the checks say of a row's word alone. */
  #bitsOf(row: number): number {
    const word = this.#sites.word(row);
    if (word >= this.#bitsOfWords.length) this.#bitsOfWords = twiceAsLong(this.#bitsOfWords, word + 1);
    let bits = this.#bitsOfWords[word]!;
    if (bits === 0) {
      bits = this.#checks.of(this.#sites.span(row)) | KNOWN;
      this.#bitsOfWords[word] = bits;
    }
    return bits;
  }

  /** Whether two words of a caption make sense in each other's places; `a` stands before `b`, and takes the word of `toA`. */
  isSwapLikely(
    a: number,
    b: number,
    [toA, toB]: readonly [number, number],
    limit = Number.POSITIVE_INFINITY,
  ): boolean {
    if (!this.isLikely(a, toA, 'swap', limit) || !this.isLikely(b, toB, 'swap', limit)) return false;
    // A user's own vocabulary decides for itself what goes with what.
    if (this.#sense === Number.POSITIVE_INFINITY) return true;
    const slot = this.#sites.slot(a);
    if (slot === 'object') return canBeReversed(this.#context.swapOf(a, b));
    return slot !== 'attribute' || (this.#suitsThing(a, toA) && this.#suitsThing(b, toB));
  }

  #suitsThing(site: number, giver: number): boolean {
    return (
      suitsThing(this.#sites.placed(site), this.#sites.span(giver)) || this.#plausibility.isBound(site, giver)
    );
  }

  /** Whether two words of a caption may change places; `a` stands before `b`, and takes the word of `toA`. */
  maySwap(a: number, b: number, rows: readonly [toA: number, toB: number]): boolean {
    const check = this.refusalOfSwap(a, b, rows);
    if (check) this.#refuse(check);
    return check === undefined;
  }

  /** The check that refuses that two words change places; nothing is counted. */
  refusalOfSwap(a: number, b: number, [toA, toB]: readonly [number, number]): Check | undefined {
    const swap = this.#context.swapOf(a, b);
    const texts = [this.#sites.span(toA).text, this.#sites.span(toB).text] as const;
    return this.#checks.swap(swap) ?? this.#checks.written(writtenSwap(swap, texts, this.#sites.slot(a)));
  }
}

/** The swap as written, but for its articles. */
function writtenSwap(
  { a, b, caption }: SwapContext,
  [first, second]: readonly [string, string],
  slot: Slot,
): Written {
  const shift = a.start + first.length - a.end;
  const start = b.start + shift;
  return {
    caption,
    negative:
      caption.slice(0, a.start) + first + caption.slice(a.end, b.start) + second + caption.slice(b.end),
    operation: 'swap',
    slot,
    keywords: [a, b],
    replacements: [
      { start: a.start, end: a.start + first.length },
      { start, end: start + second.length },
    ],
    texts: [first, second],
  };
}
