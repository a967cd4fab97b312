import { fileRow, flagRow } from '@slipform/kit/options/command-rows';
import {
  choice,
  defineOptions,
  described,
  integer,
  type OptionsRead,
  optional,
  text,
} from '@slipform/kit/options/options';
import { shareRows } from '@slipform/kit/shards/share';
import { outputFormats } from '../files/caption-format';
import { partnerKinds } from '../natural/query-partners';
import { PLANT_OPTIONS } from '../options';
import { inputRows, recordRows } from '../run/input-rows';

const { policy, temperature, perCaption, slots, seed, maxGap } = PLANT_OPTIONS.rows;

/** What captions become site files by, in `sites` and in `pairs`. */
const siteRows = {
  ...inputRows,
  keep: recordRows.keep,
  slots,
  seed,
  maxGap,
  norms: recordRows.norms,
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  quiet: flagRow('print no progress and no summary'),
};

/** The options of `slipform-plant sites`. */
export const SITES_OPTIONS = defineOptions('slipform-plant sites', {
  output: described('the folder of the site files', optional(text('the name of a folder', '<folder>'))),
  ...siteRows,
  ...shareRows,
  force: flagRow('make site files again that are there'),
  json: flagRow('print the summary as JSON'),
});

/** The options of `slipform-plant pairs`. */
export const PAIRS_OPTIONS = defineOptions('slipform-plant pairs', {
  output: fileRow('file for the records, or - for standard output'),
  ...siteRows,
  kind: described(
    'what partners differ in: one span of words, or the order of the same words',
    optional(choice(partnerKinds), 'span'),
  ),
  candidates: described(
    'a folder of Parquet in which another engine has joined the site files (examples/cluster/pairs_spark.py)',
    optional(text('the name of a folder', '<folder>')),
  ),
  outputFormat: described(
    "the output's format (default: by its extension, else jsonl)",
    optional(choice(outputFormats)),
  ),
  keepAll: flagRow('a row for each caption, also for one without a partner'),
  offsets: recordRows.offsets,
  perCaption,
  policy,
  temperature,
  memory: described(
    'how much DuckDB holds in memory, in MiB; the rest goes to a folder beside the output',
    optional(integer({ min: 64, max: 16_777_216 }), 1024),
  ),
  resume: flagRow(
    'continue an interrupted run with the same input and options: site files that are there stay',
  ),
  force: flagRow('overwrite the output'),
  json: flagRow('print the summary as JSON (to standard output, unless the records go there)'),
});

/** The options with their values, once the output is known. */
export type PairsOptionsRead = OptionsRead<typeof PAIRS_OPTIONS.rows> & { readonly output: string };
