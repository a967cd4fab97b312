import { addOptions } from '@slipform/kit/options/add-options';
import type { OptionsRead } from '@slipform/kit/options/options';
import { isPattern } from '@slipform/kit/shards/expand-inputs';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { mineFile } from '../run/mine-file';
import { refuseIdleTemperature, refuseOffsets, refuseWithoutImages } from './idle-options';
import { fileNames, guessFormat, inputAndOutput, tell } from './input-and-output';
import { mineIntoFolder } from './mine-into-folder';
import { MINE_OPTIONS } from './mine-options';
import { jsonSummary, textSummary } from './mine-summary';
import { reportRun } from './report-run';

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
  addOptions(command, MINE_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: readonly string[] | undefined, given: unknown) => {
      const read = MINE_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named?.[0], read.output);
      const inputs = named ?? [];
      refuseIdleTemperature(command, read.policy);
      const isFolder = output !== '-' && isFolderName(output);
      refuseOneOutput(command, inputs, read, output, isFolder);
      if (isFolder) await mineIntoFolder(command, inputs, { ...read, output }, fail);
      else await mineIntoFile(command, input, { ...read, output }, fail);
    },
  );
}

export type MineCommandOptions = OptionsRead<typeof MINE_OPTIONS.rows> & { readonly output: string };

async function mineIntoFile(
  command: Command,
  input: string,
  read: MineCommandOptions,
  fail: () => void,
): Promise<void> {
  const { output } = read;
  const format = read.format ?? guessFormat(input, command);
  const outputFormat = read.outputFormat ?? tell(command, () => outputFormatOf(output));
  refuseOffsets(command, outputFormat, read.offsets);
  refuseWithoutImages(command, outputFormat, read.withoutImages);
  const result = await mineFile(input, { ...read, format, outputFormat });
  reportRun(result, read, { json: jsonSummary, text: textSummary }, fail);
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
