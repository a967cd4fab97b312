import type { SiteTable } from './site-table';

const NO = 1;
const YES = 2;

/**
 * Asks a question about a place and another one's word once for each word, as long as the same place is asked about:
 * few words stand at most places of a kind.
 */
export class WordMemo {
  readonly #sites: SiteTable;
  readonly #ask: (site: number, giver: number) => boolean;
  readonly #askers: Int32Array;
  readonly #answers: Uint8Array;

  constructor(sites: SiteTable, ask: (site: number, giver: number) => boolean) {
    this.#sites = sites;
    this.#ask = ask;
    this.#askers = new Int32Array(sites.wordCount);
    this.#answers = new Uint8Array(sites.wordCount);
  }

  allows(site: number, giver: number): boolean {
    const word = this.#sites.word(giver);
    if (this.#askers[word] !== site + 1) {
      this.#askers[word] = site + 1;
      this.#answers[word] = this.#ask(site, giver) ? YES : NO;
    }
    return this.#answers[word] === YES;
  }

  /** What has been found out since speaks against the word, whoever gives it. */
  deny(site: number, giver: number): void {
    const word = this.#sites.word(giver);
    this.#askers[word] = site + 1;
    this.#answers[word] = NO;
  }
}
