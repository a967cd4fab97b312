import { type Line, longestLine, readLineBatches } from '../files/read-lines';
import { lineProblem, type Placed } from './placed';

type Row = Placed<readonly string[]>;

/**
 * The rows of a TSV, header and all, as they come. A cell that begins and ends with a quote is unquoted if a writer that
 * quotes only where it must (pandas, NegCLIP's, ours) would have quoted it: if it holds a quote (doubled), a tab, a line
 * break or nothing. `"A dog."` stays as it stands, and so does a quote that is never closed: tables of captions are
 * written without quoting, too. Where all cells of the header are quoted, all cells are. A row's number is that of its
 * last line.
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} as `readLineBatches`
 */
export async function* readTsvRows(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Row[]> {
  const splitter = createSplitter();
  for await (const lines of readLineBatches(stream, { name })) {
    for (const line of lines) splitter.feed(line);
    yield splitter.take();
  }
  splitter.end();
  yield splitter.take();
}

/** A cell as it stands, and what is within its quotes if it has some. */
interface Cell {
  readonly raw: string;
  readonly inside?: string;
}

/** A row whose last cell has been opened by a quote and not been closed. */
interface OpenRow {
  readonly cells: Cell[];
  /** What the open cell has so far. */
  inside: string;
  readonly lines: Line[];
}

function createSplitter() {
  let open: OpenRow | undefined;
  let quotesAll: boolean | undefined;
  let rows: Row[] = [];
  const push = ({ number }: Line, value: readonly string[]) => {
    rows.push({ place: `line ${number}`, number, value });
  };
  const pushCells = (line: Line, cells: readonly Cell[]) => {
    quotesAll ??= cells.every(({ inside }) => inside !== undefined);
    const value = cells.map((cell) => textOf(cell, quotesAll === true));
    push(line, value);
  };
  const feed = (line: Line): void => {
    const { text, problem } = line;
    if (open !== undefined) {
      open.lines.push(line);
      const state = problem === undefined ? extend(open, text) : 'broken';
      if (state === 'open' && open.inside.length <= longestLine) return;
      const { cells, lines } = open;
      open = undefined;
      if (state === 'whole') pushCells(line, cells);
      else giveUp(lines);
    } else if (problem !== undefined) rows.push(lineProblem(line));
    else if (text.trim() === '') return;
    else if (!text.includes('"')) {
      quotesAll ??= false;
      push(line, text.split('\t'));
    } else {
      const row: OpenRow = { cells: [], inside: '', lines: [line] };
      if (addCells(row, text, 0) === 'whole') pushCells(line, row.cells);
      else open = row;
    }
  };
  /** The quote was a character. Of the lines behind the first, none opens a quote but the last. */
  const giveUp = ([first, ...others]: readonly Line[]): void => {
    quotesAll ??= false;
    push(first!, first!.text.split('\t'));
    for (const line of others) feed(line);
  };
  return {
    feed,
    /** There is no further line. */
    end(): void {
      while (open !== undefined) {
        const { lines } = open;
        open = undefined;
        giveUp(lines);
      }
    },
    /** The rows since the last time. */
    take(): Row[] {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

/** Goes on with the open cell of a row. */
function extend(row: OpenRow, text: string): 'whole' | 'open' | 'broken' {
  const close = closingQuote(text, 0);
  row.inside += `\n${close < 0 ? text : text.slice(0, close)}`;
  if (close < 0) return 'open';
  if (close + 1 < text.length && text[close + 1] !== '\t') return 'broken';
  row.cells.push({ raw: `"${row.inside}"`, inside: row.inside });
  return close + 1 === text.length ? 'whole' : addCells(row, text, close + 2);
}

/** Adds the cells of a text from a place on. */
function addCells(row: OpenRow, text: string, start: number): 'whole' | 'open' {
  for (let at = start; ; ) {
    const close = text[at] === '"' ? closingQuote(text, at + 1) : undefined;
    if (close !== undefined && close < 0) {
      row.inside = text.slice(at + 1);
      return 'open';
    }
    const isQuoted = close !== undefined && (close + 1 === text.length || text[close + 1] === '\t');
    const tab = isQuoted ? close + 1 : text.indexOf('\t', at);
    const end = tab < 0 ? text.length : tab;
    const raw = text.slice(at, end);
    row.cells.push(isQuoted ? { raw, inside: raw.slice(1, -1) } : { raw });
    if (end === text.length) return 'whole';
    at = end + 1;
  }
}

/** The first quote that is not doubled; −1 where there is none. */
function closingQuote(text: string, start: number): number {
  let close = text.indexOf('"', start);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}

function textOf({ raw, inside }: Cell, quotesAll: boolean): string {
  const isQuoted = inside !== undefined && (quotesAll || inside === '' || /["\t\n]/.test(inside));
  return isQuoted ? inside.replaceAll('""', '"') : raw;
}
