import { nothingWritten, withInterruption } from '@slipform/kit/command/interruption';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, integer } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import { splitOf } from '../corpus/sets/families';
import { contactSheet } from '../drawing/contact-sheet';
import { conceptIcons } from './concept-icons';
import { corpusRows, outputRow, splitRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { print } from './print';

const table = defineOptions('slipform-icons sheet', {
  ...corpusRows,
  split: splitRow,
  output: outputRow,
  every: flagRow('every drawing of each artist, not only the plain form of one set'),
  columns: row('drawings in a row', integer({ min: 1, max: 100 }), 6),
  size: row('edge of a drawing in pixels', integer({ min: 8, max: 512 }), 48),
  theme: row('auto is light or dark as the system of its reader', choice(['auto', 'light', 'dark']), 'auto'),
  force: flagRow('overwrite the output'),
});

/** `slipform-icons sheet` */
export function addSheetCommand(program: Command): void {
  const command = program
    .command('sheet')
    .description(
      'Show how artists draw a concept: one drawing by each on one sheet, as SVG, or as a page if the output ends in .html.',
    )
    .argument('<concepts...>', 'names such as umbrella or "bell off"');
  addOptions(command, table, { output: '-o, --output <file>' }).action(
    async (concepts: string[], given: unknown) => {
      const { split, output, every, columns, size, theme, force, ...which } = table.read(given);
      const draw = async (): Promise<{ sheet: string; drawn: string }> => {
        const { icons } = await openForCommand(which);
        const own = icons.filter((icon) => split === undefined || splitOf(icon) === split);
        const groups = concepts.flatMap((concept) =>
          conceptIcons(own, concept, every).map((icon) => ({
            icons: [{ icon, label: icon.artist }],
            ...(concepts.length > 1 && { title: concept }),
          })),
        );
        const artists = new Set(groups.map(({ icons: [one] }) => one!.label)).size;
        const drawn = `${artists} ${artists === 1 ? 'artist' : 'artists'}`;
        const names = concepts.map((concept) => `“${concept}”`).join(', ');
        const title = `${names} by ${drawn}`;
        const svg = contactSheet(groups, { columns, size, theme, title });
        return { sheet: output?.toLowerCase().endsWith('.html') ? sheetPage(title, svg) : svg, drawn };
      };
      if (output === undefined || output === '-') return print([(await draw()).sheet]);
      await withInterruption(nothingWritten(), (signal) =>
        withOutputFile({ file: output, name: '--output', force, inputs: [] }, async (save) => {
          const { sheet, drawn } = await draw();
          signal.throwIfAborted();
          await save(sheet);
          process.stderr.write(`wrote ${output}: ${drawn}\n`);
        }),
      );
    },
  );
}

/** What the page may do, should a drawing ever ask for more: have styles of its own. No scripts, nothing from anywhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page with a sheet in it. */
export function sheetPage(title: string, svg: string): string {
  const plain = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return (
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<title>${plain}</title>\n` +
    `<body style="margin: 1rem">\n${svg}</body>\n</html>\n`
  );
}
