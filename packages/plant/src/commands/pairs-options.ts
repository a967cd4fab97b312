import {
  choice,
  defineOptions,
  described,
  listOf,
  type OptionsRead,
  optional,
  text,
} from '@slipform/kit/options';
import { shareRows } from '@slipform/kit/shards/share';
import { outputFormats } from '../files/caption-format';
import { offsetUnits } from '../files/offsets';
import { PLANT_OPTIONS } from '../options';
import { fileRow, flagRow, inputRows } from './rows';

const { policy, temperature, perCaption, slots, seed, maxGap } = PLANT_OPTIONS.rows;

/** The options of `slipform-plant pairs`. */
export const PAIRS_OPTIONS = defineOptions('slipform-plant pairs', {
  output: fileRow('file for the records, or - for standard output'),
  ...inputRows,
  outputFormat: described(
    "the output's format (default: by its extension, else jsonl)",
    optional(choice(outputFormats)),
  ),
  keep: described(
    'columns or fields of the input that are copied to the records',
    optional(listOf(text('a name'), 'a list of names', { min: 1 })),
  ),
  keepAll: flagRow('a row for each caption, also for one without a partner'),
  offsets: described(
    'what start and end of words count: code units of UTF-16, as JavaScript, or code points, as Python',
    optional(choice(offsetUnits), 'utf16'),
  ),
  perCaption,
  policy,
  temperature,
  slots,
  seed,
  maxGap,
  norms: fileRow('human ratings of concreteness (Brysbaert 2014, or any CSV or TSV with word and rating)'),
  resume: flagRow('continue an interrupted run with the same input and options'),
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  force: flagRow('overwrite the output'),
  hashesOnly: flagRow(
    'the first step alone, of one shard or many: each becomes a folder of hashes in the folder -o',
  ),
  group: flagRow(
    'the step between alone, as a filter: sorted rows of sites (sites.tsv of the hashes) become rows of partners',
  ),
  join: flagRow('the inputs are folders of hashes: find the partners over all of them'),
  grouped: described(
    'with --join, what an engine has grouped: -o becomes a folder with an output for each shard',
    optional(text('the name of a folder', '<folder>')),
  ),
  ...shareRows,
  json: flagRow('print the summary as JSON (to standard output, unless the records go there)'),
  quiet: flagRow('print no progress and no summary'),
});

/** The options with their values, once the output is known. */
export type PairsOptionsRead = OptionsRead<typeof PAIRS_OPTIONS.rows> & { readonly output: string };
