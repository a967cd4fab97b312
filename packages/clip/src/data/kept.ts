import type { Placed } from '@slipform/kit/formats/placed';
import type { SkipLog } from './skips';

/** A thing of a file, with where it stands: "rows.csv line 7". */
export interface KeptItem<T> {
  readonly place: string;
  /** From 1. */
  readonly number: number;
  readonly value: T;
}

/** What a reader gives, one by one; what is wrong is logged and left out. */
export async function* kept<T>(
  batches: AsyncIterable<readonly Placed<T>[]>,
  file: string,
  skips: SkipLog,
): AsyncGenerator<KeptItem<T>> {
  for await (const batch of batches) {
    for (const item of batch) {
      const place = `${file} ${item.place}`;
      if ('problem' in item) skips.add(place, item.problem);
      else yield { place, number: item.number, value: item.value };
    }
  }
}
