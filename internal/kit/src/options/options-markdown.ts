import type { OptionTable, Row, Rows } from './options';

/** The table of a README: a line for each option with its rule, its default and its help. */
export function optionsMarkdown<R extends Rows>({ rows }: OptionTable<R>): string {
  const lines = Object.entries<Row>(rows).map(([name, row]) => [
    `\`${name}\``,
    row.what,
    defaultOf(row),
    row.help ?? '',
  ]);
  return [['option', 'must be', 'default', ''], ['-', '-', '-', '-'], ...lines]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function defaultOf({ isOptional, fallback }: Row): string {
  if (isOptional !== true) return 'required';
  return fallback === undefined
    ? ''
    : `\`${typeof fallback === 'string' ? fallback : JSON.stringify(fallback)}\``;
}
