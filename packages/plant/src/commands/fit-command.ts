import { defineOptions } from '@slipform/kit/options';
import { addOptions } from '@slipform/kit/options/add-options';
import type { Command } from 'commander';
import { counted } from '../counted';
import { fitFile } from '../fit-file';
import { fileName, guessFormat, inputAndOutput } from './input-and-output';
import { fileRow, flagRow, inputRows } from './rows';

const FIT_OPTIONS = defineOptions('slipform-plant fit', {
  output: fileRow('file for the counts; packed if its name ends in .gz'),
  ...inputRows,
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  force: flagRow('overwrite the output'),
  quiet: flagRow('print no summary'),
});

/** `slipform-plant fit`. @param fail called if the exit code must be 1 although everything was written */
export function addFitCommand(program: Command, fail: () => void): void {
  const command = program
    .command('fit')
    .description(
      'Count in a file of captions which words stand beside which, for `mine --fit`: negatives then read like this corpus.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName);
  addOptions(command, FIT_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: string | undefined, given: unknown) => {
      const read = FIT_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named, read.output);
      const options = { ...read, output };
      const format = options.format ?? guessFormat(input, command);
      const { captions, brokenLines } = await fitFile(input, { ...options, format });
      if (!options.quiet) process.stderr.write(`fitted to ${counted(captions, 'caption')}\n`);
      if (brokenLines > 0 && !options.skipInvalid) fail();
    },
  );
}
