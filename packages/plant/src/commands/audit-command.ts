import { choice, defineOptions, described, integer, optional } from '@slipform/kit/options';
import { addOptions } from '@slipform/kit/options/add-options';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import type { Command } from 'commander';
import { auditFile } from '../audit-file';
import { refuseFolder } from '../files/open-input';
import { openOutput, printed } from '../files/open-output';
import { watchInputs } from '../files/unchanged-input';
import { pairFormatOf, pairFormats } from '../pairs/read-pairs';
import { fileName, tell } from './input-and-output';
import { fieldRows, fileRow, flagRow } from './rows';

const AUDIT_OPTIONS = defineOptions('slipform-plant audit', {
  format: described("the file's format (default: by its extension)", optional(choice(pairFormats))),
  captions: fileRow('the captions that were mined, for the coverage and for the images'),
  learn: fileRow(
    'negatives that were mined apart; the classifier learns from them, not from folds of the file',
  ),
  summary: fileRow('what `mine --json` printed, for coverage and refusals'),
  judged: described(
    'how many pairs at most are judged, drawn by chance',
    optional(integer({ min: 10, max: 1_000_000 }), 20_000),
  ),
  sample: described(
    'how many pairs are shown, drawn by chance',
    optional(integer({ min: 0, max: 1000 }), 20),
  ),
  seed: described('seed of folds and samples', optional(integer({ min: 0, max: 0xffffffff }), 0)),
  html: fileRow('write the report as one page'),
  json: flagRow('print the report as JSON'),
  force: flagRow('overwrite the page'),
  ...fieldRows(' in --captions'),
});

/** `slipform-plant audit` */
export function addAuditCommand(program: Command): void {
  const command = program
    .command('audit')
    .description(
      "Judge a file of negatives: our records (JSON lines, Parquet), NegCLIP's TSV or SugarCrepe's JSON. Coverage, slots, concreteness, checks, and how well a text-only classifier picks the negative.",
    )
    .argument('<file>', 'the file, or - for standard input (JSON lines)', fileName);
  addOptions(command, AUDIT_OPTIONS).action(async (file: string, given: unknown) => {
    const options = AUDIT_OPTIONS.read(given);
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
