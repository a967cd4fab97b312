import { availableParallelism } from 'node:os';
import { fileRow, flagRow, folderRow, row } from '@slipform/kit/options/command-rows';
import {
  choice,
  defineOptions,
  described,
  integer,
  listOf,
  type OptionsOf,
  optional,
  text,
} from '@slipform/kit/options/options';
import { shareRows } from '@slipform/kit/shards/share';
import {
  formats,
  type OutputFormat,
  outputFormats,
  type TupleShape,
  tupleShapes,
} from '../files/caption-format';
import { offsetUnits } from '../files/offsets';
import { PLANT_OPTIONS } from '../options';
import { blockSize } from '../sites/cut-into-blocks';
import type { PlantStats } from '../stats';
import { namedFields } from './named-fields';

/** A file of captions: its format and its fields. */
export const inputRows = {
  format: described(
    "the input's format (default: by its extension; standard input: text)",
    optional(choice(formats)),
  ),
  fields: row(
    "fields or columns that hold the caption, its id and its image's id, where they have other names than caption, title or text; id; image_id or imageId (else the image's file stands for it)",
    namedFields,
  ),
};

/** What both `mine` and `pairs` copy, rate by, and count offsets in. */
export const recordRows = {
  keep: described(
    'columns or fields of the input that are copied to the records',
    optional(listOf(text('a name'), 'a list of names', { min: 1 })),
  ),
  norms: fileRow('human ratings of concreteness (Brysbaert 2014, or any CSV or TSV with word and rating)'),
  offsets: described(
    'what start and end of words count: code units of UTF-16, as JavaScript, or code points, as Python',
    optional(choice(offsetUnits), 'utf16'),
  ),
};

const { policy, balance, sense, perCaption, operations, slots, seed, contextLength, mirror } =
  PLANT_OPTIONS.rows;

/** The options of `slipform-plant mine`. */
export const MINE_OPTIONS = defineOptions('slipform-plant mine', {
  output: fileRow('file for the records, or - for standard output'),
  ...inputRows,
  outputFormat: described(
    "the output's format (default: by its extension, else jsonl); side-tar holds the captions of a shard and their negatives alone, under its samples' keys; triplet and n-tuple are rows for sentence-transformers, as Parquet if the output ends in .parquet, else as JSON lines",
    optional(choice([...outputFormats, 'side-tar', ...tupleShapes])),
  ),
  imageRoot: folderRow(
    'where the images lie: anchors of triplet and n-tuple become absolute paths, and each file must be there',
  ),
  keepAll: flagRow('a row for each caption: one without a negative has the reason'),
  keep: recordRows.keep,
  offsets: recordRows.offsets,
  perCaption,
  policy,
  balance,
  sense,
  operations,
  slots,
  seed,
  contextLength,
  mirror,
  fit: fileRow('statistics of a corpus, from `slipform-plant fit`'),
  contrasts: fileRow(
    'lines of word, role and alternatives, tabs between: what may stand in the place of a word, added to the table that ships',
  ),
  norms: recordRows.norms,
  vocabulary: fileRow('insert only the words of this file, one a line'),
  blockSize: described(
    'how many captions are mined together',
    optional(integer({ min: 1, max: 1_000_000 }), blockSize),
  ),
  ...shareRows,
  workers: described(
    `threads (this machine has ${availableParallelism()} cores); the output is the same`,
    optional(integer({ min: 1, max: 64 }), 1),
  ),
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  force: flagRow('overwrite the output'),
  json: flagRow('print the summary as JSON (to standard output, unless the records go there)'),
  quiet: flagRow('print no progress and no summary'),
});

/** What `mineFile` takes: the command's options, once the output and how it is written are known. */
export interface MineFileOptions
  extends Omit<OptionsOf<typeof MINE_OPTIONS.rows>, 'output' | 'outputFormat' | 'keep'> {
  readonly output: string;
  readonly outputFormat?: OutputFormat | undefined;
  readonly keep?: readonly string[] | undefined;
  /** Of a shard to a shard: the captions and their negatives alone. */
  readonly withoutImages?: boolean | undefined;
  /** Rows for sentence-transformers in place of records, as JSON lines or Parquet. */
  readonly shape?: TupleShape | undefined;
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
