import type { Caption } from '../caption';
import { article, hashActing, hashBinding, hashPair, hashTriple } from '../hashes/hash-words';
import type { ContrastList, Contrasts } from '../lexicon/contrasts';
import type { Reading, Unusable } from '../reading/reading';
import { maxSiblings, type Surroundings } from '../reading/siblings';
import type { Token } from '../reading/tagger';
import { CompanionTable } from './companion-table';
import type { SiteTable } from './site-table';
import { TokenTable } from './token-table';

/** Initial room of the table, in tokens for each caption. */
const usualTokens = 12;

/**
 * The captions of a block as read, each by its number: tokens and places in tables, and what few ask for (a whole
 * reading, what the siblings say) made when it is asked for. Nothing else of a reading lives longer than it takes to
 * make it.
 */
export class BlockReading {
  readonly tokens: TokenTable;
  readonly sites: SiteTable;
  readonly companions: CompanionTable;
  readonly #contrasts: Contrasts;
  readonly #captions: Caption[];
  #size = 0;
  /** The first token and place of each caption, and one entry more at the end. */
  readonly #firstTokens: Int32Array;
  readonly #firstSites: Int32Array;
  readonly #unusable: (Unusable | undefined)[];
  readonly #said: Pick<Reading, 'words' | 'nouns'>[];
  readonly #siblings: (Surroundings | undefined)[];
  readonly #captionsOfImage: (caption: Caption) => readonly string[];
  readonly #readSiblings: (captions: readonly string[], own: string) => Surroundings;

  /**
   * @param capacity the most captions that will be added
   * @param sites the table that the block fills; it holds no other block from now on
   * @param captionsOfImage all of a caption's image, the same list for each of them where they share one
   */
  constructor(
    capacity: number,
    sites: SiteTable,
    contrasts: Contrasts,
    captionsOfImage: (caption: Caption) => readonly string[],
    readSiblings: (captions: readonly string[], own: string) => Surroundings,
  ) {
    this.tokens = new TokenTable(usualTokens * capacity);
    this.sites = sites;
    this.#contrasts = contrasts;
    sites.reset();
    this.companions = new CompanionTable(capacity);
    this.#captions = new Array(capacity);
    this.#firstTokens = new Int32Array(capacity + 1);
    this.#firstSites = new Int32Array(capacity + 1);
    this.#firstSites[0] = sites.size;
    this.#unusable = new Array(capacity);
    this.#said = new Array(capacity);
    this.#siblings = new Array(capacity);
    this.#captionsOfImage = captionsOfImage;
    this.#readSiblings = readSiblings;
  }

  /** How many captions there are. */
  get size(): number {
    return this.#size;
  }

  /** Adds the tokens of the next caption; the places come between this and `close`. */
  open(caption: Caption, reading: Reading): void {
    const { tokens, words, nouns, unusable } = reading;
    this.#captions[this.#size] = caption;
    this.#unusable[this.#size] = unusable;
    this.#said[this.#size] = { words, nouns };
    this.#size += 1;
    this.companions.add(reading);
    for (const token of tokens) this.tokens.add(token);
    this.#firstTokens[this.#size] = this.tokens.size;
  }

  close(): void {
    this.#firstSites[this.#size] = this.sites.size;
  }

  /** The words that may stand at a site by the table of contrasts; none for a site without a list. */
  listAt(site: number): ContrastList | undefined {
    const number = this.sites.list(site);
    return number === 0 ? undefined : this.#contrasts.at(number);
  }

  caption(index: number): Caption {
    return this.#captions[index]!;
  }

  /** The first site of the block, and what follows the last one. */
  get firstOfAll(): number {
    return this.#firstSites[0]!;
  }

  get endOfAll(): number {
    return this.#firstSites[this.#size]!;
  }

  /** Number of a caption's first site, and of the first one after its last. */
  firstSite(index: number): number {
    return this.#firstSites[index]!;
  }

  endOfSites(index: number): number {
    return this.#firstSites[index + 1]!;
  }

