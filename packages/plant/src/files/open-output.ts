import { existsSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '@slipform/concreteness';
import {
  beginJournal,
  continueJournal,
  type Fingerprint,
  isThere,
  type Journal,
  type JournalEntry,
  remove,
} from './journal';
import { reasonOf } from './open-input';
import { findOutputPlace } from './output-place';

export interface Output {
  /** Blocks that an earlier run finished, none unless it is resumed. */
  readonly finished: readonly JournalEntry[];
  /** Bytes that are written. */
  readonly position: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Notes that a block is whole: a run that is killed from here on goes on from here. */
  blockDone(state: unknown): Promise<void>;
  /** Makes the file appear under its name. */
  commit(): Promise<void>;
  /** Removes what has been written, unless it can be gone on with and the error was none of the input's. */
  discard(): Promise<void>;
}

export interface OutputOptions {
  /** The files that the command reads. */
  readonly read: readonly string[];
  readonly force: boolean;
  readonly resume: boolean;
  /** What the output depends on; `undefined` where the input can't be read again. */
  readonly fingerprint: Fingerprint | undefined;
}

/**
 * Opens an output that appears whole or not at all: it is written beside its place and renamed by `commit`. Devices
 * and pipes are written straight to. "-" is standard output.
 *
 * @throws {InputError} if the file is an input, is there and `force` is not set, or can't be written or resumed
 */
export async function openOutput(file: string, options: OutputOptions): Promise<Output> {
  const { fingerprint, resume } = options;
  const place = await findOutputPlace(file, options.read, options.force);
  if (resume && (place.kind !== 'file' || fingerprint === undefined)) {
    throw new InputError('--resume needs an input and an output that are regular files.');
  }
  if (place.kind === 'standard') return standardOutput();
  if (place.kind === 'straight') {
    const handle = await openFor(file, file, 'w');
    return outputOn(file, handle, { commit: () => handle.close(), discard: () => handle.close() });
  }
  if (fingerprint === undefined) return passingOutput(file, place.target);
  return resumableOutput(file, place.target, options, fingerprint);
}

/** Beside its place under a name of this process; an interruption takes it away. */
async function passingOutput(file: string, target: string): Promise<Output> {
  const temporary = `${target}.${process.pid}.tmp`;
  const handle = await openFor(file, temporary, 'wx');
  const interruption = onInterruption(() => rmSync(temporary, { force: true }));
  return outputOn(file, handle, {
    async commit() {
      await handle.sync();
      await handle.close();
      await rename(temporary, target);
      interruption.off();
    },
    async discard() {
      await handle.close();
      await remove(temporary);
      interruption.off();
    },
  });
}

/** Beside its place with a journal; an interruption leaves both, for a run that goes on with them. */
async function resumableOutput(
  file: string,
  target: string,
  { force, resume }: OutputOptions,
  fingerprint: Fingerprint,
): Promise<Output> {
  const partial = `${target}.partial`;
  const journalFile = `${target}.partial.journal`;
  const isLeft = (await isThere(journalFile)) && (await isThere(partial));
  if (isLeft && !resume && !force) {
    throw new InputError(
      `${partial} is there from a run that was cut off; pass --resume to go on with it, or --force to start again.`,
    );
  }
  let journal: Journal;
  let handle: FileHandle;
  if (isLeft && resume) {
    journal = await continueJournal(file, journalFile, fingerprint, (await stat(partial)).size);
    handle = await openFor(file, partial, 'r+');
    await handle.truncate(journal.finished.at(-1)?.bytes ?? 0);
  } else {
    await isThere(partial);
    await remove(partial, journalFile);
    handle = await openFor(file, partial, 'wx');
    journal = await beginJournal(journalFile, fingerprint);
  }
  let blocks = journal.finished.length;
  const interruption = onInterruption(() => {
    if (blocks > 0) {
      process.stderr.write(
        `\nslipform-plant: interrupted; ${partial} keeps what is done: run the same command with --resume to go on.\n`,
      );
    } else for (const each of [partial, journalFile]) if (existsSync(each)) rmSync(each);
  });
  return outputOn(file, handle, {
    journal,
    blockDone: () => {
      blocks += 1;
    },
    async commit() {
      await handle.sync();
      await handle.close();
      await journal.close();
      await rename(partial, target);
      await remove(journalFile);
      interruption.off();
    },
    async discard(isOurFault) {
      await handle.close();
      await journal.close();
      interruption.off();
      if (isOurFault && blocks > 0) {
        process.stderr.write(
          `slipform-plant: ${partial} keeps what is done; pass --resume to go on with it.\n`,
        );
      } else await remove(partial, journalFile);
    },
  });
}

interface Ending {
  readonly journal?: Journal;
  readonly blockDone?: () => void;
  commit(): Promise<void>;
  /** @param isOurFault writing failed, not reading */
  discard(isOurFault: boolean): Promise<void>;
}

function outputOn(file: string, handle: FileHandle, ending: Ending): Output {
  const finished = ending.journal?.finished ?? [];
  let position = finished.at(-1)?.bytes ?? 0;
  const start = position;
  let written = 0;
  let failed = false;
  const attempt = async (action: () => Promise<unknown>) => {
    try {
      await action();
    } catch (error) {
      failed = true;
      if (InputError.isInstance(error)) throw error;
      throw new InputError(`cannot write ${file}: ${reasonOf(error)}.`);
    }
  };
  return {
    finished,
    get position() {
      return position;
    },
    async write(bytes) {
      // A device or pipe has no positions, a file that is resumed needs them.
      await attempt(() =>
        ending.journal ? writeAt(handle, bytes, start + written) : handle.writeFile(bytes),
      );
      written += bytes.length;
      position += bytes.length;
    },
    async blockDone(state) {
      const { journal } = ending;
      if (!journal) return;
      await attempt(async () => {
        await handle.datasync();
        await journal.add({ bytes: position, state });
      });
      ending.blockDone?.();
    },
    commit: () => attempt(ending.commit),
    discard: () => ending.discard(failed),
  };
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}

async function openFor(file: string, place: string, flags: string): Promise<FileHandle> {
  try {
    return await open(place, flags);
  } catch (error) {
    const folder = dirname(place);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(folder)) {
      throw new InputError(`cannot write ${file}: there is no folder ${folder}; make it first.`);
    }
    throw new InputError(`cannot write ${file}: ${reasonOf(error)}.`);
  }
}

function onInterruption(action: () => void): { off(): void } {
  const interrupted = () => {
    action();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  return {
    off: () => {
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    },
  };
}

function standardOutput(): Output {
  const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  let position = 0;
  return {
    finished: [],
    get position() {
      return position;
    },
    async write(bytes) {
      position += bytes.length;
      if (!process.stdout.write(bytes)) await drained();
    },
    blockDone: async () => {},
    commit: async () => {},
    discard: async () => {},
  };
}
