import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { blockSize } from '../block/cut-into-blocks';
import { outputFormatOf, outputFormats } from '../files/caption-format';
import { type MineFileOptions, mineFile } from '../mine-file';
import { balances, operations, policies, slots } from '../options';
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

/** `slipform-plant mine`. @param fail called where the exit code is to be 1 although all was written */
export function addMineCommand(program: Command, fail: () => void): void {
  const command = program
    .command('mine')
    .description(
      'Mine a file of captions: text (one a line), JSON lines, CSV or TSV with a header, COCO or Karpathy JSON, Parquet, webdataset shards; gzip or not. Writes JSON lines, NegCLIP’s TSV, Parquet or a webdataset shard.',
    )
    .usage('<input> -o <output> [options]')
    .argument('[input]', 'the file, or - for standard input', fileName)
    .addOption(fileOption('-o, --output <file>', 'where the records go, or - for standard output'));
  addInputOptions(command)
    .addOption(
      new Option(
        '--output-format <format>',
        "the output's format (default: by its extension, else jsonl)",
      ).choices(outputFormats),
    )
    .addOption(integerOption('--per-caption <n>', 'at most so many negatives for a caption', 1, 100, 1))
    .addOption(new Option('--policy <policy>', 'which word is changed').choices(policies).default('max'))
    .addOption(
      new Option('--balance <balance>', 'draw the slot first, or let all compete')
        .choices(balances)
        .default('slots'),
    )
    .addOption(listOption('--operations <list>', 'comma-separated', operations))
    .addOption(listOption('--slots <list>', 'comma-separated', slots))
    .addOption(integerOption('--seed <n>', 'the same seed gives the same bytes', 0, 0xffffffff, 0))
    .addOption(fileOption('--fit <file>', 'what `slipform-plant fit` learnt from a corpus'))
    .addOption(
      fileOption(
        '--norms <file>',
        'human concreteness ratings (Brysbaert 2014, or any CSV or TSV with word and rating)',
      ),
    )
    .addOption(fileOption('--vocabulary <file>', 'insert only these words, one a line'))
    .addOption(integerOption('--block-size <n>', 'captions that are mined together', 1, 1_000_000, blockSize))
    .addOption(
      integerOption(
        '--workers <n>',
        `threads that mine (this machine has ${availableParallelism()} cores); the bytes are the same`,
        1,
        64,
        1,
      ),
    )
    .option(
      '--resume',
      'go on where a run with the same input and options was cut off; nothing is to do where it had ended',
    )
    .option('--skip-invalid', 'broken lines are no failure')
    .option('--force', 'overwrite the output')
    .option('--json', 'print the summary as JSON (on standard output, unless the records go there)')
    .option('--quiet', 'no progress, no summary')
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
