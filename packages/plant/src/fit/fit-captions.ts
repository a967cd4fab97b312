import { countPairs, picturesOf } from '../block/company';
import type { Counter } from '../block/count-sequences';
import { cutIntoBlocks } from '../block/cut-into-blocks';
import { readBlock } from '../block/read-block';
import type { CaptionInput } from '../caption-input';
import { createReaders } from '../create-readers';
import { hashClash, hashCompany } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import { FitTable } from './fit-table';

/** Sequences met less often say little and are most of the table. */
const leastCount = 2;
/** So many sequences are kept while counting; then those met once are forgotten. */
const mostSequences = 4_000_000;

/**
 * Learns from a corpus which words stand beside which, and under which verb, preposition or noun, for the option
 * `fit` of `createPlant`. One pass; memory is bounded.
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

/** How often each hash has come, in bounded memory. */
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

  /** Forgets what came once, if there is too much. */
  bound(): void {
    if (this.#counts.size > mostSequences) this.forget();
  }

  forget(): void {
    for (const [hash, count] of this.#counts) if (count < leastCount) this.#counts.delete(hash);
  }
}

/** Words met in so many pictures are common. */
const common = 10;
/** So many words are compared with each other, the most common ones. */
const mostCommon = 2000;
/** Two common words clash where they are met together less than this part of what chance would have. */
const clashing = 0.1;
/** So many meetings are added on both sides: words that would meet by chance less than twice don't clash. */
const doubt = 0.2;

/** In how many pictures each word has been met. */
class Pictures {
  #count = 0;
  readonly #met = new Counts();

  add(words: readonly number[]): void {
    this.#count += 1;
    for (const word of words) this.#met.add(word);
    this.#met.bound();
  }

  /** Pairs of common words that keep out of each other's way. */
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
