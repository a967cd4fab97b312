import { countPairs, picturesOf } from '../block/company';
import type { CaptionInput } from '../caption-input';
import { createReaders } from '../create-readers';
import { hashClash, hashCompany } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import type { Counter } from '../sites/count-sequences';
import { cutIntoBlocks } from '../sites/cut-into-blocks';
import { readBlock } from '../sites/read-block';
import { FitTable } from './fit-table';

/** Rarer n-grams say little and would be most of the table. */
const leastCount = 2;
/** How many n-grams are counted at a time; beyond this, those met once are dropped. */
const mostSequences = 4_000_000;

/**
 * Counts in a corpus which words stand beside which, and under which verb, preposition or noun, for the option `fit` of
 * `createPlant`. One pass in bounded memory.
 *
 * @throws {InputError} if an item is not a caption
 * @example createPlant({ fit: await fitCaptions(captions) })
 */
export async function fitCaptions(
  captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
): Promise<FitTable> {
  const resolved = resolveOptions({ fit: null });
  const readers = createReaders(resolved, () => {});
  const slots = new Set(resolved.slots);
  const counts = new Counts();
  const pictures = new Pictures();
  let read = 0;
  for await (const block of cutIntoBlocks(captions, 1000)) {
    read += block.length;
    const reading = readBlock(block, readers, slots);
    reading.countSequences(counts);
    reading.countBindings(counts);
    for (const words of picturesOf(reading)) {
      pictures.add(words);
      countPairs(words, counts);
    }
    counts.bound();
  }
  const clashes = pictures.clashes(counts);
  counts.forget();
  return new FitTable(read, [...counts.hashes(), ...clashes]);
}

/** Counts of hashes, in bounded memory. */
class Counts implements Counter {
  readonly #counts = new Map<number, number>();

  add(hash: number): void {
    this.#counts.set(hash, this.get(hash) + 1);
  }

  get(hash: number): number {
    return this.#counts.get(hash) ?? 0;
  }

  hashes(): Iterable<number> {
    return this.#counts.keys();
  }

  entries(): Iterable<[hash: number, count: number]> {
    return this.#counts;
  }

  /** Drops what came once, if there are too many hashes. */
  bound(): void {
    if (this.#counts.size > mostSequences) this.forget();
  }

  forget(): void {
    for (const [hash, count] of this.#counts) if (count < leastCount) this.#counts.delete(hash);
  }
}

/** A word is common from this number of pictures. */
const common = 10;
/** How many words are compared with each other, the most common first. */
const mostCommon = 2000;
/** Two common words clash if they occur together less often than this share of what chance gives. */
const clashing = 0.1;
/** Added to both counts, so that words which chance would join less than twice do not clash. */
const doubt = 0.2;

/** The number of pictures of each word. */
class Pictures {
  #count = 0;
  readonly #met = new Counts();

  add(words: readonly number[]): void {
    this.#count += 1;
    for (const word of words) this.#met.add(word);
    this.#met.bound();
  }

  /** Pairs of common words that hardly ever occur together. */
  clashes(together: Counts): number[] {
    const words = [...this.#met.entries()].filter(([, met]) => met >= common);
    words.sort(([a, x], [b, y]) => y - x || a - b);
    words.length = Math.min(words.length, mostCommon);
    const hashes: number[] = [];
    for (const [i, [a, met]] of words.entries()) {
      for (const [b, otherMet] of words.slice(0, i)) {
        const chance = (met * otherMet) / this.#count;
        const lift = (together.get(hashCompany(a, b)) + doubt) / (chance + doubt);
        if (lift < clashing) hashes.push(hashClash(a, b));
      }
    }
    return hashes;
  }
}
