import { CodeTable } from '../hashes/code-table';
import { hashPair } from '../hashes/hash-words';
import type { BlockReading } from './block-reading';
import type { SiteTable } from './site-table';

/** At most so many words are kept for one surrounding. */
const mostWords = 12;

const none: readonly number[] = [];

export interface WordIndex {
  /** Places with words that stand where this one stands: after the same word, before it, and under its governor. */
  near(site: number): readonly (readonly number[])[];
  /** All places of the kind: a draw from them is a draw of a word by its frequency. */
  ofKind(site: number): readonly number[];
  /** Number of what is written in a place: the same words, the same number. */
  text(site: number): number;
  /** How many different words are written in the block's places. */
  readonly textCount: number;
}

/**
 * Which words of a kind stand in the surroundings of some captions' places; each word is shown by one of the places
 * of the block that have it.
 */
export function createWordIndex(block: BlockReading, asking: readonly number[]): WordIndex {
  const { sites } = block;
  const texts = numberTexts(sites);
  const text = (site: number) => texts.ofWord[sites.word(site)]!;
  const byKey = new Lists();
  const byKind = new Lists();
  for (const caption of asking) {
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      byKey.open(afterKey(site, sites));
      byKey.open(beforeKey(site, sites));
      if (sites.governor(site) !== 0) byKey.open(governorKey(site, sites));
      byKind.open(sites.bucket(site));
    }
  }
  const add = (key: number, site: number) => {
    const list = byKey.get(key);
    if (!list || list.length === mostWords) return;
    const own = text(site);
    for (const other of list) if (text(other) === own) return;
    list.push(site);
  };
  for (let site = 0; site < sites.size; site += 1) {
    add(afterKey(site, sites), site);
    add(beforeKey(site, sites), site);
    if (sites.governor(site) !== 0) add(governorKey(site, sites), site);
    byKind.get(sites.bucket(site))?.push(site);
  }
  return {
    near: (site) => [
      byKey.get(afterKey(site, sites)) ?? none,
      byKey.get(beforeKey(site, sites)) ?? none,
      sites.governor(site) === 0 ? none : (byKey.get(governorKey(site, sites)) ?? none),
    ],
    ofKind: (site) => byKind.get(sites.bucket(site)) ?? none,
    text,
    textCount: texts.count,
  };
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

/** Numbers what is written in a block's places. One text may be several words, of different kinds or lemmas. */
function numberTexts(sites: SiteTable): { readonly ofWord: Int32Array; readonly count: number } {
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
