import { addOptions } from '@slipform/kit/options/add-options';
import type { OptionsRead } from '@slipform/kit/options/options';
import { expandInputs, isPattern } from '@slipform/kit/shards/expand-inputs';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { counted } from '@slipform/kit/text/format-number';
import type { Command } from 'commander';
import {
  type OutputFormat,
  outputFormatOf,
  outputFormats,
  type TupleShape,
  tupleShapes,
} from '../files/caption-format';
import { mineFile } from '../run/mine-file';
import { type MineFolderResult, mineFolder } from '../run/mine-folder';
import { MINE_OPTIONS } from '../run/mine-options';
import { jsonSummary, textSummary } from './mine-summary';
import {
  fileNames,
  formerFields,
  formerResume,
  formerSettings,
  guessFormat,
  inputAndOutput,
  isFormer,
  refuseFormer,
  refuseFormerOptions,
  refuseOffsets,
  reportRun,
  sayJsonLines,
  tell,
} from './usage';

/** What changes the negatives most, and where they go: all that `--help` prints. */
const ofNegatives: ReadonlySet<string> = new Set([
  ...['output', 'perCaption', 'policy', 'balance', 'sense', 'operations', 'slots'],
  ...['mirror', 'seed', 'fit', 'contrasts', 'vocabulary', 'force'],
]);

/** `slipform-plant mine`. @param fail called if the exit code must be 1 although all that could be written was */
export function addMineCommand(program: Command, fail: () => void): void {
  const command = program
    .command('mine')
    .description(
      'Mine files of captions: text (one a line), JSON lines, CSV or TSV with a header, COCO or Karpathy JSON, Parquet, webdataset shards; gzip or not. Writes JSON lines, NegCLIP’s TSV, Parquet or a webdataset shard.',
    )
    .usage('<inputs...> -o <output> [options]')
    .argument(
      '[inputs...]',
      'the file, or - for standard input. Several files, globs and brace lists (in quotes) or @names.txt, a file of names, need a folder as output, -o OUT/',
      fileNames,
    );
  refuseFormer(
    command,
    '--output-format',
    'units',
    'write jsonl, whose records have each span that changed.',
  );
  refuseFormerOptions(command, {
    ...formerFields,
    ...formerSettings,
    ...formerResume('name a folder as output (-o OUT/)'),
    'id-prefix': 'name a column of ids that differ between files, as --fields id=NAME',
    'without-images': 'write --output-format side-tar',
  });
  addOptions(command, MINE_OPTIONS, { output: '-o, --output <file>' });
  for (const option of command.options) option.hideHelp(!ofNegatives.has(option.attributeName()));
  command
    .option('--help-all', 'all options: input, output, threads, rarer ones of the negatives')
    .addHelpText(
      'after',
      `\nExample:\n  slipform-plant mine captions.jsonl -o negatives.jsonl --per-caption 2`,
    );
  command.on('option:help-all', () => {
    for (const option of command.options) option.hideHelp(isFormer(option));
    command.help();
  });
  command.action(async (named: readonly string[] | undefined, given: unknown) => {
    const read = MINE_OPTIONS.read(given);
    const { input, output } = inputAndOutput(command, named?.[0], read.output);
    const inputs = named ?? [];
    const isFolder = output !== '-' && isFolderName(output);
    refuseOneOutput(command, inputs, read, output, isFolder);
    if (isFolder) await mineIntoFolder(command, inputs, { ...read, output }, fail);
    else await mineIntoFile(command, input, { ...read, output }, fail);
  });
}

type MineCommandOptions = OptionsRead<typeof MINE_OPTIONS.rows> & { readonly output: string };

async function mineIntoFile(
  command: Command,
  input: string,
  read: MineCommandOptions,
  fail: () => void,
): Promise<void> {
  const { output } = read;
  const format = read.format ?? guessFormat(input, command);
  const written = writtenAs(command, read, () => outputFormatOf(output));
  const result = await mineFile(input, { ...read, format, ...written });
  sayJsonLines(read);
  reportRun(result, read, { json: jsonSummary, text: (done) => textSummary(done, read) }, fail);
}

