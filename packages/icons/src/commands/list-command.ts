import { addOptions } from '@slipform/kit/options/add-options';
import { defineOptions } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import type { Command } from 'commander';
import { splitOf } from '../corpus/sets/families';
import { corpusRows, flagRow, splitRow } from './corpus-rows';
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

/** A table for a terminal. Columns of numbers stand on the right; a cell holds no control characters. */
function textTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumber = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const lines = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : printable(cell, 60))),
  );
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
