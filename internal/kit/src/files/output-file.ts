import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { nothingWritten, remarkIfInterrupted } from '../command/interruption';
import { say } from '../command/say';
import { writing } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { doneFileOf, isThere, readDoneRecord, whyNotDone, writeDoneRecord } from '../shards/done-record';
import type { Fingerprint } from '../shards/fingerprint';
import { beginJournal, isJournal, type Journal, type JournalEntry, readJournal, writeAt } from './journal';
import { acquireLock, type Lock, lockBeside } from './lock';
import { type NamedFile, refuseOverwrites } from './output-guard';
import {
  type Content,
  draftBeside,
  dropDraft,
  openDraft,
  openStraight,
  piecesOf,
  publish,
  targetOf,
} from './write-file';

/** Where a command writes to. */
export interface Output {
  /** Whether it is a file, beside which others can lie, and neither a stream nor a device. */
  readonly isFile: boolean;
  /** What a run said at its end that made this very output before; nothing is left to do then. */
  readonly doneBefore?: { readonly summary: unknown } | undefined;
  /** Blocks that an earlier run finished, none unless it is resumed. */
  readonly finished: readonly JournalEntry[];
  /** Bytes that are written. */
  readonly position: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Notes that a block is whole: a run that is killed from here on goes on from here. */
  blockDone(state: unknown): Promise<void>;
  /** Makes the file appear under its name. @param summary kept in the record of a finished run */
  commit(summary?: unknown): Promise<void>;
  /** Removes what has been written, unless it can be gone on with and `error` is no fault of the input. */
  discard(error: unknown): Promise<void>;
}

export interface OutputOptions {
  /** The option that names it, for messages. Default: it is the output of the command. */
  readonly name?: string;
  /** The files that the command reads. */
  readonly read: readonly NamedFile[];
  /** The files that it writes beside the output, other than those of the output itself. */
  readonly beside?: readonly NamedFile[];
  /** Whether a file that is there may be replaced; an input never. */
  readonly force: boolean;
  readonly resume?: boolean;
  /** Leave a record of what made the output, as `resume` does; needs a fingerprint. */
  readonly hasRecord?: boolean;
  /** What the output depends on; `undefined` where it can't be resumed, as where the input can't be read again. */
  readonly fingerprint?: (() => Promise<Fingerprint>) | undefined;
}

export interface OutputFile {
  readonly file: string;
  /** The option that names it, for messages. */
  readonly name: string;
  readonly force: boolean | undefined;
  readonly inputs: readonly NamedFile[];
}

/**
 * Runs work whose result goes into one file, as {@link openOutput} has it: all that could go wrong with the file is looked at
 * before the work, no other run can take it meanwhile, and `save` writes it whole.
 */
export async function withOutputFile<T>(
  { file, name, force = false, inputs }: OutputFile,
  work: (save: (content: Content) => Promise<void>) => Promise<T>,
): Promise<T> {
  const output = await openOutput(file, { name, read: inputs, force });
  let isOpen = true;
  try {
    return await work(async (content) => {
      for await (const piece of piecesOf(content)) {
        await output.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      }
      await output.commit();
      isOpen = false;
    });
  } finally {
    if (isOpen) await output.discard(undefined);
  }
}

/** What a command that has no file as output may still overwrite. */
const printed: NamedFile = { file: '-', name: 'standard output' };

/**
 * Opens an output that appears whole or not at all: it is written beside its place and renamed by `commit`, under a
 * lock that keeps other processes away. Devices and pipes are written straight to. "-" is standard output.
 *
 * With a fingerprint it is written as FILE.partial with a journal, in which a later run with `resume` finds what is done;
 * without one an interruption takes it away.
 *
 * @throws {InputError} if the file is an input, is there and `force` is not set, is being written, or can't be written
 * or resumed
 */
