import type { Evidence } from './evidence';
import type { SiteTable } from './site-table';

/** What is asked about a place and a word. */
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

/** Bits of what is known of a place and a word: each answer beside the bit that says that it has been asked for. */
const EXCLUDE = 1;
const EVIDENCE = 4;
const EVIDENCE_SHIFT = 3;
const LOOSE = 32;
const STRICT = 128;
const TAKE = 512;
/** The place has been given the word. */
const GIVEN = 2048;

/**
 * How each word of a family fits each place of it. Matching comes back to the same place and word many times, from
 * round to round and with all who give the word; a block of 16,384 captions has about 50,000 places, of which each has
 * some twenty words.
 */
export class WordFits {
  readonly #sites: SiteTable;
  readonly #questions: FitQuestions;
  readonly #known: Uint16Array;
  /** Where a place's row starts. */
  readonly #rows: Int32Array;
  /** The place of each word in the rows of its family. */
  readonly #columns: Int32Array;

  constructor(sites: SiteTable, questions: FitQuestions) {
    this.#sites = sites;
    this.#questions = questions;
    this.#columns = new Int32Array(sites.wordCount).fill(-1);
    const widths = new Map<number, number>();
    for (let site = 0; site < sites.size; site += 1) {
      const word = sites.word(site);
      if (this.#columns[word] !== -1) continue;
      const family = sites.family(site);
      const width = widths.get(family) ?? 0;
      this.#columns[word] = width;
      widths.set(family, width + 1);
    }
    this.#rows = new Int32Array(sites.size);
    let length = 0;
    for (let site = 0; site < sites.size; site += 1) {
      this.#rows[site] = length;
      length += widths.get(sites.family(site))!;
    }
    this.#known = new Uint16Array(length);
  }

  /** Whether the word of `giver` can stand at a place of its family, as far as the corpus and the two words tell. */
  suits(site: number, giver: number, wanted: Evidence, isStrict: boolean): boolean {
    if (this.#isOut(this.#known[this.#at(site, giver)]!)) return false;
    return (
      this.excludes(site, giver) &&
      (wanted === 0 || this.evidence(site, giver) >= wanted) &&
      this.belongs(site, giver, isStrict)
    );
  }

  excludes(site: number, giver: number): boolean {
    const at = this.#at(site, giver);
    const known = this.#known[at]!;
    if ((known & EXCLUDE) !== 0) return (known & (2 * EXCLUDE)) !== 0;
    const sites = this.#sites;
    const isOther = sites.lemmaHash(giver) !== sites.lemmaHash(site);
    return this.#keep(at, EXCLUDE, isOther && this.#questions.exclude(site, giver));
  }

  evidence(site: number, giver: number): Evidence {
    const at = this.#at(site, giver);
    const known = this.#known[at]!;
    if ((known & EVIDENCE) !== 0) return ((known >> EVIDENCE_SHIFT) & 3) as Evidence;
    const evidence = this.#questions.evidence(site, giver);
    this.#known[at]! |= EVIDENCE | (evidence << EVIDENCE_SHIFT);
    return evidence;
  }

  belongs(site: number, giver: number, isStrict: boolean): boolean {
    const bit = isStrict ? STRICT : LOOSE;
    const at = this.#at(site, giver);
    const known = this.#known[at]!;
    if ((known & bit) !== 0) return (known & (2 * bit)) !== 0;
    return this.#keep(at, bit, this.#questions.belongs(site, giver, isStrict));
  }

  /** Whether a place may take the word, which it hasn't been given before. */
  mayTake(site: number, giver: number): boolean {
    const at = this.#at(site, giver);
    const known = this.#known[at]!;
    if (this.#isOut(known)) return false;
    return (known & TAKE) !== 0 || this.#keep(at, TAKE, this.#questions.mayTake(site, giver));
  }

  give(site: number, giver: number): void {
    this.#known[this.#at(site, giver)]! |= GIVEN;
  }

  takeBack(site: number, giver: number): void {
    this.#known[this.#at(site, giver)]! &= ~GIVEN;
  }

  /** What has been given, or refused, is not asked about again. */
  #isOut(known: number): boolean {
    return (known & GIVEN) !== 0 || (known & (3 * TAKE)) === TAKE;
  }

  #at(site: number, giver: number): number {
    return this.#rows[site]! + this.#columns[this.#sites.word(giver)]!;
  }

  #keep(at: number, bit: number, answer: boolean): boolean {
    this.#known[at]! |= answer ? 3 * bit : bit;
    return answer;
  }
}
