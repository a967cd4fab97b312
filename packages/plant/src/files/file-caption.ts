import type * as kit from '@slipform/kit/captions/caption';
import type { Kept } from './kept';

/** A part of a shard that is a picture. */
export interface PicturePlace {
  /** The first byte and the number of bytes. */
  readonly start: number;
  readonly length: number;
  /** As the shard names it: "jpg". */
  readonly extension: string;
}

/** A caption of a file. */
export interface FileCaption extends kit.ReadCaption {
  readonly id: string;
  /** The captions of its image, where they don't stand beside it. */
  readonly siblings?: readonly string[];
  /** Of a sample of a shard: where the bytes of its picture lie there. */
  readonly picture?: PicturePlace;
  /** The columns of `--keep`. */
  readonly kept?: Kept;
}

/** A place that could not be read. The message follows the file's name: "line 7 is not JSON". */
export interface Problem {
  readonly message: string;
  /** The whole file is in doubt, not this place alone: its encoding is wrong. */
  readonly isEncoding?: boolean;
}

export interface CaptionBatch {
  readonly captions: readonly FileCaption[];
  readonly problems: readonly Problem[];
}

/** Which fields or columns of a file hold what, and what its ids are. */
export interface FieldNames extends kit.FieldNames {
  /** The name of the shard, which stands before numbers of lines where the input has no ids. */
  readonly shard?: string | undefined;
  /** Fields that are copied to the records. */
  readonly keep?: readonly string[] | undefined;
}
