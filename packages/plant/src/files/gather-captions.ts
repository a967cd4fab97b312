import { InputError } from '@slipform/kit/errors/input-error';
import { inFull, type Placed, type PlacedProblem, type PlacedValue } from '@slipform/kit/formats/placed';
import type { CaptionBatch, FileCaption, Problem } from './file-caption';

/** The captions of what a reader gives, batch by batch. @param captionsOf throws what is wrong, in words that follow the place */
export async function* gatherCaptions<T>(
  batches: AsyncIterable<readonly Placed<T>[]>,
  captionsOf: (item: PlacedValue<T>) => readonly FileCaption[],
): AsyncGenerator<CaptionBatch> {
  for await (const batch of batches) {
    const captions: FileCaption[] = [];
    const problems: Problem[] = [];
    for (const item of batch) {
      if ('problem' in item) {
        problems.push(problemOf(item));
        continue;
      }
      try {
        captions.push(...captionsOf(item));
      } catch (error) {
        if (InputError.isInstance(error)) throw error;
        problems.push({ message: `${item.place} ${(error as Error).message}` });
      }
    }
    yield { captions, problems };
  }
}

/** What is wrong at a place, for the report. */
export function problemOf(item: PlacedProblem): Problem {
  return { message: `${item.place} ${inFull(item)}`, isEncoding: item.isEncoding === true };
}
