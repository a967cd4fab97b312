import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { saveFile } from '../../../parts/take-away';
import type { DistinctWord } from '../rate/summary';
import { shownRating } from './marked';

const columns = ['Word', 'Times', 'Rating', 'Step', 'Lemma'];

/** Every word with its values, for those who read tables, and as a file. */
export function ValueTable({ words }: { readonly words: readonly DistinctWord[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="values" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All words as a table</summary>
      {isOpen && (
        <>
          <WideTable label="All words as a table" columns={columns} rows={words.map(cellsOf)} />
          <Button
            sign="down"
            onClick={() => saveFile('words.tsv', asTsv(words), 'text/tab-separated-values')}
          >
            Save as TSV
          </Button>
        </>
      )}
    </details>
  );
}

function cellsOf({ word, times }: DistinctWord): string[] {
  const { text, rating, isLeftOut } = word;
  const name = text.toLowerCase();
  if (rating === undefined) return [name, String(times), '', 'unknown', ''];
  return [
    name,
    String(times),
    shownRating(rating.rating),
    isLeftOut ? `${rating.via}, left out` : rating.via,
    rating.lemma,
  ];
}

function asTsv(words: readonly DistinctWord[]): string {
  const rows = [columns, ...words.map(cellsOf)];
  // White space within a phrase may be a tab or an end of line.
  return rows.map((row) => `${row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`).join('');
}

interface WideTableProps {
  /** What the table is, for a screen reader. */
  readonly label: string;
  readonly columns: readonly string[];
  /** The cells of each row; the first names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A table that scrolls in its own box, by keys too. */
function WideTable({ label, columns, rows }: WideTableProps): ComponentChildren {
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
