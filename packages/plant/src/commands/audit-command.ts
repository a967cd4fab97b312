import { refuseOverwrites } from '@slipform/kit/output-guard';
import { type Command, Option } from 'commander';
import { type AuditFileOptions, auditFile } from '../audit-file';
import { refuseFolder } from '../files/open-input';
import { openOutput, printed } from '../files/open-output';
import { watchInputs } from '../files/unchanged-input';
import { pairFormatOf, pairFormats } from '../pairs/read-pairs';
import { addFieldOptions, fileName, fileOption, integerOption, tell } from './options';

interface AuditOptions extends AuditFileOptions {
  readonly json?: true;
  readonly html?: string;
  readonly force?: true;
}

/** `slipform-plant audit` */
export function addAuditCommand(program: Command): void {
  const command = program
    .command('audit')
    .description(
      "Judge a file of negatives: our records (JSON lines, Parquet), NegCLIP's TSV or SugarCrepe's JSON. Coverage, slots, concreteness, checks, and how well a text-only classifier picks the negative.",
    )
    .argument('<file>', 'the file, or - for standard input (JSON lines)', fileName)
    .addOption(
      new Option('--format <format>', "the file's format (default: by its extension)").choices(pairFormats),
    )
    .addOption(
      fileOption('--captions <file>', 'the captions that were mined, for the coverage and for the images'),
    )
    .addOption(
      fileOption(
        '--learn <file>',
        'negatives that were mined apart; the classifier learns from them, not from folds of the file',
      ),
    )
    .addOption(fileOption('--summary <file>', 'what `mine --json` printed, for coverage and refusals'))
    .addOption(
      integerOption(
        '--judged <n>',
        'how many pairs at most are judged, drawn by chance',
        10,
        1_000_000,
        20_000,
      ),
    )
    .addOption(integerOption('--sample <n>', 'how many pairs are shown, drawn by chance', 0, 1000, 20))
    .addOption(integerOption('--seed <n>', 'seed of folds and samples', 0, 0xffffffff, 0))
    .addOption(fileOption('--html <file>', 'write the report as one page'))
    .option('--json', 'print the report as JSON')
    .option('--force', 'overwrite the page');
  addFieldOptions(command, ' in --captions').action(async (file: string, options: AuditOptions) => {
    refuseFolder(file);
    const isFieldNamed = [options.captionField, options.idField, options.imageField].some(Boolean);
    if (isFieldNamed && options.captions === undefined) {
      command.error(
        'error: --caption-field, --id-field and --image-field need --captions; name its file, or leave them out.',
      );
    }
    const format = options.format ?? tell(command, () => pairFormatOf(file));
    const optional = (read: string | undefined, name: string) =>
      read === undefined ? [] : [{ file: read, name: `the file of ${name}` }];
    const read = [
      { file, name: 'the input' },
      ...optional(options.captions, '--captions'),
      ...optional(options.summary, '--summary'),
      ...optional(options.learn, '--learn'),
    ];
    const watch = watchInputs(read.map((each) => each.file));
    const page =
      options.html === undefined
        ? undefined
        : await openOutput(options.html, { read, force: options.force === true });
    if (!page) refuseOverwrites({ inputs: read, outputs: [printed] });
    try {
      const report = await auditFile(file, { ...options, format });
      watch.assertUnchanged();
      if (page) {
        await page.write(Buffer.from((await import('../audit/html-report')).htmlReport(report)));
        await page.commit();
      }
      const text = options.json
        ? JSON.stringify(report)
        : (await import('../audit/text-report')).textReport(report);
      if (options.html !== '-') process.stdout.write(`${text}\n`);
    } catch (error) {
      await page?.discard(error);
      throw error;
    }
  });
}
