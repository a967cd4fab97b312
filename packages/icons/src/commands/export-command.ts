import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { addOptions } from '@slipform/kit/options/add-options';
import { defineOptions, extend } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import { type ExportSummary, exportIcons } from '../export/export-icons';
import { exportRows } from '../export/export-options';
import { corpusRows, flagRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { refuseOldFolder } from './refuse-old-folder';
import { skipLines } from './skip-lines';

const table = defineOptions(
  'slipform-icons export',
  extend(corpusRows, {
    ...exportRows,
    force: flagRow('replace a folder that this command wrote, if it is unchanged'),
    json: flagRow('print the summary as one line of JSON'),
    quiet: flagRow('print no progress'),
  }),
);

/** `slipform-icons export` */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description(
      "Write icons with their captions as files for any tool: SugarCrepe's or Winoground's form (minimal pairs), webdataset shards, or COCO's captions. NOTICE.txt in it names artists and licences.",
    )
    .argument('<folder>', 'the folder to write');
  addOptions(command, table).action(async (folder: string, given: unknown) => {
    const { root, sets, force, json, quiet, ...options } = table.read(given);
    refuseOldFolder(folder, force);
    const progress = createProgress(process.stderr, { quiet });
    const summary = await withInterruption('nothing was written.', async (signal) => {
      try {
        const corpus = await openForCommand({ root, sets }, { signal });
        let bar: ReturnType<typeof progress.start> | undefined;
        return await exportIcons(corpus, {
          ...options,
          folder,
          signal,
          onProgress({ done, total }) {
            bar ??= progress.start('drawing', total, 'icons');
            bar.update(done);
          },
        });
      } finally {
        progress.stop();
      }
    });
    const { skipped, sets: used, ...counts } = summary;
    process.stderr.write(skipLines(skipped));
    if (json) {
      const left = skipped.map(({ icon, why }) => ({ icon: icon.id, why }));
      process.stdout.write(
        `${JSON.stringify({ ...counts, sets: used.map(({ set }) => set), skipped: left })}\n`,
      );
    } else
      process.stdout.write(
        `${folder}: ${countsText(counts)} of ${used.length} ${used.length === 1 ? 'set' : 'sets'}\n`,
      );
  });
}

function countsText({ icons, pairs, captions, shards }: Partial<ExportSummary>): string {
  const parts = [
    [pairs, 'minimal pairs'],
    [icons, 'icons'],
    [captions, 'captions'],
    [shards, shards === 1 ? 'shard' : 'shards'],
  ] as const;
  return parts
    .flatMap(([count, what]) => (count === undefined ? [] : [`${count.toLocaleString('en')} ${what}`]))
    .join(', ');
}
