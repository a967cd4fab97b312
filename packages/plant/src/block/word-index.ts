import { CodeTable } from '../hashes/code-table';
import { hashPair } from '../hashes/hash-words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';

/** How many words at most are kept for one surrounding. */
const mostWords = 12;

const none: readonly number[] = [];

/**
 * Which words of a kind stand in the surroundings of some captions' places; each word is shown by one of the places
 * of the block that have it.
 */
export class WordIndex {
  readonly #sites: SiteTable;
  readonly #texts: NumberedTexts;
  readonly #byKey = new Lists();
  readonly #byKind = new Lists();

  constructor(block: BlockReading, asking: readonly number[]) {
    const { sites } = block;
    this.#sites = sites;
    this.#texts = numberTexts(sites);
    for (const caption of asking) {
      for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
        this.#byKey.open(afterKey(site, sites));
        this.#byKey.open(beforeKey(site, sites));
        if (sites.governor(site) !== 0) this.#byKey.open(governorKey(site, sites));
        this.#byKind.open(sites.bucket(site));
      }
    }
    for (let site = 0; site < sites.size; site += 1) {
      this.#add(afterKey(site, sites), site);
      this.#add(beforeKey(site, sites), site);
      if (sites.governor(site) !== 0) this.#add(governorKey(site, sites), site);
      this.#byKind.get(sites.bucket(site))?.push(site);
    }
  }

  #add(key: number, site: number): void {
    const list = this.#byKey.get(key);
    if (!list || list.length === mostWords) return;
    const own = this.text(site);
    for (const other of list) if (this.text(other) === own) return;
    list.push(site);
  }

  /** Places with words that stand where this one stands: after the same word, before it, and under its governor. */
  near(site: number): readonly (readonly number[])[] {
    const sites = this.#sites;
    return [
      this.#byKey.get(afterKey(site, sites)) ?? none,
      this.#byKey.get(beforeKey(site, sites)) ?? none,
      sites.governor(site) === 0 ? none : (this.#byKey.get(governorKey(site, sites)) ?? none),
    ];
  }

  /** All places of the kind: a draw from them is a draw of a word by its frequency. */
  ofKind(site: number): readonly number[] {
    return this.#byKind.get(this.#sites.bucket(site)) ?? none;
  }

  /** Number of what is written in a place: the same words, the same number. */
  text(site: number): number {
    return this.#texts.ofWord[this.#sites.word(site)]!;
  }

  /** How many different words are written in the block's places. */
  get textCount(): number {
    return this.#texts.count;
  }
}

/** Lists of places by hash; most of the hashes that are looked up have none. */
class Lists {
  readonly #numbers = new CodeTable(Number.POSITIVE_INFINITY);
  readonly #lists: number[][] = [];

  /** Makes a list for a hash, if it has none. */
  open(hash: number): void {
    if (this.#numbers.get(hash) === 0) this.#numbers.set(hash, this.#lists.push([]));
  }

  get(hash: number): number[] | undefined {
    return this.#lists[this.#numbers.get(hash) - 1];
  }
}

interface NumberedTexts {
  readonly ofWord: Int32Array;
  readonly count: number;
}

/** Numbers what is written in a block's places. One text may be several words, of different kinds or lemmas. */
function numberTexts(sites: SiteTable): NumberedTexts {
  const ofWord = new Int32Array(sites.wordCount).fill(-1);
  const numbers = new Map<number, number>();
  for (let site = 0; site < sites.size; site += 1) {
    const word = sites.word(site);
    if (ofWord[word] !== -1) continue;
    const whole = sites.whole(site);
    const number = numbers.get(whole) ?? numbers.size;
    numbers.set(whole, number);
    ofWord[word] = number;
  }
  return { ofWord, count: numbers.size };
}

function afterKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.family(site), sites.kl1(site)), 2);
}

function beforeKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.family(site), sites.kr1(site)), 3);
}

function governorKey(site: number, sites: SiteTable): number {
  return hashPair(hashPair(sites.bucket(site), sites.governor(site)), 4);
}
