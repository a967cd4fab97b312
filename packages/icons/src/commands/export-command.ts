import { existsSync, readdirSync, statSync } from 'node:fs';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, extend } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import type { Command } from 'commander';
import type { SkippedIcon } from '../drawing/drawings';
import { type ExportSummary, exportIcons } from '../export/export-icons';
import { exportRows } from '../export/export-options';
import { corpusRows } from './corpus-rows';
import { openForCommand } from './open-for-command';

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
      "Write icons with their captions as files for any tool: Winoground's form (minimal pairs), webdataset shards, or COCO's captions. NOTICE.txt in it names artists and licences.",
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

/** @throws {InputError} if it is a file, or a folder that holds something and need not be replaced */
function refuseOldFolder(folder: string, force: boolean): void {
  if (folder === '') refuse(undefined, 'the folder to write', 'must have a name', 'an empty one');
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new InputError(`${folder} is a file; name a folder.`);
  if (force || readdirSync(folder).length === 0) return;
  throw new InputError(
    `${folder} exists already; choose another name, or --force to replace what this command wrote there.`,
  );
}

/** How many are named; all of them are in `--json`. */
const named = 5;

/** What was left out, for standard error: by reason, the first few by name. */
function skipLines(skipped: readonly SkippedIcon[]): string {
  const reasons = [...new Set(skipped.map(({ why }) => why))];
  return reasons
    .map((why) => {
      const icons = skipped.filter((one) => one.why === why);
      const names = icons.slice(0, named).map(({ icon }) => printable(icon.id, 60));
      const more = icons.length > named ? ` and ${icons.length - named} more` : '';
      return `slipform-icons: left out ${names.join(', ')}${more}: ${printable(why)}\n`;
    })
    .join('');
}
