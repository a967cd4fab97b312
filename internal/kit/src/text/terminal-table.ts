export interface TerminalTable {
  /** Names of the columns; a line feed begins another line of the cell. */
  readonly head: readonly string[];
  /** Cells; what a file says must have gone through `printable`. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Spaces between columns. Default 1. */
  readonly gap?: number;
  /** Columns of text, which stand on the left. Default the first one. */
  readonly left?: readonly number[];
}

/** A table without lines and colours for the terminal and for READMEs: names on the left, numbers on the right. */
export function terminalTable({ head, rows, gap = 1, left = [0] }: TerminalTable): string {
  const cells = [head, ...rows].map((row) => head.map((_, column) => `${row[column] ?? ''}`.split('\n')));
  const lines = cells.flatMap((row) =>
    Array.from({ length: Math.max(...row.map(({ length }) => length)) }, (_, line) =>
      row.map((cell) => cell[line] ?? ''),
    ),
  );
  const widths = head.map((_, column) =>
    lines.reduce((most, line) => Math.max(most, lengthOf(line[column]!)), 0),
  );
  const padded = (text: string, column: number) => {
    const space = ' '.repeat(widths[column]! - lengthOf(text));
    return left.includes(column) ? text + space : space + text;
  };
  return lines.map((line) => line.map(padded).join(' '.repeat(gap)).trimEnd()).join('\n');
}

const lengthOf = (text: string) => [...text].length;
