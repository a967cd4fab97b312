import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import type { Command } from 'commander';
import { splitOf } from '../corpus/sets/families';
import { corpusRows, splitRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { print } from './print';

const table = defineOptions('slipform-icons list', {
  ...corpusRows,
  split: splitRow,
  json: flagRow('a line of JSON for each set'),
});

/** `slipform-icons list` */
export function addListCommand(program: Command): void {
  const command = program
    .command('list')
    .description('List the installed sets: artist, family, split, licence, icons, distinct captions.');
  addOptions(command, table).action(async (given: unknown) => {
    const { json, split, ...which } = table.read(given);
    const { sets } = await openForCommand(which);
    const rows = sets
      .map(({ icons, ...info }) => ({
        ...info,
        split: splitOf(info),
        icons: icons.length,
        captions: new Set(icons.map(({ caption }) => caption)).size,
      }))
      .filter((row) => split === undefined || row.split === split);
    if (json) return print(rows.map((row) => `${JSON.stringify(row)}\n`));
    const cells = rows.map((row) => [
      ...[row.set, row.artist, row.family, row.split, row.licence].map((cell) => printable(cell, 60)),
      ...[row.icons, row.captions].map((count) => count.toLocaleString('en')),
      printable(row.version ?? '', 60),
    ]);
    const head = ['set', 'artist', 'family', 'split', 'licence', 'icons', 'captions', 'version'];
    const total = rows.reduce((sum, row) => sum + row.icons, 0);
    return print([
      `${terminalTable({ head, rows: cells, gap: 2, left: [0, 1, 2, 3, 4, 7] })}\n`,
      `${rows.length} sets of ${new Set(rows.map(({ family }) => family)).size} families, ${total.toLocaleString('en')} icons\n`,
    ]);
  });
}
