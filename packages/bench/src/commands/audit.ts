import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolder, withOutputFile } from '@slipform/kit/files/output-file';
import { type NamedFile, refuseOverwrites } from '@slipform/kit/files/output-guard';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { printable } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { Command } from 'commander';
import type { AuditTables } from '../audit/audit';
import type { AuditReport } from '../audit/audit-report';
import { compareFiles, shortNames } from '../audit/compare-files';
import { textReport } from '../audit/text-report';
import { auditFiles, auditRows } from '../audit-files/audit-files';
import { pairFormatOf } from '../audit-files/read-pairs';
import { writeJson } from './options';

/** A table of norms has a few mebibytes. */
const MAX_NORMS_MEBIBYTES = 32;

const OPTIONS = defineOptions('slipform-bench audit', {
  ...auditRows,
  norms: fileRow('ratings of concreteness, the same that `mine --norms` had'),
  together: flagRow(
    'judge several files as one, such as the shards of a corpus; one id may not stand for two captions',
  ),
  html: fileRow('write the report as one page'),
  json: flagRow('print the report as JSON'),
  force: flagRow('overwrite the page'),
});

type Given = OptionsRead<typeof OPTIONS.rows>;

export function auditCommand(): Command {
  const command = new Command('audit')
    .description(
      "Judge files of negatives: records of @slipform/plant (JSON lines, Parquet), NegCLIP's TSV or SugarCrepe's JSON. Coverage, reasons, slots, concreteness, checks, and how well a text-only classifier picks the negative.",
    )
    .argument(
      '<files...>',
      'the files, globs and brace lists (in quotes), @names.txt, or - for standard input (JSON lines); several stand side by side, or are one with --together',
    );
  return addOptions(command, OPTIONS).action(async (named: readonly string[], given: unknown) => {
    const options = OPTIONS.read(given);
    if (named.includes('')) throw new UsageError('FILE must be the name of a file, got an empty text.');
    const files = await expandInputs(named);
    const folder = files.find((name) => name !== '-' && isFolder(name));
    if (folder !== undefined) throw new InputError(`cannot read ${folder}: it is a folder; name a file.`);
    refuseMismatches(files, options);
    for (const name of files) options.format ?? pairFormatOf(name);

    const beside = (['captions', 'summary', 'learn', 'norms'] as const).flatMap((name) =>
      options[name] === undefined ? [] : [{ file: options[name], name: `the file of --${name}` }],
    );
    const inputs: NamedFile[] = [...files.map((name) => ({ file: name, name: 'the input' })), ...beside];
    refuseOverwrites({ inputs, outputs: [{ file: '-', name: 'standard output' }] });
    const watch = watchInputs(inputs.map((input) => input.file));
    const judge = async () => {
      const tables = await loadTables(options.norms);
      const reports: AuditReport[] = [];
      for (const group of options.together ? [files] : files.map((name) => [name])) {
        reports.push(await auditFiles(group, { ...options, ...tables }));
      }
      watch.assertUnchanged();
      return reports;
    };
    const print = (reports: readonly AuditReport[]) => {
      if (options.json) writeJson(reports.length === 1 ? reports[0] : reports);
      else process.stdout.write(`${reports.length === 1 ? textReport(reports[0]!) : textTable(reports)}\n`);
    };
    if (options.html === undefined) print(await judge());
    else if (options.html === '-') process.stdout.write(await pageOf(await judge()));
    else {
      const output = { file: options.html, name: '--html', force: options.force, inputs };
      await withOutputFile(output, async (save) => {
        const reports = await judge();
        await save(await pageOf(reports));
        print(reports);
      });
    }
  });
}

/** Options that say nothing, or say something of one file where there are several, are wrong usage. */
function refuseMismatches(files: readonly string[], options: Given): void {
  const isFieldNamed = [options.captionField, options.idField, options.imageField].some(Boolean);
  if (isFieldNamed && options.captions === undefined) {
    throw new UsageError(
      '--caption-field, --id-field and --image-field need --captions; name its file, or leave them out.',
    );
  }
  if (options.together && options.captions !== undefined) {
    throw new UsageError(
      '--captions belongs to one file; with --together pass --summary OUT/summary.json, which `slipform-plant merge OUT/` writes.',
    );
  }
  if (files.length === 1 || options.together) return;
  const ofOne = (['captions', 'learn', 'summary'] as const).find((name) => options[name] !== undefined);
  if (ofOne !== undefined) {
    throw new UsageError(
      `--${ofOne} belongs to one file, and there are ${files.length}; audit them one by one, or as one with --together, or leave it out.`,
    );
  }
}

/**
 * What the figures look words up in, of two optional peers; a figure whose peer is missing is left out, with a remark.
 *
 * @param norms a file of ratings, in place of the estimates
 * @throws {InputError} if it can't be read, or @slipform/concreteness, which reads it, is not installed
 */
async function loadTables(norms: string | undefined): Promise<AuditTables> {
  const [concreteness, relations] = await Promise.all([
    import('@slipform/concreteness').catch(() => undefined),
    import('@slipform/plant/relations').catch(() => undefined),
  ]);
  if (norms !== undefined && concreteness === undefined) {
    throw new InputError(
      '--norms is read by @slipform/concreteness, which is not installed; npm install it, or leave --norms out.',
    );
  }
  if (!concreteness) remark('the most concrete word of a caption', '@slipform/concreteness');
  if (!relations) remark('how words are related', '@slipform/plant');
  const given =
    norms === undefined
      ? {}
      : { norms: concreteness!.parseNorms(await readTextFile(norms, MAX_NORMS_MEBIBYTES)) };
  return { lexicon: concreteness?.createLexicon(given), relation: relations?.relation };
}

function remark(what: string, peer: string): void {
  process.stderr.write(
    `slipform-bench: ${what} is not known without ${peer}; npm install it for these figures.\n`,
  );
}

/** Several reports as one table, a column for each file. */
export function textTable(reports: readonly AuditReport[]): string {
  const clean = (words: string) => printable(words, 60);
  const head = ['', ...shortNames(reports.map((report) => report.file)).map(clean)];
  const rows = compareFiles(reports).map(({ name, isPart, cells }) => [
    `${isPart ? '  ' : ''}${clean(name)}`,
    ...cells.map(clean),
  ]);
  return terminalTable({ head, rows, gap: 2 }).replace(/ +$/gm, '');
}

async function pageOf(reports: readonly AuditReport[]): Promise<string> {
  const { htmlReport, htmlTable } = await import('../audit/html-report');
  return reports.length === 1 ? htmlReport(reports[0]!) : htmlTable(reports);
}
