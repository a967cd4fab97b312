import { addOptions } from '@slipform/kit/options/add-options';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { counted } from '@slipform/kit/text/format-number';
import type { Command } from 'commander';
import { FIT_OPTIONS, fitFiles, mergeFits } from '../run/fit-file';
import { fileNames, formerFields, guessFormat, inputAndOutput, refuseFormerOptions } from './usage';

/** `slipform-plant fit`. @param fail called if the exit code must be 1 although everything was written */
export function addFitCommand(program: Command, fail: () => void): void {
  const command = program
    .command('fit')
    .description('Count the words of a corpus, so that `mine --fit` judges plausibility by it.')
    .usage('<inputs...> -o <output> [options]')
    .argument(
      '[inputs...]',
      'the files of captions, globs and brace lists (in quotes), @names.txt, or - for standard input',
      fileNames,
    );
  refuseFormerOptions(command, formerFields);
  addOptions(command, FIT_OPTIONS, { output: '-o, --output <file>' }).action(
    async (named: readonly string[] | undefined, given: unknown) => {
      const read = FIT_OPTIONS.read(given);
      const { output } = inputAndOutput(command, named?.[0], read.output);
      const share = readShare(read);
      const inputs = shareOf(await expandInputs(named ?? []), share);
      if (inputs.length === 0) {
        process.stderr.write(
          `task ${share.task} has no input, since there are more tasks than inputs; nothing to do\n`,
        );
        return;
      }
      const isMerge = read.merge === true;
      if (!isMerge && read.format === undefined) for (const input of inputs) guessFormat(input, command);
      const make = isMerge ? mergeFits : fitFiles;
      const hasRecord = read.resume ?? read.task !== undefined;
      const resume = hasRecord && read.force !== true;
      const { captions, pictures, brokenLines, doneBefore } = await make(inputs, {
        ...read,
        output,
        resume,
        hasRecord,
      });
      if (!read.quiet) {
        const work = isMerge ? 'added up the counts of' : 'fitted to';
        const done = doneBefore ? `nothing to do: ${output} is finished, and was ${work}` : work;
        process.stderr.write(`${done} ${counted(captions, 'caption')} of ${counted(pictures, 'picture')}\n`);
      }
      if (brokenLines > 0 && !read.skipInvalid) fail();
    },
  );
}
