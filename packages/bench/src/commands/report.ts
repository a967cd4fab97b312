import { Command } from 'commander';
import { readRecord } from '../experiment/read-record';
import { renderReport } from '../report/render-report';
import { writeFileAtomically } from '../write-file';
import { checkOutputFile } from './check-output';
import { forceOption } from './options';

export function reportCommand(): Command {
  return new Command('report')
    .description('Render results.json as one HTML file')
    .argument('<results>', 'results.json of an experiment or a run')
    .requiredOption('-o, --output <file>', 'where to write the page')
    .addOption(forceOption())
    .action(async (results: string, { output, force }: { output: string; force?: boolean }) => {
      checkOutputFile(output, force);
      await writeFileAtomically(output, renderReport(await readRecord(results)));
      process.stdout.write(`${output}\n`);
    });
}
