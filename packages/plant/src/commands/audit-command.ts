import { choice, defineOptions, described, integer, type OptionsRead, optional } from '@slipform/kit/options';
import { addOptions } from '@slipform/kit/options/add-options';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { watchInputs } from '@slipform/kit/unchanged-input';
import type { Command } from 'commander';
import type { AuditReport } from '../audit/audit-report';
import { pairFormatOf, pairFormats } from '../audited/read-pairs';
import { refuseFolder } from '../files/open-input';
import { openOutput, printed } from '../files/open-output';
import { auditFile, auditTogether } from '../run/audit-file';
import { fileNames, tell } from './input-and-output';
import { fieldRows, fileRow, flagRow } from './rows';

const AUDIT_OPTIONS = defineOptions('slipform-plant audit', {
  format: described("the file's format (default: by its extension)", optional(choice(pairFormats))),
  captions: fileRow('the captions that were mined, for the coverage and for the images'),
  learn: fileRow(
    'negatives that were mined apart; the classifier learns from them, not from folds of the file',
  ),
  summary: fileRow('what `mine --json` printed, for coverage and refusals'),
  norms: fileRow('ratings of concreteness, the same that `mine --norms` had'),
  judged: described(
    'how many pairs at most are judged, drawn by chance',
    optional(integer({ min: 10, max: 1_000_000 }), 20_000),
  ),
  sample: described(
    'how many pairs are shown, drawn by chance',
    optional(integer({ min: 0, max: 1000 }), 20),
  ),
  seed: described('seed of folds and samples', optional(integer({ min: 0, max: 0xffffffff }), 0)),
  together: flagRow(
    'judge several files as one, such as the shards of a corpus; one id may not stand for two captions',
  ),
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
      "Judge files of negatives: our records (JSON lines, Parquet), NegCLIP's TSV or SugarCrepe's JSON. Coverage, reasons, slots, concreteness, checks, and how well a text-only classifier picks the negative.",
    )
    .argument(
      '<files...>',
      'the files, globs and brace lists (in quotes), @names.txt, or - for standard input (JSON lines); several stand side by side, or are one with --together',
      fileNames,
    );
  addOptions(command, AUDIT_OPTIONS).action(async (named: readonly string[], given: unknown) => {
    const options = AUDIT_OPTIONS.read(given);
    const files = await expandInputs(named);
    for (const file of files) refuseFolder(file);
    refuseMismatches(command, files, options);
    const formats = files.map((file) => options.format ?? tell(command, () => pairFormatOf(file)));
    const optional = (read: string | undefined, name: string) =>
      read === undefined ? [] : [{ file: read, name: `the file of ${name}` }];
    const read = [
      ...files.map((file) => ({ file, name: 'the input' })),
      ...optional(options.captions, '--captions'),
      ...optional(options.summary, '--summary'),
      ...optional(options.learn, '--learn'),
      ...optional(options.norms, '--norms'),
    ];
    const watch = watchInputs(read.map((each) => each.file));
    const page =
      options.html === undefined
        ? undefined
        : await openOutput(options.html, { read, force: options.force === true });
    if (!page) refuseOverwrites({ inputs: read, outputs: [printed] });
    try {
      const reports: AuditReport[] = [];
      if (options.together) reports.push(await auditTogether(files, options));
      else
        for (const [i, file] of files.entries()) {
          reports.push(await auditFile(file, { ...options, format: formats[i] }));
        }
      watch.assertUnchanged();
      if (page) {
        await page.write(Buffer.from(await pageOf(reports)));
        await page.commit();
      }
      const [first, ...others] = reports;
      const printable = others.length === 0 ? first : reports;
      const text = options.json ? JSON.stringify(printable) : await textOf(reports);
      if (options.html !== '-') process.stdout.write(`${text}\n`);
    } catch (error) {
      await page?.discard(error);
      throw error;
    }
  });
}

/** Options that say nothing, or say something of one file where there are several, are wrong usage. */
function refuseMismatches(
  command: Command,
  files: readonly string[],
  options: OptionsRead<typeof AUDIT_OPTIONS.rows>,
): void {
  const isFieldNamed = [options.captionField, options.idField, options.imageField].some(Boolean);
  if (isFieldNamed && options.captions === undefined) {
    command.error(
      'error: --caption-field, --id-field and --image-field need --captions; name its file, or leave them out.',
    );
  }
  if (options.together && options.captions !== undefined) {
    command.error(
      'error: --captions belongs to one file; with --together pass --summary OUT/summary.json, which `slipform-plant merge OUT/` writes.',
    );
  }
  if (files.length === 1 || options.together) return;
  const ofOne = (['captions', 'learn', 'summary'] as const).find((name) => options[name] !== undefined);
  if (ofOne !== undefined) {
    command.error(
      `error: --${ofOne} belongs to one file, and there are ${files.length}; audit them one by one, or as one with --together, or leave it out.`,
    );
  }
}

async function textOf(reports: readonly AuditReport[]): Promise<string> {
  if (reports.length === 1) return (await import('../audit/text-report')).textReport(reports[0]!);
  return (await import('../audit/text-table')).textTable(reports);
}

async function pageOf(reports: readonly AuditReport[]): Promise<string> {
  if (reports.length === 1) return (await import('../audit/html-report')).htmlReport(reports[0]!);
  return (await import('../audit/html-table')).htmlTable(reports);
}
