import { countSequences } from '../block/sequences';
import type { CaptionInput } from '../caption-input';
import { FitTable } from './fit-table';

/** Sequences met less often say little and are most of the table. */
const leastCount = 2;
/** So many sequences are kept while counting; then those met once are forgotten. */
const mostSequences = 4_000_000;

/**
 * Learns from a corpus which words stand beside which, for the option `fit` of `createPlant`. One pass, about a
 * million captions a minute; memory is bounded.
 */
export async function fitCaptions(
  captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
): Promise<FitTable> {
  const counts = new Map<number, number>();
  let read = 0;
  for await (const item of captions) {
    read += 1;
    countSequences(typeof item === 'string' ? item : item.caption, counts);
    if (counts.size > mostSequences) forget(counts, 1);
  }
  forget(counts, leastCount - 1);
  return new FitTable(read, counts);
}

function forget(counts: Map<number, number>, most: number): void {
  for (const [hash, count] of counts) if (count <= most) counts.delete(hash);
}
