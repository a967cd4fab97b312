import { createHash, type Hash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/command/interruption';
import { writing } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { isStill, isThere, remove } from '@slipform/kit/files/file-beside';
import type { Lock } from '@slipform/kit/files/lock';
import { openDraft } from '@slipform/kit/files/write-file';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { beginJournal, isJournal, type Journal, type JournalEntry, readJournal } from './journal';
import { countedOutput, type Output } from './output';
import { writeAt } from './write-at';

export interface ResumableOptions {
  readonly lock: Lock;
  readonly force: boolean;
  readonly resume: boolean;
  readonly fingerprint: Fingerprint;
  /** Writes the record of the finished run, right before the file appears. */
  readonly record: (bytes: number, sha256: string, summary: unknown) => Promise<void>;
}

/** The files beside an output in which an unfinished run lies. */
export function partialFilesOf(target: string): { readonly partial: string; readonly journal: string } {
  return { partial: `${target}.partial`, journal: `${target}.partial.journal` };
}

/** Removes what a run left that was killed between its last two steps, or that was to make a finished output again. */
export async function removeLeft(target: string): Promise<void> {
  const { partial, journal } = partialFilesOf(target);
  if (isThere(journal) && (await isJournal(journal))) await remove(partial, journal);
}

/** An output beside its place with a journal; what ends the run early leaves both, for a run that goes on with them. */
export async function resumableOutput(
  file: string,
  target: string,
  options: ResumableOptions,
): Promise<Output> {
  const { lock, record } = options;
  const { partial, journal: journalFile } = partialFilesOf(target);
  const isLeft = await lookAtWhatIsLeft(partial, journalFile, options);
  const { handle, journal, finished, hash } =
    isLeft && options.resume
      ? await goOn(file, partial, journalFile, options.fingerprint)
      : await begin(target, options.fingerprint);
  let blocks = finished.length;
  let isWriteFault = false;
  const attempt = (action: () => Promise<void>) =>
    writing(file, action).catch((error) => {
      isWriteFault = true;
      throw error;
    });
  // For a process that ends without a word from here.
  const atExit = () => {
    if (blocks === 0 && isHeld(lock))
      for (const each of [partial, journalFile]) rmSync(each, { force: true });
  };
  let isThereNow = false;
  const forgetRemark = remarkIfInterrupted(() => {
    if (isThereNow || !isHeld(lock) || !existsSync(partial)) return undefined;
    return blocks === 0
      ? nothingWritten()
      : `${partial} keeps what is done: run the same command ${options.resume ? 'again' : 'with --resume'} to go on.`;
  });
  // Before the lock is released.
  process.prependListener('exit', atExit);
  const assertOurs = async () => {
    lock.assertHeld();
    if (!(await isStill(handle, partial))) {
      throw new InputError(
        `cannot write ${file}: ${partial} was replaced or removed meanwhile; run it again.`,
      );
    }
  };
  const close = async () => {
    process.off('exit', atExit);
    await handle.close().catch(() => {});
    await journal.close().catch(() => {});
  };
  return countedOutput({
    isFile: true,
    finished,
    write: (bytes, position) =>
      attempt(async () => {
        await writeAt(handle, bytes, position);
        hash.update(bytes);
      }),
    blockDone: (state, position) =>
      attempt(async () => {
        await handle.datasync();
        lock.assertHeld();
        await journal.add({ bytes: position, sha256: hash.copy().digest('hex'), state });
        blocks += 1;
      }),
    async commit(summary, position) {
      await attempt(async () => {
        await handle.sync();
        await assertOurs();
        await record(position, hash.copy().digest('hex'), summary);
        await rename(partial, target);
        isThereNow = true;
        await close();
        await remove(journalFile);
      });
      lock.release();
      forgetRemark();
    },
    async discard(error) {
      const isOurs = await assertOurs().then(
        () => true,
        () => false,
      );
      await close();
      // What the input is to blame for can't be gone on with: the input has to change.
      const isKept = blocks > 0 && (isWriteFault || !InputError.isInstance(error));
      if (isOurs && isKept) {
        process.stderr.write(
          `slipform-plant: ${partial} keeps what is done; ${options.resume ? 'run the same command again' : 'pass --resume'} to go on with it.\n`,
        );
      } else if (isOurs) await remove(partial, journalFile);
      lock.release();
      forgetRemark();
    },
  });
}

/** Whether an earlier run can be gone on with. What is ours and of no use is removed, what isn't ours never. */
async function lookAtWhatIsLeft(
  partial: string,
  journal: string,
  { resume, force }: ResumableOptions,
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

interface Begun {
  readonly handle: FileHandle;
  readonly journal: Journal;
  readonly finished: readonly JournalEntry[];
  /** Of all that is written. */
  readonly hash: Hash;
}

async function begin(target: string, fingerprint: Fingerprint): Promise<Begun> {
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
    process.stderr.write(
      `slipform-plant: ${partial} or its journal is damaged behind block ${blocks}; it is mined again from there.\n`,
    );
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

function isHeld(lock: Lock): boolean {
  try {
    lock.assertHeld();
    return true;
  } catch {
    return false;
  }
}
