import { createHash } from 'node:crypto';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothingWritten, remarkIfInterrupted } from '../command/interruption';
import { writing } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import {
  type DoneRecord,
  doneFileOf,
  readDoneRecord,
  whyNotDone,
  writeDoneRecord,
} from '../shards/done-record';
import type { Fingerprint } from '../shards/fingerprint';
import { acquireLock, type Lock, lockBeside } from './lock';
import { type NamedFile, refuseOverwrites } from './output-guard';
import { sayIfWaiting } from './say-if-waiting';
import {
  type Content,
  draftBeside,
  dropDraft,
  openDraft,
  openStraight,
  piecesOf,
  publish,
  sweepDraftsOf,
  targetOf,
} from './write-file';

/** Where a command writes to. */
export interface Output {
  /** Whether it is a file, beside which others can lie, and neither a stream nor a device. */
  readonly isFile: boolean;
  /** What the record says of the run that made this very output before; nothing is left to do then. */
  readonly doneBefore?: { readonly summary: unknown } | undefined;
  /** Bytes that are written. */
  readonly position: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Makes a folder for what is of use until the output is there; beside it, where it is a file. */
  makeScratch(): Promise<string>;
}

export interface OutputFile {
  readonly file: string;
  /** The option that names it, for messages. Default: it is the output of the command. */
  readonly name?: string;
  /** The files that the command reads. */
  readonly inputs: readonly NamedFile[];
  /** Whether a file that is there may be replaced; an input never. */
  readonly force?: boolean | undefined;
  /** What the output depends on: a record of it is left beside the output, and a run that finds its own has nothing to do. */
  readonly fingerprint?: (() => Promise<Fingerprint>) | undefined;
  /** What is said after a signal that ends the process. Default: nothing was written. */
  readonly left?: string | undefined;
}

/** What a command that has no file as output may still overwrite. */
const printed: NamedFile = { file: '-', name: 'standard output' };

/**
 * Runs work whose result goes into one file. All that could go wrong with the file is looked at before the work, a lock keeps
 * other runs away meanwhile, and `save` makes it appear: what `output.write` wrote, and `content` behind it. "-" is standard
 * output; devices and pipes are written straight to.
 *
 * States of FILE at each moment, whatever kills the process: **old → new** (none → new). It is written beside its place,
 * brought to the disk, renamed, and the folder brought to the disk. With a fingerprint its record is written right before the
 * file appears, so that **old + record of new** is possible too: the hash in the record tells, and the next run says so.
 *
 * @throws {InputError} if the file is an input, is there and `force` is not set, is being written, or can't be written
 */
export async function withOutputFile<T>(
  rules: OutputFile,
  work: (save: (content?: Content, summary?: unknown) => Promise<void>, output: Output) => Promise<T>,
): Promise<T> {
  const { commit, discard, ...kind } = await openOutput(rules);
  let position = 0;
  let isOpen = true;
  let scratch: string | undefined;
  const output: Output = {
    isFile: kind.isFile,
    doneBefore: kind.doneBefore,
    get position() {
      return position;
    },
    async write(bytes) {
      await kind.write(bytes, position);
      position += bytes.length;
    },
    async makeScratch() {
      const place = `${rules.file}.scratch`;
      if (kind.isFile) sweepDraftsOf(place);
      const made = kind.isFile ? draftBeside(place) : await mkdtemp(join(tmpdir(), 'slipform-'));
      scratch = made;
      if (kind.isFile) await writing(rules.file, () => mkdir(made));
      return made;
    },
  };
  try {
    return await work(async (content = [], summary) => {
      for await (const piece of piecesOf(content)) {
        await output.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      }
      await commit(position, summary);
      isOpen = false;
    }, output);
  } finally {
    if (isOpen) await discard();
    if (scratch !== undefined) dropDraft(scratch);
  }
}

