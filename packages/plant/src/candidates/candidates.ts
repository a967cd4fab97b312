import type { BlockReading } from '../sites/block-reading';
import type { Frames } from '../sites/frames';
import type { SiteTable } from '../sites/site-table';
import type { NounTree } from '../wordnet/noun-tree';
import type { ClosedWords } from './closed-words';
import { Neighbours } from './neighbours';
import type { VocabularyRows } from './vocabulary';
import { WordIndex } from './word-index';

const none: readonly number[] = [];

/** Rows with words that could stand at a site for a reason of their own. */
interface MoreGivers {
  givers(site: number): readonly number[];
}

/**
 * What could stand at a site: words that the block has in such surroundings, things that are near in WordNet and that the
 * block or the vocabulary has, and the words of its scale or closed set.
 */
export class Candidates {
  readonly #block: BlockReading;
  readonly #sites: SiteTable;
  readonly #closed: ClosedWords;
  readonly #vocabulary: Neighbours;
  readonly #own: Neighbours;
  /** For each word the last search that found it. */
  #foundIn: Int32Array;
  #searches = 0;
  readonly #frames: Frames;
  readonly #more: MoreGivers | undefined;
  #index: WordIndex | undefined;
  /** The rows that have been found for each site of the block. */
  readonly #known: (Int32Array | undefined)[];

  constructor(
    block: BlockReading,
    vocabulary: VocabularyRows,
    closed: ClosedWords,
    tree: NounTree,
    frames: Frames,
    more?: MoreGivers,
  ) {
    const { sites } = block;
    this.#block = block;
    this.#sites = sites;
    this.#closed = closed;
    this.#frames = frames;
    this.#more = more;
    this.#vocabulary = vocabulary.neighbours;
    const counts = new Int32Array(sites.wordCount);
    const shown = new Map<number, number>();
    for (let site = block.firstOfAll; site < block.endOfAll; site += 1) {
      const word = sites.word(site);
      counts[word]! += 1;
      if (sites.slot(site) === 'object' && !shown.has(word)) shown.set(word, site);
    }
    const weightOf = (row: number) => counts[sites.word(row)]!;
    this.#own = new Neighbours(sites, tree, shown.values(), weightOf);
    this.#foundIn = new Int32Array(2 * sites.wordCount + 1024);
    this.#known = new Array(block.endOfAll - block.firstOfAll).fill(undefined);
  }

  /** Rows with words that could stand at a site, one for each word. */
  of(site: number): Int32Array {
    const place = site - this.#block.firstOfAll;
    let rows = this.#known[place];
    if (!rows) {
      rows = this.#find(site);
      this.#known[place] = rows;
    }
    return rows;
  }

  /** A row that has the word of another thing in the number of a site; none where it has no such form. */
  inNumberOf(site: number, giver: number): number | undefined {
    return this.#closed.inNumberOf(site, giver);
  }

  #find(site: number): Int32Array {
    this.#index ??= new WordIndex(this.#block, this.#frames);
    this.#searches += 1;
    found.length = 0;
    this.#add(site);
    // A written list says what is worth looking for; what others wrote is right in any case.
    if (this.#sites.list(site) !== 0) this.#index.written(site, this.#addFound);
    else this.#searchFor(site, this.#index);
    for (const giver of this.#closed.of(site)) this.#add(giver);
    for (const giver of this.#more?.givers(site) ?? none) this.#add(giver);
    // The first one is the site itself.
    return new Int32Array(found.slice(1));
  }

  #searchFor(site: number, index: WordIndex): void {
    index.near(site, this.#addFound);
    const { noun } = this.#sites.span(site);
    if (noun) {
      const bucket = this.#sites.bucket(site);
      for (const giver of this.#own.near(bucket, noun.synset)) this.#add(giver);
      for (const giver of this.#vocabulary.near(bucket, noun.synset)) this.#add(giver);
    }
  }

  readonly #addFound = (giver: number): void => this.#add(giver);

  #add(giver: number): void {
    const word = this.#sites.word(giver);
    if (word >= this.#foundIn.length) {
      const longer = new Int32Array(2 * word);
      longer.set(this.#foundIn);
      this.#foundIn = longer;
    }
    if (this.#foundIn[word] === this.#searches) return;
    this.#foundIn[word] = this.#searches;
    found.push(giver);
  }
}

const found: number[] = [];
