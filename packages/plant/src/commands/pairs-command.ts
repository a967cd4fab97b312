import { addOptions } from '@slipform/kit/options/add-options';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { pairsFile } from '../run/pairs-file';
import { refuseIdleTemperature, refuseOffsets } from './idle-options';
import { fileName, guessFormat, inputAndOutput, tell } from './input-and-output';
import { PAIRS_OPTIONS } from './pairs-options';
import { jsonPairs, textPairs } from './pairs-summary';

/** `slipform-plant pairs`. @param fail called if the exit code must be 1 although everything was written */
export function addPairsCommand(program: Command, fail: () => void): void {
  const command = program
    .command('pairs')
    .description(
      'Find natural hard negatives in a file of captions: captions of other images that are equal but for one word, each with its own image. Reads and writes what mine does.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName);
  addOptions(command, PAIRS_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: string | undefined, given: unknown) => {
      const { json, ...read } = PAIRS_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named, read.output);
      refuseIdleTemperature(command, read.policy);
      const options = { ...read, output };
      const format = options.format ?? guessFormat(input, command);
      const outputFormat = options.outputFormat ?? tell(command, () => outputFormatOf(options.output));
      refuseOffsets(command, outputFormat, read.offsets);
      const result = await pairsFile(input, { ...options, format, outputFormat });
      const stream = json && options.output !== '-' ? process.stdout : process.stderr;
      if (result.doneBefore) {
        process.stderr.write(
          `slipform-plant: ${output} is finished already, from the same input with the same options; nothing to do; pass --force without --resume to write it again.\n`,
        );
      }
      if (json) stream.write(`${jsonPairs(result)}\n`);
      else if (!options.quiet && !result.doneBefore) stream.write(`${textPairs(result)}\n`);
      if (result.brokenLines > 0 && !options.skipInvalid) fail();
    },
  );
}
