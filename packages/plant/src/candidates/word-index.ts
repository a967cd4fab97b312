import { HashTable } from '../hashes/hash-table';
import { hashPair } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { Frames } from '../sites/frames';
import type { SiteTable } from '../sites/site-table';

/** How many words at most are kept for one surrounding. */
const maxWords = 12;

const none: readonly number[] = [];

/** Which words stand in the surroundings of a block's sites, each shown by one of the sites that have it. */
export class WordIndex {
  readonly #sites: SiteTable;
  readonly #frames: Frames;
  readonly #numbers = new HashTable();
  readonly #lists: number[][] = [];

  constructor(block: BlockReading, frames: Frames) {
    const { sites } = block;
    this.#sites = sites;
    this.#frames = frames;
    for (let site = block.firstOfAll; site < block.endOfAll; site += 1) {
      this.#add(frames.of(site), site);
      this.#add(afterKey(site, sites), site);
      this.#add(beforeKey(site, sites), site);
      if (sites.governor(site) !== 0) this.#add(governorKey(site, sites), site);
    }
  }

  #get(key: number): number[] | undefined {
    return this.#lists[this.#numbers.get(key) - 1];
  }

  #add(key: number, site: number): void {
    const list = this.#get(key);
    if (!list) {
      this.#numbers.set(key, this.#lists.push([site]));
      return;
    }
    if (list.length === maxWords) return;
    const own = this.#sites.word(site);
    for (const other of list) if (this.#sites.word(other) === own) return;
    list.push(site);
  }

  /** Visits sites whose words stand in a caption that is equal but for this site. */
  written(site: number, visit: (giver: number) => void): void {
    for (const giver of this.#get(this.#frames.of(site)) ?? none) visit(giver);
  }

  /** Visits sites whose words stand where this one's stands: in an equal caption, after the same word, before it, and under its governor. */
  near(site: number, visit: (giver: number) => void): void {
    const sites = this.#sites;
    this.written(site, visit);
    for (const giver of this.#get(afterKey(site, sites)) ?? none) visit(giver);
    for (const giver of this.#get(beforeKey(site, sites)) ?? none) visit(giver);
    if (sites.governor(site) === 0) return;
    for (const giver of this.#get(governorKey(site, sites)) ?? none) visit(giver);
  }
}

function afterKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.bucket(site), sites.kl1(site)), 2);
}

function beforeKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.bucket(site), sites.kr1(site)), 3);
}

function governorKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.bucket(site), sites.governor(site)), 4);
}
