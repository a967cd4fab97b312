import { addOptions } from '@slipform/kit/options/add-options';
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
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare, shareRows } from '@slipform/kit/shards/share';
import { counted } from '@slipform/kit/text/format-number';
import type { Command } from 'commander';
import { outputFormatOf, outputFormats } from '../files/caption-format';
import { partnerKinds } from '../natural/query-partners';
import { PLANT_OPTIONS } from '../options';
import { inputRows, recordRows } from '../run/mine-options';
import { type PairsFileResult, pairsFile } from '../run/pairs-file';
import { writeSiteFolder } from '../run/site-files';
import { mostFirst, rateText } from './mine-summary';
import {
  fileNames,
  formerFields,
  formerResume,
  formerSettings,
  guessFormat,
  inputAndOutput,
  refuseFormerOptions,
  refuseOffsets,
  reportRun,
  sayJsonLines,
  tell,
} from './usage';

const { policy, perCaption, slots, seed } = PLANT_OPTIONS.rows;

/** What captions become site files by, in `sites` and in `pairs`. */
const siteRows = {
  ...inputRows,
  keep: recordRows.keep,
  slots,
  seed,
  norms: recordRows.norms,
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  quiet: flagRow('print no progress and no summary'),
};

/** The options of `slipform-plant sites`. */
const SITES_OPTIONS = defineOptions('slipform-plant sites', {
  output: described('the folder of the site files', optional(text('the name of a folder', '<folder>'))),
  ...siteRows,
  ...shareRows,
  force: flagRow('make existing site files again'),
  json: flagRow('print the summary as JSON'),
});

/** The options of `slipform-plant pairs`. */
const PAIRS_OPTIONS = defineOptions('slipform-plant pairs', {
  output: fileRow('file for the records, or - for standard output'),
  ...siteRows,
  kind: described(
    "what partners differ in: one span of words, or the order of the same words; or exchange, of a caption's own words as other captions attest",
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
  memory: described(
    'memory limit of DuckDB in MiB; the rest goes to the disk beside the output',
    optional(integer({ min: 64, max: 16_777_216 }), 1024),
  ),
  force: flagRow('overwrite the output'),
  json: flagRow('print the summary as JSON (to standard output, unless the records go there)'),
});

/** The options with their values, once the output is known. */
export type PairsOptionsRead = OptionsRead<typeof PAIRS_OPTIONS.rows> & { readonly output: string };

/** `slipform-plant pairs`. @param fail called if the exit code must be 1 although all that could be written was */
export function addPairsCommand(program: Command, fail: () => void): void {
  const command = program
    .command('pairs')
    .description(
      'Find naturally occurring minimal pairs: captions of two images that differ in one word. Reads and writes the formats of `mine`. Needs @duckdb/node-api.',
    )
    .usage('<inputs...> -o <output> [options]')
    .argument(
      '[inputs...]',
      'files of captions, globs, brace lists (in quotes) or @names.txt, or - for standard input; or one folder that `sites` wrote',
      fileNames,
    );
  refuseFormerOptions(command, {
    ...formerFields,
    ...formerSettings,
    ...formerResume('write site files with `slipform-plant sites` first and give `pairs` their folder'),
  });
  addOptions(command, PAIRS_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: readonly string[] | undefined, given: unknown) => {
      const read = PAIRS_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named?.[0], read.output);
      const isSites = named?.length === 1 && isFolderName(input);
      const inputs = isSites ? [input] : await expandInputs(named ?? []);
      if (isSites) refuseIdleOfSites(command);
      else if (read.candidates !== undefined) {
        command.error('error: --candidates belongs to a folder of site files; name that as the input.');
      } else if (read.format === undefined) for (const file of inputs) guessFormat(file, command);
      if (read.kind === 'exchange' && read.candidates !== undefined) {
        command.error(
          'error: --candidates joins captions, and an exchange has one; leave out one of the two.',
        );
      }
      const outputFormat = read.outputFormat ?? tell(command, () => outputFormatOf(output));
      refuseOffsets(command, outputFormat, read.offsets);
      const result = await pairsFile(inputs, { ...read, output, outputFormat });
      sayJsonLines({ ...read, output });
      reportRun(result, { ...read, output }, { json: jsonPairs, text: textPairs }, fail);
    },
  );
}

/** What was decided when site files were written. */
function refuseIdleOfSites(command: Command): void {
  const idle = ['format', 'fields', 'keep', 'skipInvalid'] as const;
  const name = idle.find((option) => command.getOptionValueSource(option) === 'cli');
  if (name === undefined) return;
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  command.error(`error: --${flag} has no use for site files; give it to \`slipform-plant sites\`.`);
}

/** The result as one JSON object. */
function jsonPairs({ stats, brokenLines, seconds, peakMemory }: PairsFileResult): string {
  return JSON.stringify({ ...stats, brokenLines, seconds: Math.round(seconds * 1000) / 1000, peakMemory });
}

/** The result in lines to read: captions, negatives, reasons, refusals, rate. */
function textPairs({ stats, brokenLines, seconds }: PairsFileResult): string {
  const counts = (record: Readonly<Record<string, number>>) =>
    mostFirst(record)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ') || 'none';
  const share = Math.round((1000 * stats.captionsWithNegative) / Math.max(1, stats.captions)) / 10;
  const lines = [
    `${counted(stats.captions, 'caption')}, ${stats.captionsWithNegative} with a minimal pair (${share} %)`,
    `${counted(stats.negatives, 'negative')}: ${counts(stats.slots)}`,
    `without one: ${counts(stats.reasons)}`,
    `partners refused: ${counts(stats.refusals)}`,
  ];
  if (brokenLines > 0) lines.push(`${counted(brokenLines, 'broken line')} left out`);
  lines.push(rateText(stats.captions, seconds));
  return lines.join('\n');
}

/** `slipform-plant sites`. @param fail called if the exit code must be 1 although all that could be written was */
export function addSitesCommand(program: Command, fail: () => void): void {
  const command = program
    .command('sites')
    .description(
      'Write site files for `pairs`, DuckDB or Spark: Parquet with a row for each rated word. Many tasks may share the inputs.',
    )
    .usage('<inputs...> -o <folder> [options]')
    .argument('[inputs...]', 'files of captions, globs, brace lists (in quotes) or @names.txt', fileNames);
  refuseFormerOptions(command, { ...formerFields, 'max-gap': formerSettings['max-gap'] });
  addOptions(command, SITES_OPTIONS, { output: '-o, --output <folder>' }).action(
    async (named: readonly string[] | undefined, given: unknown) => {
      const read = SITES_OPTIONS.read(given);
      const { output } = inputAndOutput(command, named?.[0], read.output);
      const share = readShare(read);
      const shards = shardsOf(await expandInputs(named ?? []));
      if (read.format === undefined) for (const { file } of shards) guessFormat(file, command);
      const result = await writeSiteFolder(shards, share, { ...read, output });
      const { captions, brokenLines, written, finishedBefore, failed, seconds } = result;
      if (read.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      else if (!read.quiet) {
        process.stderr.write(
          `${counted(captions, 'caption')} of ${counted(written + finishedBefore, 'input')}, ${counted(written, 'site file')} written now, ${finishedBefore} before\n${seconds.toFixed(1)} s\n`,
        );
      }
      if (failed.length > 0 || (brokenLines > 0 && !read.skipInvalid)) fail();
    },
  );
}
