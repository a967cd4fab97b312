import { addOptions } from '@slipform/kit/options/add-options';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { mineFile } from '../run/mine-file';
import { jsonSummary, textSummary } from '../summary';
import { hookMisuse } from './hook-rows';
import { refuseIdleTemperature, refuseOffsets } from './idle-options';
import { fileName, guessFormat, inputAndOutput, tell } from './input-and-output';
import { MINE_OPTIONS } from './mine-options';

/** `slipform-plant mine`. @param fail called if the exit code must be 1 although everything was written */
export function addMineCommand(program: Command, fail: () => void): void {
  const command = program
    .command('mine')
    .description(
      'Mine a file of captions: text (one a line), JSON lines, CSV or TSV with a header, COCO or Karpathy JSON, Parquet, webdataset shards; gzip or not. Writes JSON lines, NegCLIP’s TSV, Parquet or a webdataset shard.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName);
  addOptions(command, MINE_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: string | undefined, given: unknown) => {
      const { json, ...read } = MINE_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named, read.output);
      refuseIdleTemperature(command, read.policy);
      const options = { ...read, output };
      const format = options.format ?? guessFormat(input, command);
      const outputFormat = options.outputFormat ?? tell(command, () => outputFormatOf(options.output));
      refuseOffsets(command, outputFormat, read.offsets);
      const misuse = hookMisuse(read);
      if (misuse !== undefined) command.error(`error: ${misuse}.`);
      const isAsking = read.rewriter !== undefined || read.scorer !== undefined;
      const hooks = isAsking ? await (await import('./open-hooks')).openHooks(read, output) : undefined;
      const result = await mineFile(input, { ...options, format, outputFormat, hooks });
      const stream = json && options.output !== '-' ? process.stdout : process.stderr;
      if (result.doneBefore) {
        process.stderr.write(
          `slipform-plant: ${output} is finished already, from the same input with the same options; nothing to do; pass --force without --resume to write it again.\n`,
        );
      }
      if (json) stream.write(`${jsonSummary(result)}\n`);
      else if (!options.quiet && !result.doneBefore) stream.write(`${textSummary(result)}\n`);
      if (result.brokenLines > 0 && !options.skipInvalid) fail();
    },
  );
}
