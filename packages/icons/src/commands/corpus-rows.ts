import { fileRow, folderRow, row } from '@slipform/kit/options/command-rows';
import { choice, listOf, text } from '@slipform/kit/options/options';

/** Which sets a command reads. */
export const corpusRows = {
  root: folderRow(
    'folder whose node_modules, or those above it, hold the sets (default: the working directory)',
  ),
  sets: row(
    'prefixes such as lucide,tabler; all for what is installed and may be used; core for the dozen of the benchmark',
    listOf(text('the prefix of a set'), 'all, core or a list of prefixes', { min: 1 }),
    ['all'],
  ),
};

export const splitRow = row('icons of this split alone', choice(['train', 'validation', 'test']));

export const outputRow = fileRow('file to write (default: standard output)');
