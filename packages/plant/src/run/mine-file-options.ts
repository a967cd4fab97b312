import type { Format, OutputFormat, TupleShape } from '../files/caption-format';
import type { OffsetUnit } from '../files/offsets';
import type { PlainOptions } from '../options';
import type { PlantStats } from '../stats';

export interface MineFileOptions extends PlainOptions {
  readonly output: string;
  readonly format?: Format | undefined;
  readonly outputFormat?: OutputFormat | undefined;
  /** Rows for sentence-transformers in place of records, as JSON lines or Parquet. */
  readonly shape?: TupleShape | undefined;
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  /** What stands before each id. */
  readonly idPrefix?: string | undefined;
  /** Of a shard that is written as one: the caption and its negatives alone, under the sample's key. */
  readonly withoutImages?: boolean | undefined;
  /** Columns or fields of the input that are copied to the records. */
  readonly keep?: readonly string[] | undefined;
  /** A row for each caption, also for one without a negative. */
  readonly keepAll?: boolean | undefined;
  /** What `start` and `end` of words count. Default: `utf16`. */
  readonly offsets?: OffsetUnit | undefined;
  /** Files of ratings, words to insert, and what `fit` learnt. */
  readonly norms?: string | undefined;
  readonly vocabulary?: string | undefined;
  readonly fit?: string | undefined;
  readonly blockSize?: number | undefined;
  readonly workers?: number | undefined;
  readonly resume?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface MineFileResult {
  readonly stats: PlantStats;
  readonly brokenLines: number;
  /** How many of the captions earlier runs, or other processes, had done: the rate is that of the others. */
  readonly captionsBefore: number;
  readonly seconds: number;
  /** The most memory that the process held so far, in bytes. */
  readonly peakMemory: number;
  /** An earlier run had finished the very output, so that nothing was left to do. */
  readonly doneBefore: boolean;
}
