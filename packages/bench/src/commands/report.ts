import { existsSync } from 'node:fs';
import { InputError } from '@slipform/clip';
import { Command } from 'commander';
import { readRecord } from '../experiment/read-record';
import { renderReport } from '../report/render-report';
import { writeFileAtomically } from '../write-file';
import { forceOption } from './options';

export function reportCommand(): Command {
  return new Command('report')
    .description('Render results.json as one HTML file')
    .argument('<results>', 'results.json of an experiment or a run')
    .requiredOption('-o, --output <file>', 'where to write the page')
    .addOption(forceOption())
    .action(async (results: string, { output, force }: { output: string; force?: boolean }) => {
      if (!force && existsSync(output)) {
        throw new InputError(`${output} exists; give another -o, or --force to overwrite it`);
      }
      await writeFileAtomically(output, renderReport(await readRecord(results)));
      process.stdout.write(`${output}\n`);
    });
}
