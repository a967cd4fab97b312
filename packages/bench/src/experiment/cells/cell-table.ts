import { existsSync } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import { quoted } from '@slipform/kit/printable';
import { readTextFile } from '@slipform/kit/read-text-file';
import { writeFileWhole } from '@slipform/kit/write-file';
import { type Cell, cellKey, type Measurement } from './cell';

const HEADER = 'study,arm,seed,metric,of,value';
/** Far above what a study writes. */
const LARGEST_MEBIBYTES = 64;
/** The last row of a cell; one without it was interrupted. */
const DONE = 'done';

export interface MeasuredCell {
  readonly arm: string;
  readonly seed: number;
  readonly measurements: readonly Measurement[];
}

/** One measured number of a cell; NaN where it has none. */
export function measured({ measurements }: MeasuredCell, metric: string, of: string): number {
  return measurements.find((each) => each.metric === metric && each.of === of)?.value ?? Number.NaN;
}

/**
 * The table of an experiment: a CSV in long form, one row for each number. Cells are appended as they end, each in one
 * write with a last row that says so, so that a run can be stopped at any moment and goes on where it was.
 */
export class CellTable {
  private constructor(
    private readonly file: string,
    private readonly study: string,
    private readonly found: Map<string, MeasuredCell>,
  ) {}

  /** @throws InputError where the file is not a table of this study; what an interrupted run left of a cell is cut off. */
  static async open(file: string, study: string): Promise<CellTable> {
    if (!existsSync(file)) {
      await writeFileWhole(file, `${HEADER}\n`);
      return new CellTable(file, study, new Map());
    }
    const text = await readTextFile(file, LARGEST_MEBIBYTES);
    const { cells, end } = parse(file, text, study);
    if (end < text.length) await truncate(file, Buffer.byteLength(text.slice(0, end)));
    return new CellTable(file, study, cells);
  }

  /** Whole cells of a table that another run may be writing to: nothing is cut off. */
  static async read(file: string, study: string): Promise<MeasuredCell[]> {
    return [...parse(file, await readTextFile(file, LARGEST_MEBIBYTES), study).cells.values()];
  }

  has(cell: Pick<Cell, 'arm' | 'seed'>): boolean {
    return this.found.has(cellKey(cell));
  }

  cells(): MeasuredCell[] {
    return [...this.found.values()];
  }

  async append(cell: MeasuredCell): Promise<void> {
    const row = (metric: string, of: string, value: number) =>
      `${[this.study, cell.arm, cell.seed, metric, of, value].map(String).map(quote).join(',')}\n`;
    const rows = cell.measurements.map(({ metric, of, value }) => row(metric, of, round(value)));
    await appendFile(this.file, `${rows.join('')}${row(DONE, '', 1)}`);
    this.found.set(cellKey(cell), cell);
  }
}

/** Reads whole cells, and says where the last of them ends. */
function parse(file: string, text: string, study: string) {
  if (!text.startsWith(`${HEADER}\n`)) {
    throw new InputError(
      `${file} is no table of an experiment: it must begin with ${HEADER}; name another file`,
    );
  }
  const cells = new Map<string, MeasuredCell>();
  let pending: { arm: string; seed: number; measurements: Measurement[] } | undefined;
  let end = HEADER.length + 1;
  for (let at = end; ; ) {
    const next = text.indexOf('\n', at);
    if (next < 0) return { cells, end };
    const fields = split(text.slice(at, next));
    at = next + 1;
    const [of, arm = '', seed, metric = '', about = '', value] = fields;
    if (
      fields.length !== 6 ||
      of !== study ||
      !Number.isSafeInteger(Number(seed)) ||
      Number.isNaN(Number(value))
    ) {
      throw new InputError(
        `${file}: a row of the study ${study} must have six fields (${HEADER}), got ${quoted(String(fields))}; correct or remove it`,
      );
    }
    if (pending?.arm !== arm || pending.seed !== Number(seed))
      pending = { arm, seed: Number(seed), measurements: [] };
    if (metric === DONE) {
      cells.set(cellKey(pending), pending);
      pending = undefined;
      end = at;
    } else pending.measurements.push({ metric, of: about, value: Number(value) });
  }
}

function split(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

function quote(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Six digits: more would be noise, and the table is committed. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}