/** What a kind of output does with bytes; where they go to is counted for it. */
interface OpenOutput extends Pick<Output, 'isFile' | 'doneBefore'> {
  /** Writes bytes behind the `position` bytes before them. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  commit(bytes: number, summary: unknown): Promise<void>;
  discard(): Promise<void>;
}

async function openOutput(rules: OutputFile): Promise<OpenOutput> {
  const { file, name, inputs, force = false, fingerprint } = rules;
  // Undefined: standard output, a device or a pipe.
  const target = file === '-' ? undefined : await writing(file, async () => targetOf(file));
  const files = [{ file, name: name ?? 'the output' }];
  const beside = (place: string, what: string) =>
    files.push({ file: place, name: `${what} beside the output` });
  if (target !== undefined) beside(lockBeside(target), 'the lock');
  if (target !== undefined && fingerprint) beside(doneFileOf(target), 'the record');
  refuseOverwrites({ inputs, outputs: file === '-' ? files : [...files, printed] });
  if (target === undefined) return file === '-' ? standardOutput() : straightOutput(file);
  const refuseExisting = () => {
    if (force || !existsSync(target)) return;
    const remedy = name === undefined ? 'pass --force' : `give another ${name}, or --force`;
    throw new InputError(`${file} exists; ${remedy} to overwrite it.`);
  };
  if (!fingerprint) refuseExisting();
  const held = await acquireLock(lockBeside(target), { what: file });
  let isThereNow = false;
  const { left = nothingWritten() } = rules;
  const forgetRemark = remarkIfInterrupted(() => (isThereNow || !isHeld(held) ? undefined : left));
  // Released when the output is there, or is given up.
  const lock: Lock = {
    ...held,
    release() {
      forgetRemark();
      held.release();
    },
  };
  try {
    sweepDraftsOf(target);
    const made = await fingerprint?.();
    if (made && !force) {
      const record = await readDoneRecord(target);
      const isDone = existsSync(target) && (await isDoneBy(record, { file, target, made }));
      if (isDone) return finishedOutput(record!, lock);
    }
    // Another process may have finished it meanwhile.
    refuseExisting();
    return fileOutput({ file, target, lock, refuseExisting, made, appeared: () => (isThereNow = true) });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Whether this very run made what is there. @throws {InputError} where another one did, or nobody knows */
async function isDoneBy(
  record: DoneRecord | undefined,
  { file, target, made }: { readonly file: string; readonly target: string; readonly made: Fingerprint },
): Promise<boolean> {
  const fault = record
    ? await whyNotDone(target, record, made)
    : `exists, and no ${doneFileOf(file)} says what made it`;
  if (fault === undefined) return true;
  throw new InputError(`${file} ${fault}; pass --force to overwrite it, or name another output.`);
}

function finishedOutput(doneBefore: { readonly summary: unknown }, lock: Lock): OpenOutput {
  const release = async () => lock.release();
  return { isFile: true, doneBefore, write: async () => {}, commit: release, discard: release };
}

/** Standard output: an error there ends the command (see `commandMain`). */
function standardOutput(): OpenOutput {
  const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  return {
    isFile: false,
    async write(bytes) {
      if (!process.stdout.write(bytes)) await drained();
    },
    commit: async () => {},
    discard: async () => {},
  };
}

/** A device or a pipe, which has no positions. */
async function straightOutput(file: string): Promise<OpenOutput> {
  const waiting = sayIfWaiting(statSync(file).isFIFO() ? `a reader of ${file}` : undefined);
  const straight = await writing(file, () => openStraight(file)).finally(waiting.stop);
  return {
    isFile: false,
    write: (bytes) => writing(file, () => straight.write(bytes)),
    commit: () => writing(file, () => straight.close()),
    discard: () => straight.close().catch(() => {}),
  };
}

interface OpenFile {
  /** As it was named, and what it is behind links. */
  readonly file: string;
  readonly target: string;
  readonly lock: Lock;
  refuseExisting(): void;
  appeared(): void;
  /** Where it gets a record. */
  readonly made: Fingerprint | undefined;
}

/** A file, held; its draft is opened at the first byte. */
function fileOutput({ file, target, lock, refuseExisting, appeared, made }: OpenFile): OpenOutput {
  const hash = createHash('sha256');
  let draft: string | undefined;
  let opened: Promise<FileHandle> | undefined;
  const open = () => {
    draft ??= draftBeside(target);
    opened ??= openDraft(draft, target);
    return opened;
  };
  const close = async () => (await opened?.catch(() => undefined))?.close().catch(() => {});
  return {
    isFile: true,
    write: (bytes, position) =>
      writing(file, async () => {
        await writeAt(await open(), bytes, position);
        if (made) hash.update(bytes);
      }),
    async commit(bytes, summary) {
      await writing(file, async () => {
        const handle = await open();
        await handle.sync();
        lock.assertHeld();
        if (!(await isStill(handle, draft!))) {
          throw new InputError(
            `cannot write ${file}: ${draft} was replaced or removed meanwhile; run it again.`,
          );
        }
        refuseExisting();
        if (made) {
          await writeDoneRecord(target, {
            fingerprint: made,
            output: { bytes, sha256: hash.digest('hex') },
            summary,
          });
        }
        await publish(draft!, target);
        appeared();
        await close();
      });
      lock.release();
    },
    async discard() {
      await close();
      if (draft !== undefined) dropDraft(draft);
      lock.release();
    },
  };
}

/** Writes all bytes at a place of a file; a full disk may take some of them before it is an error. */
async function writeAt(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}

/** Whether a file that is open is still the one of that name. */
async function isStill(handle: FileHandle, file: string): Promise<boolean> {
  const open = await handle.stat({ bigint: true });
  const named = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return named !== undefined && named.dev === open.dev && named.ino === open.ino;
}

function isHeld(lock: Lock): boolean {
  try {
    lock.assertHeld();
    return true;
  } catch {
    return false;
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
