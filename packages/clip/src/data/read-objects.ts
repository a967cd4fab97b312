import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { type KeptItem, kept } from './kept';
import { openBytes } from './open-bytes';
import type { SkipLog } from './skips';

/** The objects of a file of JSON lines, or the rows of a Parquet file with those of the `wanted` columns that are there. */
export async function* readObjects(
  file: string,
  format: 'jsonl' | 'parquet',
  wanted: readonly string[],
  skips: SkipLog,
): AsyncGenerator<KeptItem<object>> {
  if (format === 'jsonl') return yield* kept(readJsonl(openBytes(file), file), file, skips);
  const { readParquet } = await import('@slipform/kit/formats/read-parquet');
  yield* kept(readParquet(file, { name: file, columns: () => wanted }), file, skips);
}
