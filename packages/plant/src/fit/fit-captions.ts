import { eachPair, eachPicture } from '../block/company';
import { cutIntoBlocks } from '../block/cut-into-blocks';
import { readBlock } from '../block/read-block';
import type { CaptionInput } from '../caption-input';
import { createReaders } from '../create-readers';
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
  const resolved = resolveOptions({});
  const { reader, context } = createReaders(resolved, () => {});
  const slots = new Set(resolved.slots);
  const counts = new Map<number, number>();
  const count = (hash: number) => counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let read = 0;
  for await (const block of cutIntoBlocks(captions, 1000)) {
    read += block.length;
    const reading = readBlock(block, reader, slots, context);
    reading.eachSequence(count);
    reading.eachBinding(count);
    eachPicture(reading, (words) => eachPair(words, count));
    if (counts.size > mostSequences) forget(counts, leastCount);
  }
  forget(counts, leastCount);
  return new FitTable(read, counts.keys());
}

function forget(counts: Map<number, number>, least: number): void {
  for (const [hash, count] of counts) if (count < least) counts.delete(hash);
}