  /** A token of a caption by its place there, made anew. */
  token(index: number, place: number): Token | undefined {
    const token = this.#firstTokens[index]! + place;
    if (place < 0 || token >= this.#firstTokens[index + 1]!) return undefined;
    return this.tokens.token(token, this.#captions[index]!.caption);
  }

  /** A token's word in lower case, by its place in the caption. */
  lower(index: number, place: number): string | undefined {
    const token = this.#firstTokens[index]! + place;
    const isThere = place >= 0 && token < this.#firstTokens[index + 1]!;
    return isThere ? this.tokens.form(token).lower : undefined;
  }

  /** The caption's tokens in lower case with their tags. */
  tagged(index: number): { readonly lower: string; readonly tag: Token['tag'] }[] {
    const tagged: { lower: string; tag: Token['tag'] }[] = [];
    for (let i = this.#firstTokens[index]!; i < this.#firstTokens[index + 1]!; i += 1) {
      tagged.push({ lower: this.tokens.form(i).lower, tag: this.tokens.tag(i) });
    }
    return tagged;
  }

  /** Number of a caption's first token, and of the first one after its last. */
  firstToken(index: number): number {
    return this.#firstTokens[index]!;
  }

  endOfTokens(index: number): number {
    return this.#firstTokens[index + 1]!;
  }

  /** Why a caption can't be changed, if its text alone says so. */
  unusable(index: number): Unusable | undefined {
    return this.#unusable[index];
  }

  /** The words of a caption and its nouns. */
  said(index: number): Pick<Reading, 'words' | 'nouns'> {
    return this.#said[index]!;
  }

  /** The words of the other captions of the image. */
  siblings(index: number): Surroundings {
    let siblings = this.#siblings[index];
    if (!siblings) {
      const caption = this.#captions[index]!;
      siblings = this.#readSiblings(this.#captionsOfImage(caption), caption.caption);
      this.#siblings[index] = siblings;
    }
    return siblings;
  }

  /** All captions of the image, as far as they are looked at; the same list for each of them where they share one. */
  captionsOfImage(index: number): readonly string[] {
    return this.#captionsOfImage(this.#captions[index]!);
  }

  /** The other captions of the image, as far as they are looked at. */
  siblingTexts(index: number): readonly string[] {
    const caption = this.#captions[index]!;
    return this.#captionsOfImage(caption)
      .slice(0, maxSiblings)
      .filter((other) => other !== caption.caption);
  }

  /** Counts all sequences of words of the block. */
  countSequences(counter: Counter): void {
    for (let index = 0; index < this.size; index += 1) {
      countSequences(this.tokens, this.#firstTokens[index]!, this.#firstTokens[index + 1]!, counter);
    }
  }

  /** Visits the hash of each two words that stand side by side. */
  eachSeam(visit: (seam: number) => void): void {
    for (let index = 0; index < this.size; index += 1) {
      let before = 0;
      for (let i = this.#firstTokens[index]!; i < this.#firstTokens[index + 1]!; i += 1) {
        const hash = this.tokens.hash(i);
        if (hash === 0) continue;
        if (before !== 0) visit(hashPair(before, hash));
        before = hash;
      }
    }
  }

  /** Counts what the captions bind to what: each word to its governor, each action to the one who acts. */
  countBindings(counter: Counter): void {
    const { sites } = this;
    for (let site = this.firstOfAll; site < this.endOfAll; site += 1) {
      const governor = sites.governor(site);
      const actor = sites.actor(site);
      if (governor !== 0) counter.add(hashBinding(governor, sites.lemmaHash(site)));
      const action = sites.action(site);
      if (actor !== 0) counter.add(hashActing(actor, sites.lemmaHash(site)));
      if (action !== 0) counter.add(hashActing(sites.lemmaHash(site), action));
    }
  }
}

/** Counts hashes. */
interface Counter {
  add(hash: number): void;
}

/** Counts all sequences of two and three words of one caption, and those that differ where articles are dropped. */
function countSequences(tokens: TokenTable, start: number, end: number, counter: Counter): void {
  let l1 = 0;
  let l2 = 0;
  let kl1 = 0;
  let kl2 = 0;
  for (let i = start; i < end; i += 1) {
    const hash = tokens.hash(i);
    if (hash === 0) continue;
    if (l1 !== 0) counter.add(hashPair(l1, hash));
    if (l2 !== 0) counter.add(hashTriple(l2, l1, hash));
    if (hash !== article) {
      if (kl1 !== 0 && kl1 !== l1) counter.add(hashPair(kl1, hash));
      if (kl2 !== 0 && (kl1 !== l1 || kl2 !== l2)) counter.add(hashTriple(kl2, kl1, hash));
      kl2 = kl1;
      kl1 = hash;
    }
    l2 = l1;
    l1 = hash;
  }
}
