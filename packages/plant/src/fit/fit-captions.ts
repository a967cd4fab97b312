import { eachPair, eachPicture } from '../block/company';
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
  const { reader, context } = createReaders(resolved, () => {});
  const slots = new Set(resolved.slots);
  const counts = new Map<number, number>();
  const pictures = new Pictures();
  const count = (hash: number) => counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let read = 0;
  for await (const block of cutIntoBlocks(captions, 1000)) {
    read += block.length;
    const reading = readBlock(block, reader, slots, context);
    reading.eachSequence(count);
    reading.eachBinding(count);
    eachPicture(reading, (words) => {
      pictures.add(words);
      eachPair(words, count);
    });
    if (counts.size > mostSequences) forget(counts, leastCount);
  }
  const clashes = pictures.clashes((pair) => counts.get(pair) ?? 0);
  forget(counts, leastCount);
  return new FitTable(read, [...counts.keys(), ...clashes]);
}

function forget(counts: Map<number, number>, least: number): void {
  for (const [hash, count] of counts) if (count < least) counts.delete(hash);
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
  readonly #met = new Map<number, number>();

  add(words: readonly number[]): void {
    this.#count += 1;
    for (const word of words) this.#met.set(word, (this.#met.get(word) ?? 0) + 1);
    if (this.#met.size > mostSequences) forget(this.#met, leastCount);
  }

  /** Pairs of common words that keep out of each other's way. */
  clashes(together: (pair: number) => number): number[] {
    const words = [...this.#met].filter(([, met]) => met >= common);
    words.sort(([a, x], [b, y]) => y - x || a - b);
    words.length = Math.min(words.length, mostCommon);
    const hashes: number[] = [];
    for (const [i, [a, met]] of words.entries()) {
      for (const [b, otherMet] of words.slice(0, i)) {
        const chance = (met * otherMet) / this.#count;
        const lift = (together(hashCompany(a, b)) + doubt) / (chance + doubt);
        if (lift < clashing) hashes.push(hashClash(a, b));
      }
    }
    return hashes;
  }
}
