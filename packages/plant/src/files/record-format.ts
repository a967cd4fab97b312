import type { TarMember } from '@slipform/kit/formats/write-tar';
import type { Mined } from '../mined';
import type { OutputFormat, TupleShape } from './caption-format';
import type { FileCaption, PicturePlace } from './file-caption';
import type { KeptType } from './kept';

/** The caption that a natural negative is. */
export interface Partner {
  /** The number of its row in the output, from 0, if it has one. */
  readonly row?: number;
  /** Its picture, if it comes from a shard. */
  readonly picture?: PicturePlace;
}

/** A caption of a file with its negatives. */
export interface MinedCaption extends Mined<FileCaption> {
  /** Its place in the whole input, from 0. */
  readonly place: number;
  /** Where the captions of natural partners stand in the whole input, for each negative, if they stand in other blocks. */
  readonly partners?: readonly Partner[];
}

/** What came of a block of a file. @param start the place of its first caption @param keepsAll whether a caption without a negative gets a row */
export function minedCaptions(
  captions: readonly FileCaption[],
  mined: readonly Mined[],
  start: number,
  keepsAll: boolean,
): readonly MinedCaption[] {
  return mined.map(({ negatives, reason }, i) => ({
    caption: captions[i]!,
    place: start + i,
    negatives,
    ...(keepsAll && reason !== undefined ? { reason } : {}),
  }));
}

/** What a worker makes of a block: bytes that are ready, or what the writer must complete. Can be posted. */
export type Encoded = BytesBlock | RowsBlock | GroupBlock | SamplesBlock;

/** Bytes of a file that is its blocks, one after the other. */
export interface BytesBlock {
  readonly bytes: Uint8Array;
  /** Of tuples: captions with some negatives and too few. */
  readonly leftOut?: number;
}

/** Rows that name each other by number: the writer knows how many came before. */
export interface RowsBlock {
  readonly rows: readonly {
    readonly before: string;
    /** Places in this block. */
    readonly rowNumbers: readonly number[];
    /** Places in the whole output, if they are known: they take the place of the others. */
    readonly wholeNumbers?: readonly number[];
    readonly after: string;
  }[];
}

/** A row group of Parquet, whose offsets count from its start. */
export interface GroupBlock {
  readonly bytes: Uint8Array;
  readonly leftOut?: number;
  readonly group: unknown;
}

/** What is to be added to samples of the input's shard. */
export interface SamplesBlock {
  readonly samples: readonly {
    /** Which caption of the shard, from 0. */
    readonly place: number;
    readonly members: readonly TarMember[];
    /** The picture of the first negative, copied from the shard; null for a natural partner without one. */
    readonly picture?: PicturePlace | null;
  }[];
}

export type SampleKey = { readonly is: 'id' } | { readonly is: 'place'; readonly prefix: string };

/** Rows of an anchor, a positive and negatives in place of records. */
export interface Tuples {
  readonly shape: TupleShape;
  /** How many negatives a row has. */
  readonly negatives: number;
  /** The folder of the images: anchors are absolute paths of files that are there. */
  readonly imageRoot?: string | undefined;
}

export interface EncodeOptions {
  readonly format: OutputFormat;
  /** As JSON lines or Parquet. */
  readonly tuples?: Tuples | undefined;
  readonly gzip: boolean;
  /** The samples of the input's own shard are copied, and not made from captions. */
  readonly copiesSamples: boolean;
  /** The keys of samples in a shard: the captions' ids, or their places with what stands before. Default: the places. */
  readonly key?: SampleKey;
  /** Whether captions without a negative get a row, too. */
  readonly keepsAll: boolean;
  /** The columns that are kept, with their types in Parquet. */
  readonly kept?: Readonly<Record<string, KeptType>> | undefined;
}

/** Where a writer's bytes go. */
export interface ByteSink {
  /** Bytes that are written. */
  readonly position: number;
  write(bytes: Uint8Array): Promise<void>;
}

/** Completes blocks and writes them in order. */
export interface RecordWriter {
  /** Writes what stands before the first block. */
  start(): Promise<void>;
  append(block: Encoded): Promise<void>;
  /** Writes what stands behind the last block. */
  finish(): Promise<void>;
}
