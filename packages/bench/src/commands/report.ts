import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileName } from '@slipform/kit/options/command-rows';
import { defineOptions, described } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { readRecord } from '../report/read-record';
import { renderReport } from '../report/render-report';
import { forceRow } from './options';

const OPTIONS = defineOptions('slipform-bench report', {
  output: described('where to write the page', fileName()),
  force: forceRow,
});

export function reportCommand(): Command {
  const command = new Command('report')
    .description('Render results.json as one HTML file')
    .argument('<results>', 'results.json of an experiment or a run');
  return addOptions(command, OPTIONS, { output: '-o, --output <file>' }).action(
    async (results: string, given: unknown) => {
      const { output, force } = OPTIONS.read(given);
      const inputs = [{ file: results, name: 'the results' }];
      await withOutputFile({ file: output, name: '-o', force, inputs }, async (save) =>
        save(renderReport(await readRecord(results))),
      );
      process.stdout.write(`${output}\n`);
    },
  );
}
