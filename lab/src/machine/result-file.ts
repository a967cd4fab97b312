import { existsSync } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import { InputError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { streamSeed } from '@slipform/kit/random/hash';
import { quoted } from '@slipform/kit/text/printable';
import type { MeasuredRun, Measurement, Row } from '../row';
import type { Run } from '../run';

/** Far above what an experiment writes. */
const LARGEST_MEBIBYTES = 64;
/** The last row of a run; one without it was interrupted. */
const DONE = 'done';

/** What made a run's rows; unknown of those that were measured before it was noted. */
export interface Origin {
  readonly version: string | null;
  readonly commit: string | null;
  /** Whether files of the commit were changed. */
  readonly changed: boolean | null;
}

/** When a run was measured, and what it cost. */
export interface Timing {
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  /** Of all threads of the process; null where runs went on side by side. */
  readonly processorSeconds: number | null;
}

/** The last row of a run. */
interface DoneRow extends Row, Origin, Timing {
  /** Hash of the run's settings. */
  readonly settings: string | null;
}

interface FinishedRun extends MeasuredRun {
  readonly settings: string | null;
}

/**
 * The rows of an experiment as JSON lines. Runs are appended as they end, each in one write with a last row that says so:
 * a run can be stopped at any moment and goes on where it was.
 */
export class ResultFile {
  private constructor(
    private readonly file: string,
    private readonly finished: Map<string, FinishedRun>,
  ) {}

  /** @throws InputError if the file holds something else; what an interrupted run left is cut off. */
  static async open(file: string, experiment: string): Promise<ResultFile> {
    if (!existsSync(file)) {
      await writeFileWhole(file, '');
      return new ResultFile(file, new Map());
    }
    const text = await readTextFile(file, LARGEST_MEBIBYTES);
    const { runs, end } = parse(file, text, experiment);
    if (end < text.length) await truncate(file, Buffer.byteLength(text.slice(0, end)));
    return new ResultFile(file, runs);
  }

  /** Finished runs of a file that another process may be writing to; nothing is cut off. */
  static async read(file: string, experiment: string): Promise<readonly MeasuredRun[]> {
    return [...parse(file, await readTextFile(file, LARGEST_MEBIBYTES), experiment).runs.values()];
  }

  /**
   * Whether the file has the rows of this run.
   *
   * @throws InputError if it has rows of that variant and seed that other settings gave
   */
  has(run: Run): boolean {
    const finished = this.finished.get(keyOf(run));
    if (finished === undefined) return false;
    if (finished.settings === null || finished.settings === settingsOf(run)) return true;
    throw new InputError(
      `${this.file} holds ${run.variant}, seed ${run.seed}, of a run with other options; give another --out, or --force to measure all anew.`,
    );
  }

  runs(): readonly MeasuredRun[] {
    return [...this.finished.values()];
  }

  async append(run: Run, rows: readonly Measurement[], origin: Origin & Timing): Promise<void> {
    const { experiment, variant, seed } = run;
    const settings = settingsOf(run);
    const measured = rows.map(
      ({ metric, kind, step, value }): Row => ({
        ...{ experiment, variant, seed, metric },
        ...(kind === undefined ? {} : { kind }),
        ...(step === undefined ? {} : { step }),
        value: round(value),
      }),
    );
    const done: DoneRow = { experiment, variant, seed, metric: DONE, value: 1, settings, ...origin };
    await appendFile(this.file, [...measured, done].map((row) => `${JSON.stringify(row)}\n`).join(''));
    this.finished.set(keyOf(run), { variant, seed, rows: measured, settings });
  }
}

/** Runs with one key are one run, whichever process measured it. */
export function keyOf({ variant, seed }: { readonly variant: string; readonly seed: number }): string {
  return `${variant} ${seed}`;
}

/** A hash of all that decides what a run measures, but for its seed. */
export function settingsOf({ experiment, variant, seed, start, ...rest }: Run): string {
  const settings = start ? { ...rest, start: start.sha256 } : rest;
  return (streamSeed(0, JSON.stringify(settings)) >>> 0).toString(16).padStart(8, '0');
}

/** Reads finished runs, and says where the last of them ends. */
function parse(file: string, text: string, experiment: string) {
  const runs = new Map<string, FinishedRun>();
  let pending: { key: string; rows: Row[] } | undefined;
  let end = 0;
  for (let at = 0; ; ) {
    const next = text.indexOf('\n', at);
    if (next < 0) return { runs, end };
    const row = rowOf(file, text.slice(at, next), experiment);
    at = next + 1;
    const key = keyOf(row);
    if (pending?.key !== key) pending = { key, rows: [] };
    if (row.metric === DONE) {
      const { variant, seed } = row;
      const { settings = null } = row as Partial<DoneRow>;
      runs.set(key, { variant, seed, rows: pending.rows, settings });
      pending = undefined;
      end = at;
    } else pending.rows.push(row);
  }
}

function rowOf(file: string, line: string, experiment: string): Row {
  const row = parsed(line);
  const isRow =
    typeof row === 'object' &&
    row !== null &&
    row.experiment === experiment &&
    typeof row.variant === 'string' &&
    Number.isSafeInteger(row.seed) &&
    typeof row.metric === 'string' &&
    (row.value === null || typeof row.value === 'number');
  if (isRow) return row as Row;
  throw new InputError(
    `${file}: each line must be a row of the experiment ${experiment} with variant, seed, metric and value, got ${quoted(line)}; correct or remove it.`,
  );
}

function parsed(line: string): Partial<Row> | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Six digits: more would be noise, and results are committed. */
function round(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}
