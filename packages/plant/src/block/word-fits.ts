import type { SiteTable } from '../sites/site-table';
import { type Evidence, evidence } from './evidence';

/** The questions about a place and a word. */
export interface FitQuestions {
  /** Whether the words exclude each other, whatever the captions say. */
  readonly exclude: (site: number, giver: number) => boolean;
  /** How well the corpus attests the word there. */
  readonly evidence: (site: number, giver: number) => Evidence;
  /** Whether the word goes with all else that the caption names. */
  readonly belongs: (site: number, giver: number, isStrict: boolean) => boolean;
  /** Whether nothing that the caption or its siblings say speaks against the word; refusals are counted. */
  readonly mayTake: (site: number, giver: number) => boolean;
}

/** The bits of what is known: of each question one that says "yes", and one beside it that says "no". */
const EXCLUDES = 1;
const SOME = 4;
const MOST = 16;
const FULL = 64;
const LOOSE = 256;
const STRICT = 1024;
const TAKES = 4096;
/** The place has been given the word. */
const GIVEN = 16_384;

function no(bit: number): number {
  return bit << 1;
}

/** The bits by which a place has evidence for a word. */
const attested = [0, SOME, MOST, FULL];
/** What each level of evidence implies: "most" is "some" too, and is not "full". */
const known = attested.map((_, found) =>
  attested.slice(1).reduce((bits, bit, i) => bits | (i < found ? bit : no(bit)), 0),
);

/** The bits that must be set, and those that must not. */
export interface Demand {
  readonly evidence: Evidence;
  readonly isStrict: boolean;
  readonly yes: number;
  readonly no: number;
}

/** How well a word must be attested, and whether it must be known to go with all else that the caption names. */
export function demand(evidence: Evidence, isStrict: boolean): Demand {
  const yes = EXCLUDES | attested[evidence]! | (isStrict ? STRICT : LOOSE);
  return { evidence, isStrict, yes, no: no(yes | TAKES) | GIVEN };
}

/**
 * How each word of a family fits each place of it. Matching comes back to the same place and word many times, from
 * round to round and with all who give the word; a block of 16,384 captions has about 50,000 places, of which each has
 * some twenty words.
 */
export class WordFits {
  readonly #sites: SiteTable;
  readonly #questions: FitQuestions;
  readonly #known: Uint16Array;
  /** The start of a place's row. */
  readonly #rows: Int32Array;
  /** The column of a place's own word in the rows of its family. */
  readonly #columns: Int32Array;

  constructor(sites: SiteTable, questions: FitQuestions) {
    this.#sites = sites;
    this.#questions = questions;
    this.#columns = new Int32Array(sites.size);
    const byWord = new Int32Array(sites.wordCount).fill(-1);
    const widths = new Map<number, number>();
    for (let site = 0; site < sites.size; site += 1) {
      const word = sites.word(site);
      if (byWord[word] === -1) {
        const family = sites.family(site);
        const width = widths.get(family) ?? 0;
        byWord[word] = width;
        widths.set(family, width + 1);
      }
      this.#columns[site] = byWord[word]!;
    }
    this.#rows = new Int32Array(sites.size);
    let length = 0;
    for (let site = 0; site < sites.size; site += 1) {
      this.#rows[site] = length;
      length += widths.get(sites.family(site))!;
    }
    this.#known = new Uint16Array(length);
  }

  /** Whether the word of `giver` can stand at a place of its family; what isn't known yet is asked. */
  suits(site: number, giver: number, demand: Demand): boolean {
    const bits = this.#known[this.#at(site, giver)]!;
    if ((bits & demand.no) !== 0) return false;
    if ((bits & demand.yes) === demand.yes) return true;
    return (
      this.#excludes(site, giver) &&
      this.evidence(site, giver) >= demand.evidence &&
      this.belongs(site, giver, demand.isStrict)
    );
  }

  #excludes(site: number, giver: number): boolean {
    const at = this.#at(site, giver);
    const bits = this.#known[at]!;
    if ((bits & (EXCLUDES | no(EXCLUDES))) !== 0) return (bits & EXCLUDES) !== 0;
    const sites = this.#sites;
    const isOther = sites.lemmaHash(giver) !== sites.lemmaHash(site);
    return this.#keep(at, EXCLUDES, isOther && this.#questions.exclude(site, giver));
  }

  /** How well the corpus attests the word there. */
  evidence(site: number, giver: number): Evidence {
    const at = this.#at(site, giver);
    const bits = this.#known[at]!;
    if ((bits & FULL) !== 0) return evidence.full;
    if ((bits & no(FULL)) !== 0)
      return (bits & MOST) !== 0 ? evidence.most : (bits & SOME) !== 0 ? evidence.some : evidence.none;
    const found = this.#questions.evidence(site, giver);
    this.#known[at]! |= known[found]!;
    return found;
  }

  /** Whether the word goes with all else that the caption names. */
  belongs(site: number, giver: number, isStrict: boolean): boolean {
    const bit = isStrict ? STRICT : LOOSE;
    const at = this.#at(site, giver);
    const bits = this.#known[at]!;
    if ((bits & (bit | no(bit))) !== 0) return (bits & bit) !== 0;
    return this.#keep(at, bit, this.#questions.belongs(site, giver, isStrict));
  }

  /** Whether a place may take the word, which it hasn't been given before. */
  mayTake(site: number, giver: number): boolean {
    const at = this.#at(site, giver);
    const bits = this.#known[at]!;
    if ((bits & (no(TAKES) | GIVEN)) !== 0) return false;
    return (bits & TAKES) !== 0 || this.#keep(at, TAKES, this.#questions.mayTake(site, giver));
  }

  /** The place has been given the word: no negative comes twice. */
  give(site: number, giver: number): void {
    this.#known[this.#at(site, giver)]! |= GIVEN;
  }

  takeBack(site: number, giver: number): void {
    this.#known[this.#at(site, giver)]! &= ~GIVEN;
  }

  #at(site: number, giver: number): number {
    return this.#rows[site]! + this.#columns[giver]!;
  }

  #keep(at: number, bit: number, answer: boolean): boolean {
    this.#known[at]! |= answer ? bit : no(bit);
    return answer;
  }
}