export async function openOutput(file: string, options: OutputOptions): Promise<Output> {
  const { name, read, beside = [], force, resume = false, fingerprint } = options;
  // Undefined: standard output, a device or a pipe.
  const target = file === '-' ? undefined : await writing(file, async () => targetOf(file));
  const own = { file, name: name ?? 'the output' };
  const files = target === undefined ? [own] : [own, ...filesBeside(target, fingerprint !== undefined)];
  refuseOverwrites({ inputs: read, outputs: file === '-' ? files : [...files, ...beside, printed] });
  if (resume && (target === undefined || fingerprint === undefined)) {
    throw new InputError('--resume needs an input and an output that are regular files.');
  }
  if (target === undefined) return file === '-' ? standardOutput() : straightOutput(file);
  const refuseExisting = () => {
    if (force || resume || !existsSync(target)) return;
    const remedy = name === undefined ? 'pass --force' : `give another ${name}, or --force`;
    throw new InputError(`${file} exists; ${remedy} to overwrite it.`);
  };
  refuseExisting();
  const held = await acquireLock(lockBeside(target), { what: file });
  let remark = (): string | undefined => nothingWritten();
  const forgetRemark = remarkIfInterrupted(() => remark());
  // Released when the output is there, or is given up.
  const lock: Lock = {
    ...held,
    release() {
      forgetRemark();
      held.release();
    },
  };
  try {
    // Another process may have finished it meanwhile.
    refuseExisting();
    const opened = { file, target, lock, refuseExisting, remark: (own: typeof remark) => (remark = own) };
    if (fingerprint === undefined) return fileOutput(opened, passingDraft(target));
    return await writing(file, () => lastingOutput(opened, { ...options, fingerprint }));
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What a kind of output does with bytes; where they go to is counted for it. */
interface OutputKind extends Pick<Output, 'isFile' | 'discard'> {
  /** What of an earlier run is kept. Default: nothing. */
  readonly finished?: readonly JournalEntry[];
  /** Writes bytes behind the `position` bytes before them. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  blockDone?(state: unknown, position: number): Promise<void>;
  commit(summary: unknown, position: number): Promise<void>;
}

/** An output that counts its bytes, from those that an earlier run finished. */
export function countedOutput(kind: OutputKind): Output {
  const { isFile, finished = [] } = kind;
  let position = finished.at(-1)?.bytes ?? 0;
  return {
    isFile,
    finished,
    get position() {
      return position;
    },
    async write(bytes) {
      await kind.write(bytes, position);
      position += bytes.length;
    },
    blockDone: async (state) => kind.blockDone?.(state, position),
    commit: (summary) => kind.commit(summary, position),
    discard: (error) => kind.discard(error),
  };
}

/** Standard output: an error there ends the command (see `commandMain`). */
function standardOutput(): Output {
  const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  return countedOutput({
    isFile: false,
    async write(bytes) {
      if (!process.stdout.write(bytes)) await drained();
    },
    commit: async () => {},
    discard: async () => {},
  });
}

/** A device or a pipe, which has no positions. */
async function straightOutput(file: string): Promise<Output> {
  const waiting = sayIfWaiting(statSync(file).isFIFO() ? `a reader of ${file}` : undefined);
  const straight = await writing(file, () => openStraight(file)).finally(waiting.stop);
  return countedOutput({
    isFile: false,
    write: (bytes) => writing(file, () => straight.write(bytes)),
    commit: () => writing(file, () => straight.close()),
    discard: () => straight.close().catch(() => {}),
  });
}

/** An output that is a file, and held. */
interface Opened {
  /** As it was named, and what it is behind links. */
  readonly file: string;
  readonly target: string;
  readonly lock: Lock;
  refuseExisting(): void;
  /** Sets what is said of it after a signal. */
  remark(own: () => string | undefined): void;
}

/** A file beside the output that takes its name at the end. */
interface Draft {
  /** Opens it, at the first byte. */
  begin(): Promise<{ readonly name: string; readonly handle: FileHandle }>;
  /** Leaves nothing of it. */
  drop(): Promise<void>;
  /** What a run can go on with. */
  readonly lasting?: Lasting;
}

interface Lasting {
  readonly journal: Journal;
  readonly finished: readonly JournalEntry[];
  /** Of all that is written. */
  readonly hash: Hash;
  readonly resume: boolean;
  /** Writes the record of the finished run, right before the file appears. */
  record(bytes: number, sha256: string, summary: unknown): Promise<void>;
  /** Removes the journal. */
  forget(): Promise<void>;
}

function passingDraft(target: string): Draft {
  let name: string | undefined;
  return {
    async begin() {
      name = draftBeside(target);
      return { name, handle: await openDraft(name, target) };
    },
    async drop() {
      if (name !== undefined) dropDraft(name);
    },
  };
}

function fileOutput(opened: Opened, draft: Draft): Output {
  const { file, target, lock } = opened;
  const { lasting } = draft;
  let begun = lasting ? draft.begin() : undefined;
  const begin = () => (begun ??= draft.begin());
  let blocks = lasting?.finished.length ?? 0;
  let isWriteFault = false;
  let isThereNow = false;
  const attempt = (action: () => Promise<void>) =>
    writing(file, action).catch((error) => {
      isWriteFault = true;
      throw error;
    });
  const howToGoOn = () =>
    `${target}.partial keeps what is done: run the same command ${lasting?.resume ? 'again' : 'with --resume'} to go on.`;
  opened.remark(() => {
    if (isThereNow || !isHeld(lock)) return undefined;
    return blocks === 0 ? nothingWritten() : howToGoOn();
  });
  // For a process that ends without a word from here.
  const atExit = () => {
    if (!lasting || blocks > 0 || !isHeld(lock)) return;
    for (const left of Object.values(partialFilesOf(target))) rmSync(left, { force: true });
  };
  // Before the lock is released.
  process.prependListener('exit', atExit);
  const assertOurs = async () => {
    lock.assertHeld();
    const { name, handle } = await begin();
    if (await isStill(handle, name)) return;
    throw new InputError(`cannot write ${file}: ${name} was replaced or removed meanwhile; run it again.`);
  };
  const close = async () => {
    process.off('exit', atExit);
    const { handle } = (await begun?.catch(() => undefined)) ?? {};
    await handle?.close().catch(() => {});
    await lasting?.journal.close().catch(() => {});
  };
  const sha256 = () => lasting!.hash.copy().digest('hex');
  return countedOutput({
    isFile: true,
    finished: lasting?.finished ?? [],
    write: (bytes, position) =>
      attempt(async () => {
        await writeAt((await begin()).handle, bytes, position);
        lasting?.hash.update(bytes);
      }),
    async blockDone(state, position) {
      if (!lasting) return;
      await attempt(async () => {
        await (await begin()).handle.datasync();
        lock.assertHeld();
        await lasting.journal.add({ bytes: position, sha256: sha256(), state });
        blocks += 1;
      });
    },
    async commit(summary, position) {
      await attempt(async () => {
        const { name, handle } = await begin();
        await handle.sync();
        await assertOurs();
        opened.refuseExisting();
        await lasting?.record(position, sha256(), summary);
        await publish(name, target);
        isThereNow = true;
        await close();
        await lasting?.forget();
      });
      lock.release();
    },
    async discard(error) {
      const isOurs = await (begun ? assertOurs() : Promise.resolve()).then(
        () => true,
        () => false,
      );
      await close();
      // What the input is to blame for can't be gone on with: the input has to change.
      const isKept = blocks > 0 && (isWriteFault || !InputError.isInstance(error));
      if (isOurs && isKept) say(howToGoOn());
      else if (isOurs || !lasting) await draft.drop();
      lock.release();
    },
  });
}

/** An output that a later run can go on with, or find finished. */
async function lastingOutput(
  opened: Opened,
  options: OutputOptions & { readonly fingerprint: () => Promise<Fingerprint> },
): Promise<Output> {
  const { file, target, lock } = opened;
  const { force, resume = false, hasRecord = resume } = options;
  const fingerprint = await options.fingerprint();
  // A run that isn't asked for a record leaves none, but one that is there must not become wrong.
  const before = await readDoneRecord(target).catch((error) => {
    if (resume) throw error;
  });
  if (resume && existsSync(target)) {
    const fault = before
      ? await whyNotDone(target, before, fingerprint)
      : `exists, and no ${doneFileOf(file)} says what made it`;
    if (before && fault === undefined) {
      await removeLeft(target);
      return finishedOutput(before, lock);
    }
    if (!force) {
      throw new InputError(`${file} ${fault}; pass --force to overwrite it, or name another output.`);
    }
  }
  const { partial, journal } = partialFilesOf(target);
  const isLeft = await lookAtWhatIsLeft(partial, journal, { force, resume });
  const { handle, ...begun } = isLeft
    ? await goOn(file, partial, journal, fingerprint)
    : await start(target, fingerprint);
  return fileOutput(opened, {
    begin: async () => ({ name: partial, handle }),
    drop: () => remove(partial, journal),
    lasting: {
      ...begun,
      resume,
      async record(bytes, sha256, summary) {
        if (!hasRecord && before === undefined) return;
        await writeDoneRecord(target, { fingerprint, output: { bytes, sha256 }, summary });
      },
      forget: () => remove(journal),
    },
  });
}

function finishedOutput(doneBefore: { readonly summary: unknown }, lock: Lock): Output {
  const nothing = async () => {};
  const release = async () => lock.release();
  return {
    isFile: true,
    doneBefore,
    finished: [],
    position: 0,
    write: nothing,
    blockDone: nothing,
    commit: release,
    discard: release,
  };
}

/** The files beside an output in which an unfinished run lies. */
export function partialFilesOf(target: string): { readonly partial: string; readonly journal: string } {
  return { partial: `${target}.partial`, journal: `${target}.partial.journal` };
}

/** All that may be written in the name of an output, beside it. */
function filesBeside(target: string, isLasting: boolean): readonly NamedFile[] {
  const { partial, journal } = partialFilesOf(target);
  const beside = (file: string, what: string) => ({ file, name: `${what} beside the output` });
  const lock = beside(lockBeside(target), 'the lock');
  if (!isLasting) return [lock];
  return [
    lock,
    beside(partial, 'the unfinished file'),
    beside(journal, 'the journal'),
    beside(doneFileOf(target), 'the record'),
  ];
}

/** Removes what a run left that was killed between its last two steps, or that was to make a finished output again. */
async function removeLeft(target: string): Promise<void> {
  const { partial, journal } = partialFilesOf(target);
  if (isThere(journal) && (await isJournal(journal))) await remove(partial, journal);
}

/** Whether an earlier run can be gone on with. What is ours and of no use is removed, what isn't ours never. */
async function lookAtWhatIsLeft(
  partial: string,
  journal: string,
  { resume, force }: { readonly resume: boolean; readonly force: boolean },
): Promise<boolean> {
  const [isPartial, isJournalFile] = [isThere(partial), isThere(journal)];
  // The journal comes first and goes last.
  if (isPartial && !isJournalFile) {
    throw new InputError(
      `${partial} is in the way: it has no journal beside it, so it may be yours; move it.`,
    );
  }
  if (!isJournalFile) return false;
  if (!(await isJournal(journal))) {
    const both = isPartial ? `it and ${partial}` : 'it';
    throw new InputError(`${journal} is no journal of ours, or is damaged; remove ${both} to start again.`);
  }
  if (isPartial && !resume && !force) {
    throw new InputError(
      `${partial} is there from a run that was cut off; pass --resume to go on with it, or --force to start again.`,
    );
  }
  if (isPartial && resume) return true;
  await remove(partial, journal);
  return false;
}

type Begun = Pick<Lasting, 'journal' | 'finished' | 'hash'> & { readonly handle: FileHandle };

async function start(target: string, fingerprint: Fingerprint): Promise<Begun> {
  const { partial, journal: journalFile } = partialFilesOf(target);
  try {
    const journal = await beginJournal(journalFile, fingerprint);
    const handle = await openDraft(partial, target);
    return { handle, journal, finished: [], hash: createHash('sha256') };
  } catch (error) {
    await remove(journalFile);
    throw error;
  }
}

async function goOn(
  file: string,
  partial: string,
  journalFile: string,
  fingerprint: Fingerprint,
): Promise<Begun> {
  const left = await readJournal(file, journalFile, fingerprint);
  const handle = await open(partial, 'r+');
  const { blocks, hash } = await soundBlocks(handle, left.entries);
  if (left.isDamaged || blocks < left.entries.length) {
    say(`${partial} or its journal is damaged behind block ${blocks}; it is made again from there.`);
  }
  const finished = left.entries.slice(0, blocks);
  await handle.truncate(finished.at(-1)?.bytes ?? 0);
  return { handle, journal: await left.continueBehind(blocks), finished, hash };
}

/** How many blocks of the partial file are what the journal says, and the hash of these. */
async function soundBlocks(
  handle: FileHandle,
  entries: readonly JournalEntry[],
): Promise<{ blocks: number; hash: Hash }> {
  let sound = createHash('sha256');
  const chunk = Buffer.alloc(1024 * 1024);
  let position = 0;
  for (const [blocks, { bytes, sha256 }] of entries.entries()) {
    const hash = sound.copy();
    while (position < bytes) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, bytes - position), position);
      if (bytesRead === 0) return { blocks, hash: sound };
      hash.update(chunk.subarray(0, bytesRead));
      position += bytesRead;
    }
    if (hash.copy().digest('hex') !== sha256) return { blocks, hash: sound };
    sound = hash;
  }
  return { blocks: entries.length, hash: sound };
}

/** Whether a file that is open is still the one of that name. */
async function isStill(handle: FileHandle, file: string): Promise<boolean> {
  const open = await handle.stat({ bigint: true });
  const named = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return named !== undefined && named.dev === open.dev && named.ino === open.ino;
}

/** Removes files, there or not. */
async function remove(...files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}

function isHeld(lock: Lock): boolean {
  try {
    lock.assertHeld();
    return true;
  } catch {
    return false;
  }
}

const seconds = 3;

/**
 * Says on standard error what the command waits for, if it waits for more than some seconds: a pipe without a partner
 * would be silence for ever.
 *
 * @param what undefined if there is nothing to wait for
 */
export function sayIfWaiting(what: string | undefined): { stop(): void } {
  if (what === undefined) return { stop: () => {} };
  const timer = setTimeout(() => say(`waiting for ${what} …`), seconds * 1000);
  timer.unref();
  return { stop: () => clearTimeout(timer) };
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
