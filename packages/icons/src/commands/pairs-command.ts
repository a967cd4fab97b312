import { nothingWritten, withInterruption } from '@slipform/kit/command/interruption';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, integer } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import type { MinimalPair } from '../corpus/icon';
import { minimalPairs } from '../corpus/minimal-pairs/minimal-pairs';
import { splitOf } from '../corpus/sets/families';
import { exportRows } from '../export/export-options';
import { corpusRows, outputRow, splitRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { print } from './print';

const { perWord, perWordPair, seed } = exportRows;

const table = defineOptions('slipform-icons pairs', {
  ...corpusRows,
  split: splitRow,
  output: outputRow,
  format: row('jsonl or csv (default: by the name of the output, else jsonl)', choice(['jsonl', 'csv'])),
  limit: row('at most so many pairs', integer({ min: 1 })),
  perWord,
  perWordPair,
  seed,
  force: flagRow('overwrite the output'),
});

/** `slipform-icons pairs` */
export function addPairsCommand(program: Command): void {
  const command = program
    .command('pairs')
    .description(
      'Print minimal pairs: two icons of one set whose names differ in one word, such as "cloud off" and "cloud check".',
    );
  addOptions(command, table, { output: '-o, --output <file>' }).action(async (given: unknown) => {
    const { split, output, limit, seed, perWord, perWordPair, force, format, ...which } = table.read(given);
    const form = format ?? (output?.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl');
    const find = async () => {
      const { icons } = await openForCommand(which);
      const own = icons.filter((icon) => split === undefined || splitOf(icon) === split);
      const limits = {
        ...(limit !== undefined && { max: limit }),
        ...(perWord !== undefined && { perWord }),
        ...(perWordPair !== undefined && { perWordPair }),
      };
      const pairs = minimalPairs(own, { seed, ...limits });
      return { lines: linesOf(pairs, form), count: pairs.length };
    };
    if (output === undefined || output === '-') return print((await find()).lines);
    await withInterruption(nothingWritten(), (signal) =>
      withOutputFile({ file: output, name: '--output', force, inputs: [] }, async (save) => {
        const { lines, count } = await find();
        signal.throwIfAborted();
        await save(lines);
        process.stderr.write(
          `wrote ${output}: ${count.toLocaleString('en')} ${count === 1 ? 'pair' : 'pairs'}\n`,
        );
      }),
    );
  });
}

const columns = ['id', 'set', 'artist', 'split', 'caption_0', 'caption_1', 'slot', 'word_0', 'word_1'];

function* linesOf(pairs: readonly MinimalPair[], format: 'jsonl' | 'csv'): Generator<string> {
  if (format === 'csv') yield `${columns.join(',')}\n`;
  for (const { id, icons, slot, words } of pairs) {
    const [first, second] = icons;
    const cells = [
      id,
      first.set,
      first.artist,
      splitOf(first),
      first.caption,
      second.caption,
      slot,
      ...words,
    ];
    if (format === 'csv') yield `${cells.map(cellOf).join(',')}\n`;
    else yield `${JSON.stringify(Object.fromEntries(cells.map((cell, at) => [columns[at], cell])))}\n`;
  }
}

/** As in RFC 4180. */
function cellOf(value: string | number): string {
  const plain = String(value);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
