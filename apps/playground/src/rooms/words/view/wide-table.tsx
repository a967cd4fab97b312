import type { ComponentChildren } from 'preact';

export interface WideTableProps {
  /** What the table is, for a screen reader. */
  readonly label: string;
  readonly columns: readonly string[];
  /** The cells of each row; the first names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A table that scrolls in its own box, by keys too. */
export function WideTable({ label, columns, rows }: WideTableProps): ComponentChildren {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, so that keys scroll it
    <section class="wide-table" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
