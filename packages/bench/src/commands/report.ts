import { withOutputFile } from '@slipform/kit/files/output-file';
import { Command } from 'commander';
import { readRecord } from '../report/read-record';
import { renderReport } from '../report/render-report';
import { forceOption } from './options';

export function reportCommand(): Command {
  return new Command('report')
    .description('Render results.json as one HTML file')
    .argument('<results>', 'results.json of an experiment or a run')
    .requiredOption('-o, --output <file>', 'where to write the page')
    .addOption(forceOption())
    .action(async (results: string, { output, force }: { output: string; force?: boolean }) => {
      const inputs = [{ file: results, name: 'the results' }];
      await withOutputFile({ file: output, name: '-o', force, inputs }, async (save) =>
        save(renderReport(await readRecord(results))),
      );
      process.stdout.write(`${output}\n`);
    });
}
