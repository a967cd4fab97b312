import { addOptions } from '@slipform/kit/options/add-options';
import { defineOptions } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import { splitOf } from '../corpus/sets/families';
import { corpusRows, flagRow, splitRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { print } from './print';
import { textTable } from './text-table';

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
      row.set,
      row.artist,
      row.family,
      row.split,
      row.licence,
      row.icons,
      row.captions,
      row.version ?? '',
    ]);
    const head = ['set', 'artist', 'family', 'split', 'licence', 'icons', 'captions', 'version'];
    const total = rows.reduce((sum, row) => sum + row.icons, 0);
    return print([
      `${textTable(head, cells)}\n`,
      `${rows.length} sets of ${new Set(rows.map(({ family }) => family)).size} families, ${total.toLocaleString('en')} icons\n`,
    ]);
  });
}
