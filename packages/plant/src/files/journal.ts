import { type FileHandle, lstat, open, readFile, rm } from 'node:fs/promises';
import { InputError } from '@slipform/concreteness';

/** What makes an output what it is: the input's and the options' names with what they were. */
export type Fingerprint = Readonly<Record<string, string | number>>;

export interface JournalEntry {
  /** Size of the partial file when the block was finished. */
  readonly bytes: number;
  /** What the writer must know to go on. */
  readonly state: unknown;
}

/** The journal beside a partial file: a line for what is made, then a line for each finished block. */
export interface Journal {
  /** Blocks that an earlier run finished. */
  readonly finished: readonly JournalEntry[];
  add(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

const format = 'slipform-plant journal 1';

/** Begins a journal. */
export async function beginJournal(file: string, fingerprint: Fingerprint): Promise<Journal> {
  const head = `${JSON.stringify({ format, fingerprint })}\n`;
  const handle = await open(file, 'wx');
  await handle.writeFile(head);
  return journalOn(handle, Buffer.byteLength(head), []);
}

/**
 * Goes on with a journal. A last line that is cut off counts for nothing.
 *
 * @throws {InputError} if the journal is of another input, of other options, or broken
 */
export async function continueJournal(
  output: string,
  file: string,
  fingerprint: Fingerprint,
  partialBytes: number,
): Promise<Journal> {
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n').slice(0, -1);
  const head = parse(lines[0] ?? '');
  if (!isRecord(head) || head.format !== format || !isRecord(head.fingerprint)) {
    throw new InputError(`cannot resume ${output}: ${file} is no journal; pass --force to start again.`);
  }
  const changed = Object.keys({ ...head.fingerprint, ...fingerprint }).find(
    (name) => (head.fingerprint as Record<string, unknown>)[name] !== fingerprint[name],
  );
  if (changed !== undefined) {
    const [before, now] = [head.fingerprint[changed], fingerprint[changed]].map(show);
    throw new InputError(
      `cannot resume ${output}: ${changed} was ${before} and is ${now}; run it as before, or pass --force without --resume to start again.`,
    );
  }
  const finished: JournalEntry[] = [];
  let size = Buffer.byteLength(`${lines[0]}\n`);
  for (const line of lines.slice(1)) {
    const entry = parse(line);
    if (!isRecord(entry) || typeof entry.bytes !== 'number' || entry.bytes > partialBytes) break;
    finished.push({ bytes: entry.bytes, state: entry.state });
    size += Buffer.byteLength(line) + 1;
  }
  const handle = await open(file, 'r+');
  await handle.truncate(size);
  return journalOn(handle, size, finished);
}

function journalOn(handle: FileHandle, start: number, finished: readonly JournalEntry[]): Journal {
  let size = start;
  return {
    finished,
    async add(entry) {
      if ((await handle.stat()).size !== size) {
        throw new InputError('another run writes the same output; let one of them end.');
      }
      const line = Buffer.from(`${JSON.stringify(entry, bigintsAsText)}\n`);
      await handle.write(line, 0, line.length, size);
      size += line.length;
    },
    close: () => handle.close(),
  };
}

/** Whether a run left something to go on with. @throws {InputError} if what lies there is no file */
export async function isThere(file: string): Promise<boolean> {
  const stat = await lstat(file).catch(() => undefined);
  if (stat && !stat.isFile()) throw new InputError(`${file} is in the way; remove it.`);
  return stat !== undefined;
}

/** Removes files, there or not. */
export async function remove(...files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line, textAsBigints);
  } catch {
    return undefined;
  }
}

/** Parquet's metadata count in bigints, which JSON has not. */
function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { bigint: String(value) } : value;
}

function textAsBigints(_: string, value: unknown): unknown {
  return isRecord(value) && typeof value.bigint === 'string' ? BigInt(value.bigint) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = value === undefined ? 'not set' : String(value);
  return text.length > 24 ? `${text.slice(0, 12)}…` : text;
}
