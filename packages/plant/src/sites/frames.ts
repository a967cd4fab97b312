import { HashMarks, HashTable } from '../hashes/hash-table';
import { hashPair, hashWord, isDropped } from '../hashes/hash-words';
import { hasContentOutside } from '../reading/companions';
import type { BlockReading } from './block-reading';

const the = hashWord('the');

/**
 * The frames of a block's sites: a caption's words but those of the site, without articles. Captions whose sites have
 * equal frames are equal but for these words.
 */
export class Frames {
  readonly #block: BlockReading;
  readonly #first: number;
  readonly #frames: Int32Array;
  /** What each caption says, and the marks of it: hardly any other text is asked for that a caption says. */
  readonly #texts: HashTable;
  readonly #marks: HashMarks;

  constructor(block: BlockReading) {
    const { sites, firstOfAll, endOfAll } = block;
    this.#block = block;
    this.#first = firstOfAll;
    this.#frames = new Int32Array(endOfAll - firstOfAll);
    this.#texts = new HashTable(endOfAll - firstOfAll);
    this.#marks = new HashMarks(endOfAll - firstOfAll);
    for (let site = firstOfAll; site < endOfAll; site += 1) {
      const frame = frameOf(site, block);
      this.#frames[site - firstOfAll] = frame;
      const text = hashPair(frame, sites.whole(site));
      this.#texts.set(text, 1);
      this.#marks.add(text);
    }
  }

  /** Hash of a site's frame. */
  of(site: number): number {
    return this.#frames[site - this.#first]!;
  }

  /** Whether some caption says just what this one would with another word at a site. */
  isWritten(site: number, giver: number): boolean {
    const text = hashPair(this.of(site), this.#block.sites.whole(giver));
    return this.#marks.has(text) && this.#texts.has(text);
  }

  /**
   * Whether two captions of different images are equal but for the words of two sites: then each is a hard negative of
   * the other as it stands.
   */
  areNatural(site: number, giver: number): boolean {
    const { sites } = this.#block;
    const [caption, other] = [sites.caption(site), sites.caption(giver)];
    if (other < 0 || caption === other || this.of(site) !== this.of(giver)) return false;
    if (!hasContentOutside(this.#block.tagged(caption), sites.placed(site))) return false;
    const image = this.#block.caption(caption).imageId;
    return image === undefined || image !== this.#block.caption(other).imageId;
  }
}

function frameOf(site: number, block: BlockReading): number {
  const { sites, tokens } = block;
  const caption = sites.caption(site);
  const start = block.firstToken(caption);
  const { first, last } = sites.placed(site);
  let hash = sites.bucket(site);
  for (let token = start; token < block.endOfTokens(caption); token += 1) {
    if (token === start + first) hash = hashPair(hash, 1);
    if (token >= start + first && token <= start + last) continue;
    const word = tokens.hash(token);
    if (word !== 0 && word !== the && !isDropped(word)) hash = hashPair(hash, word);
  }
  return hash;
}
