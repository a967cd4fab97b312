import Table from 'cli-table3';

export interface TerminalTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Spaces between columns. Default 1. */
  readonly gap?: number;
  /** Columns of text, which stand on the left as the first one does. */
  readonly left?: readonly number[];
}

/** A table without lines for the terminal: the first column on the left, numbers on the right. */
export function terminalTable({ head, rows, gap = 1, left = [0] }: TerminalTable): string {
  const sides = ['top', 'bottom', 'left', 'right', 'mid'];
  const parts = sides.flatMap((side) => ['', '-mid', '-left', '-right'].map((part) => `${side}${part}`));
  const table = new Table({
    head: [...head],
    chars: { ...Object.fromEntries(parts.map((part) => [part, ''])), middle: '' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap, compact: true },
    colAligns: head.map((_, column) => (left.includes(column) ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
