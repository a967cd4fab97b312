import type { Command } from 'commander';
import { counted } from '../counted';
import { type FitFileOptions, fitFile } from '../fit-file';
import { addInputOptions, fileName, fileOption, guessFormat, inputAndOutput } from './options';

/** `slipform-plant fit`. @param fail called where the exit code is to be 1 although all was written */
export function addFitCommand(program: Command, fail: () => void): void {
  const command = program
    .command('fit')
    .description(
      'Learn from a file of captions which words stand beside which, for `mine --fit`: negatives then read like the corpus.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName)
    .addOption(
      fileOption('-o, --output <file>', 'where what is learnt goes; packed if the name ends in .gz'),
    );
  addInputOptions(command)
    .option('--skip-invalid', 'broken lines are no failure')
    .option('--force', 'overwrite the output')
    .option('--quiet', 'no summary')
    .action(async (named: string | undefined, given: Partial<FitFileOptions> & { quiet?: true }) => {
      const { input, output } = inputAndOutput(command, named, given.output);
      const options = { ...given, output };
      const format = options.format ?? guessFormat(input, command);
      const { captions, brokenLines } = await fitFile(input, { ...options, format });
      if (!options.quiet) process.stderr.write(`fitted to ${counted(captions, 'caption')}\n`);
      if (brokenLines > 0 && !options.skipInvalid) fail();
    });
}