/** What is written, and how; wrong usage ends the command. @param byName the format that the output's name says */
function writtenAs(
  command: Command,
  read: Omit<MineCommandOptions, 'json'>,
  byName: () => OutputFormat,
): { readonly outputFormat: OutputFormat; readonly shape?: TupleShape; readonly withoutImages: boolean } {
  const { keep, keepAll, offsets } = read;
  const shape = tupleShapes.find((each) => each === read.outputFormat);
  const withoutImages = read.outputFormat === 'side-tar';
  const named = withoutImages ? 'tar' : outputFormats.find((each) => each === read.outputFormat);
  const outputFormat = named ?? tell(command, byName);
  refuseOffsets(command, outputFormat, offsets);
  const more = [keep && '--keep', keepAll && '--keep-all', offsets !== 'utf16' && '--offsets'].filter(
    Boolean,
  );
  const faults = [
    // All that a row has is trained on.
    shape &&
      more.length > 0 &&
      `${more.join(' and ')} can't go with ${shape}, whose rows hold an image and texts alone; leave it out.`,
    read.imageRoot !== undefined &&
      !shape &&
      `--image-root belongs to --output-format ${tupleShapes.join(' and ')}, whose anchors are images; leave it out.`,
    shape &&
      outputFormat !== 'jsonl' &&
      outputFormat !== 'parquet' &&
      `${shape} is written as JSON lines or Parquet, not as ${outputFormat}; let the output end in .jsonl or .parquet.`,
  ];
  const fault = faults.find(Boolean);
  if (fault) command.error(`error: ${fault}`);
  return { outputFormat, withoutImages, ...(shape && { shape }) };
}

/** Several inputs, or a share of them, go to a folder. */
function refuseOneOutput(
  command: Command,
  inputs: readonly string[],
  { task, of }: Pick<MineCommandOptions, 'task' | 'of'>,
  output: string,
  isFolder: boolean,
): void {
  const isShared = task !== undefined || of !== undefined;
  if (isFolder || (inputs.length === 1 && !isPattern(inputs[0]!) && !isShared)) return;
  const what = isShared ? '--task and --of share the inputs of' : 'several inputs need';
  const example = output === '-' ? 'OUT/' : `${output.replace(/\.\w+$/, '')}/`;
  command.error(
    `error: ${what} a folder as output, got ${output}; end its name in a slash, as -o ${example}.`,
  );
}

/** `slipform-plant mine INPUTS... -o OUT/` */
async function mineIntoFolder(
  command: Command,
  inputs: readonly string[],
  { json, ...read }: MineCommandOptions,
  fail: () => void,
): Promise<void> {
  const { quiet } = read;
  const written = writtenAs(command, read, () => 'jsonl');
  const share = readShare(read);
  const shards = shareOf(shardsOf(await expandInputs(inputs)), share);
  if (read.format === undefined) for (const { file } of shards) guessFormat(file, command);
  const result = await mineFolder(shards, { ...read, ...written });
  if (!quiet) process.stderr.write(`slipform-plant: ${shardsText(result, shards.length, share.task)}\n`);
  if (json) process.stdout.write(`${jsonSummary(result)}\n`);
  else if (!quiet && result.mined > 0) process.stderr.write(`${textSummary(result, read)}\n`);
  const isBroken = result.brokenLines > 0 && !read.skipInvalid;
  if (isBroken || result.failed.length > 0) fail();
}

function shardsText(
  { mined, finishedBefore, failed }: MineFolderResult,
  count: number,
  task: number,
): string {
  if (count === 0) return `task ${task} has no input, since there are more tasks than inputs; nothing to do.`;
  const parts = [
    `${mined} of ${counted(count, 'input')} mined`,
    ...(finishedBefore > 0 ? [`${finishedBefore} finished already`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed (${failed.map(({ file }) => file).join(', ')})`] : []),
  ];
  return `${parts.join(', ')}.`;
}
