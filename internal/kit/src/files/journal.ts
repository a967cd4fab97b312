import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { InputError } from '../errors/input-error';
import { isJsonObject, parseJson } from '../formats/parse-json';
import { differenceOf, type Fingerprint } from '../shards/fingerprint';
import { writeFileWhole } from './write-file';

export interface JournalEntry {
  /** Size of the partial file when the block was finished. */
  readonly bytes: number;
  /** SHA-256 of the partial file up to there. */
  readonly sha256: string;
  /** What the writer must know to go on. */
  readonly state: unknown;
}

/** What an earlier run wrote down. */
export interface LeftJournal {
  /** The entries before the first that is damaged. */
  readonly entries: readonly JournalEntry[];
  /** Whether entries follow that are damaged; a last line that is cut off doesn't count. */
  readonly isDamaged: boolean;
  /** Goes on behind so many of the entries; the others are dropped. */
  continueBehind(entries: number): Promise<Journal>;
}

/**
 * The journal beside a partial file: a line for what is made, then a line for each finished block. Each line begins with
 * a hash over itself and all lines before, so that none can be changed, dropped, doubled or moved unnoticed.
 */
export interface Journal {
  add(entry: JournalEntry): Promise<void>;
  close(): Promise<void>;
}

const name = 'slipform-plant journal';
const format = `${name} 2`;
const longestHead = 64 * 1024;
/** A block takes some 1 to 20 kB. */
const longestJournal = 256 * 1024 * 1024;

/** Begins a journal. It comes into being with its first line, so that it can be known as ours from then on. */
export async function beginJournal(file: string, fingerprint: Fingerprint): Promise<Journal> {
  const head = JSON.stringify({ format, fingerprint });
  await writeFileWhole(file, `${head}\n`);
  return journalOn(await open(file, 'r+'), Buffer.byteLength(head) + 1, chain('', head));
}

/** Whether a file is a journal of ours, of this version or another. */
export async function isJournal(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const start = `{"format":"${name} `;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(start.length), 0, start.length, 0);
    return buffer.toString('utf8', 0, bytesRead) === start;
  } finally {
    await handle.close();
  }
}

/**
 * Reads what an earlier run left.
 *
 * @throws {InputError} if the journal is of another input, of other options, or can't be read
 */
export async function readJournal(
  output: string,
  file: string,
  fingerprint: Fingerprint,
): Promise<LeftJournal> {
  const again = 'pass --force without --resume to start again';
  if ((await stat(file)).size > longestJournal) {
    throw new InputError(`cannot resume ${output}: ${file} is larger than 256 MiB; ${again}.`);
  }
  const bytes = await readFile(file);
  const lineAt = (start: number) => {
    const end = bytes.indexOf('\n', start);
    return end === -1 ? undefined : { text: bytes.toString('utf8', start, end), end: end + 1 };
  };
  const first = lineAt(0);
  const head = readHead(first?.text ?? '', file);
  if (!first || !head || head.format !== format) {
    const reason = head ? 'was written by another version' : 'is damaged';
    throw new InputError(`cannot resume ${output}: ${file} ${reason}; ${again}.`);
  }
  const difference = differenceOf(head.fingerprint, fingerprint);
  if (difference !== undefined) {
    throw new InputError(`cannot resume ${output}: ${difference}; run it as before, or ${again}.`);
  }
  const entries: JournalEntry[] = [];
  // Where the journal goes on behind so many entries.
  const ends = [{ size: first.end, check: chain('', first.text) }];
  for (;;) {
    const { size, check } = ends.at(-1)!;
    const line = lineAt(size);
    if (!line) break;
    const body = line.text.slice(checkLength + 1);
    const own = chain(check, body);
    const entry = line.text === `${own} ${body}` ? readEntry(body, entries.at(-1)?.bytes ?? 0) : undefined;
    if (!entry) break;
    entries.push(entry);
    ends.push({ size: line.end, check: own });
  }
  return {
    entries,
    isDamaged: lineAt(ends.at(-1)!.size) !== undefined,
    async continueBehind(count) {
      const { size, check } = ends[count]!;
      const handle = await open(file, 'r+');
      await handle.truncate(size);
      return journalOn(handle, size, check);
    },
  };
}

function journalOn(handle: FileHandle, start: number, startCheck: string): Journal {
  let size = start;
  let check = startCheck;
  return {
    async add(entry) {
      const body = JSON.stringify(entry, bigintsAsText);
      check = chain(check, body);
      const line = Buffer.from(`${check} ${body}\n`);
      await writeAt(handle, line, size);
      size += line.length;
    },
    close: () => handle.close(),
  };
}

/** What is thrown where a block's state is not what its writer noted. */
export function damagedJournal(): InputError {
  return new InputError(
    'the journal of the unfinished run is damaged; pass --force without --resume to start again.',
  );
}

/** Characters of a line's hash: enough to find damage. */
const checkLength = 32;

function chain(before: string, line: string): string {
  return createHash('sha256').update(before).update(line).digest('hex').slice(0, checkLength);
}

/** Writes all bytes at a place of a file; a full disk may take some of them before it is an error. */
export async function writeAt(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}

function readHead(line: string, file: string) {
  try {
    const head = line.length > longestHead ? undefined : parseJson(line, file, { maxDepth: 10 });
    if (!isJsonObject(head) || typeof head.format !== 'string') return undefined;
    const { format, fingerprint } = head;
    return isJsonObject(fingerprint) ? { format, fingerprint } : undefined;
  } catch {
    return undefined;
  }
}

function readEntry(body: string, leastBytes: number): JournalEntry | undefined {
  const entry: unknown = JSON.parse(body, textAsBigints);
  if (!isJsonObject(entry)) return undefined;
  const { bytes, sha256, state } = entry;
  const isEntry =
    typeof bytes === 'number' &&
    Number.isSafeInteger(bytes) &&
    bytes >= leastBytes &&
    typeof sha256 === 'string';
  return isEntry ? { bytes, sha256, state } : undefined;
}

/** Parquet's metadata count in bigints, which JSON has not. */
export function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { bigint: String(value) } : value;
}

export function textAsBigints(_: string, value: unknown): unknown {
  return isJsonObject(value) && typeof value.bigint === 'string' ? BigInt(value.bigint) : value;
}
