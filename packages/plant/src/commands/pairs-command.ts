import { addOptions } from '@slipform/kit/options/add-options';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { pairsFile } from '../run/pairs-file';
import { refuseIdleTemperature, refuseOffsets } from './idle-options';
import { fileNames, guessFormat, inputAndOutput, tell } from './input-and-output';
import { PAIRS_OPTIONS, type PairsOptionsRead } from './pairs-options';
import { refuseMixedSteps, stepOf, stepsOfPairs } from './pairs-steps';
import { jsonPairs, textPairs } from './pairs-summary';
import { reportRun } from './report-run';

/** `slipform-plant pairs`. @param fail called if the exit code must be 1 although all that could be written was */
export function addPairsCommand(program: Command, fail: () => void): void {
  const command = program
    .command('pairs')
    .description(
      'Find natural hard negatives in a file of captions: captions of other images that are equal but for one word, each with its own image. Reads and writes what mine does. Many shards, on many machines, go through its steps one by one.',
    )
    .usage('<input> -o <output> [options]')
    .argument(
      '[inputs...]',
      'the file, or - for standard input; with --hashes-only files, globs or brace lists (in quotes) or @names.txt, with --join folders of hashes',
      fileNames,
    );
  addOptions(command, PAIRS_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: readonly string[] | undefined, given: unknown) => {
      const read = PAIRS_OPTIONS.read(given);
      const { input, output } = inputAndOutput(command, named?.[0], read.output);
      const inputs = named ?? [];
      refuseIdleTemperature(command, read.policy);
      const step = stepOf(command, read);
      refuseMixedSteps(command, step, inputs);
      if (step === 'all') await pairWhole(command, input, { ...read, output }, fail);
      else await stepsOfPairs[step](command, inputs, { ...read, output }, fail);
    },
  );
}

/** All steps, from one file to one output. */
async function pairWhole(
  command: Command,
  input: string,
  options: PairsOptionsRead,
  fail: () => void,
): Promise<void> {
  const { output } = options;
  const format = options.format ?? guessFormat(input, command);
  const outputFormat = options.outputFormat ?? tell(command, () => outputFormatOf(output));
  refuseOffsets(command, outputFormat, options.offsets);
  const result = await pairsFile(input, { ...options, format, outputFormat });
  reportRun(result, options, 'input', { json: jsonPairs, text: textPairs }, fail);
}
