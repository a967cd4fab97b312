import type { Command } from 'commander';
import { counted } from '../counted';
import { type FitFileOptions, fitFile } from '../fit-file';
import { addInputOptions, fileName, fileOption, guessFormat, inputAndOutput } from './options';

/** `slipform-plant fit`. @param fail called if the exit code must be 1 although everything was written */
export function addFitCommand(program: Command, fail: () => void): void {
  const command = program
    .command('fit')
    .description(
      'Count in a file of captions which words stand beside which, for `mine --fit`: negatives then read like this corpus.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName)
    .addOption(fileOption('-o, --output <file>', 'file for the counts; packed if its name ends in .gz'));
  addInputOptions(command)
    .option('--skip-invalid', 'exit with 0 even if lines are broken')
    .option('--force', 'overwrite the output')
    .option('--quiet', 'print no summary')
    .action(async (named: string | undefined, given: Partial<FitFileOptions> & { quiet?: true }) => {
      const { input, output } = inputAndOutput(command, named, given.output);
      const options = { ...given, output };
      const format = options.format ?? guessFormat(input, command);
      const { captions, brokenLines } = await fitFile(input, { ...options, format });
      if (!options.quiet) process.stderr.write(`fitted to ${counted(captions, 'caption')}\n`);
      if (brokenLines > 0 && !options.skipInvalid) fail();
    });
}
