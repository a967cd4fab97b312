import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { outputFormatOf, outputFormats } from '../files/caption-format';
import { type MineFileOptions, mineFile } from '../mine-file';
import { balances, operations, policies, slots } from '../options';
import { blockSize } from '../sites/cut-into-blocks';
import { jsonSummary, textSummary } from '../summary';
import {
  addInputOptions,
  fileName,
  fileOption,
  guessFormat,
  inputAndOutput,
  integerOption,
  listOption,
  tell,
} from './options';

/** `slipform-plant mine`. @param fail called if the exit code must be 1 although everything was written */
export function addMineCommand(program: Command, fail: () => void): void {
  const command = program
    .command('mine')
    .description(
      'Mine a file of captions: text (one a line), JSON lines, CSV or TSV with a header, COCO or Karpathy JSON, Parquet, webdataset shards; gzip or not. Writes JSON lines, NegCLIP’s TSV, Parquet or a webdataset shard.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName)
    .addOption(fileOption('-o, --output <file>', 'file for the records, or - for standard output'));
  addInputOptions(command)
    .addOption(
      new Option(
        '--output-format <format>',
        "the output's format (default: by its extension, else jsonl)",
      ).choices(outputFormats),
    )
    .addOption(integerOption('--per-caption <n>', 'how many negatives of a caption at most', 1, 100, 1))
    .addOption(
      new Option('--policy <policy>', 'which word to change: the most concrete (max), the least (min), …')
        .choices(policies)
        .default('max'),
    )
    .addOption(
      new Option('--balance <balance>', 'give each slot its share, or let all slots compete')
        .choices(balances)
        .default('slots'),
    )
    .addOption(listOption('--operations <list>', 'kinds of change, with commas', operations))
    .addOption(listOption('--slots <list>', 'kinds of words, with commas', slots))
    .addOption(integerOption('--seed <n>', 'the same seed gives the same bytes', 0, 0xffffffff, 0))
    .addOption(fileOption('--fit <file>', 'statistics of a corpus, from `slipform-plant fit`'))
    .addOption(
      fileOption(
        '--norms <file>',
        'human ratings of concreteness (Brysbaert 2014, or any CSV or TSV with word and rating)',
      ),
    )
    .addOption(fileOption('--vocabulary <file>', 'insert only the words of this file, one a line'))
    .addOption(
      integerOption('--block-size <n>', 'how many captions are mined together', 1, 1_000_000, blockSize),
    )
    .addOption(
      integerOption(
        '--workers <n>',
        `threads (this machine has ${availableParallelism()} cores); the output is the same`,
        1,
        64,
        1,
      ),
    )
    .option('--resume', 'continue an interrupted run with the same input and options')
    .option('--skip-invalid', 'exit with 0 even if lines are broken')
    .option('--force', 'overwrite the output')
    .option('--json', 'print the summary as JSON (to standard output, unless the records go there)')
    .option('--quiet', 'print no progress and no summary')
    .action(async (named: string | undefined, given: Partial<MineFileOptions> & { json?: true }) => {
      const { input, output } = inputAndOutput(command, named, given.output);
      const options = { ...given, output };
      const format = options.format ?? guessFormat(input, command);
      const outputFormat = options.outputFormat ?? tell(command, () => outputFormatOf(options.output));
      const result = await mineFile(input, { ...options, format, outputFormat });
      const stream = options.json && options.output !== '-' ? process.stdout : process.stderr;
      if (result.doneBefore) {
        process.stderr.write(
          `slipform-plant: ${output} is finished already, from the same input with the same options; nothing to do; pass --force without --resume to write it again.\n`,
        );
      }
      if (options.json) stream.write(`${jsonSummary(result)}\n`);
      else if (!options.quiet && !result.doneBefore) stream.write(`${textSummary(result)}\n`);
      if (result.brokenLines > 0 && !options.skipInvalid) fail();
    });
}
