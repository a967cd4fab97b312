import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolder } from '@slipform/kit/files/output-file';
import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { Command } from 'commander';
import { auditFiles, auditRows } from '../audit/audit-files';
import { pairFormatOf } from '../audit/read-pairs';
import { textReport } from '../audit/text-report';
import { writeJson } from './options';

const OPTIONS = defineOptions('slipform-bench audit', {
  ...auditRows,
  json: flagRow('print the report as JSON'),
});

export function auditCommand(): Command {
  const command = new Command('audit')
    .description(
      "Judge files of negatives: records of @slipform/plant (JSON lines, Parquet), NegCLIP's TSV or SugarCrepe's JSON. How well a text-only classifier picks the negative and by which words, coverage, slots, faults.",
    )
    .argument(
      '<files...>',
      'the files, globs and brace lists (in quotes), @names.txt, or - for standard input (JSON lines); several, such as the shards of a corpus, are judged as one, so one id may not stand for two captions',
    );
  return addOptions(command, OPTIONS).action(async (named: readonly string[], given: unknown) => {
    const { json, ...options } = OPTIONS.read(given);
    if (named.includes('')) throw new UsageError('FILE must be the name of a file, got an empty text.');
    const files = await expandInputs(named);
    const folder = files.find((name) => name !== '-' && isFolder(name));
    if (folder !== undefined) throw new InputError(`cannot read ${folder}: it is a folder; name a file.`);
    for (const name of files) options.format ?? pairFormatOf(name);

    const inputs = [
      ...files.map((file) => ({ file, name: 'the input' })),
      ...(options.learn === undefined ? [] : [{ file: options.learn, name: 'the file of --learn' }]),
    ];
    refuseOverwrites({ inputs, outputs: [{ file: '-', name: 'standard output' }] });
    const watch = watchInputs(inputs.map(({ file }) => file));
    const relations = await import('@slipform/plant/relations').catch(() => undefined);
    const report = await auditFiles(files, { ...options, relation: relations?.relation });
    watch.assertUnchanged();
    if (json) writeJson(report);
    else process.stdout.write(`${textReport(report)}\n`);
  });
}
