import { choice, described, flag, listOf, optional, text } from '@slipform/kit/options/options';

/** Which sets a command reads. */
export const corpusRows = {
  root: described(
    'folder whose node_modules, or those above it, hold the sets (default: the working directory)',
    optional(text('the name of a folder', '<folder>')),
  ),
  sets: described(
    'prefixes such as lucide,tabler; all for what is installed and may be used; core for the dozen of the benchmark',
    optional(listOf(text('the prefix of a set'), 'all, core or a list of prefixes', { min: 1 }), ['all']),
  ),
};

export const splitRow = described(
  'icons of this split alone',
  optional(choice(['train', 'validation', 'test'])),
);

export const outputRow = described(
  'file to write (default: standard output)',
  optional(text('the name of a file', '<file>')),
);

/** A row for a switch. */
export function flagRow(help: string) {
  return described(help, optional(flag(), false));
}
