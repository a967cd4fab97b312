import { existsSync } from 'node:fs';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/command/interruption';
import { writing } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { acquireLock, type Lock, lockBeside } from '@slipform/kit/files/lock';
import { type NamedFile, refuseOverwrites } from '@slipform/kit/files/output-guard';
import { openStraight } from '@slipform/kit/files/straight-file';
import { doneFileOf, readDoneRecord, whyNotDone, writeDoneRecord } from '@slipform/kit/shards/done-record';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { type Output, standardOutput, straightOutput } from './output';
import { findOutputPlace } from './output-place';
import { passingOutput } from './passing-output';
import { partialFilesOf, removeLeft, resumableOutput } from './resumable-output';
import { sayIfWaiting } from './say-if-waiting';

export interface OutputOptions {
  /** The files that the command reads. */
  readonly read: readonly NamedFile[];
  /** The files that it writes beside the output, other than those of the output itself. */
  readonly beside?: readonly NamedFile[];
  readonly force: boolean;
  readonly resume?: boolean;
  /** Leave a record of what made the output, as `resume` does; needs a fingerprint. */
  readonly hasRecord?: boolean;
  /** What the output depends on; `undefined` where the input can't be read again. */
  readonly fingerprint?: (() => Promise<Fingerprint>) | undefined;
}

/** What a command that has no file as output may still overwrite. */
const printed: NamedFile = { file: '-', name: 'standard output' };

/**
 * Opens an output that appears whole or not at all: it is written beside its place and renamed by `commit`, under a
 * lock that keeps other processes away. Devices and pipes are written straight to. "-" is standard output.
 *
 * @throws {InputError} if the file is an input, is there and `force` is not set, is being written, or can't be written
 * or resumed
 */
export async function openOutput(file: string, options: OutputOptions): Promise<Output> {
  const { read, beside = [], force, resume = false, hasRecord = resume, fingerprint } = options;
  const place = await findOutputPlace(file);
  const own =
    place.kind === 'file'
      ? filesOf(file, place.target, fingerprint !== undefined)
      : [{ file, name: 'the output' }];
  const outputs = file === '-' ? own : [...own, ...beside, printed];
  refuseOverwrites({ inputs: read, outputs });
  if (resume && (place.kind !== 'file' || fingerprint === undefined)) {
    throw new InputError('--resume needs an input and an output that are regular files.');
  }
  if (place.kind === 'standard') return standardOutput();
  if (place.kind === 'straight') {
    const waiting = sayIfWaiting(place.isPipe ? `a reader of ${file}` : undefined);
    const straight = await writing(file, () => openStraight(file)).finally(waiting.stop);
    return straightOutput(file, straight);
  }
  const { target } = place;
  const refuseExisting = () => {
    if (!force && !resume && existsSync(target))
      throw new InputError(`${file} exists; pass --force to overwrite it.`);
  };
  refuseExisting();
  const held = await acquireLock(lockBeside(target), { what: file });
  const forgetRemark = remarkIfInterrupted(nothingWritten);
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
    return fingerprint
      ? await writing(file, () =>
          lastingOutput(file, target, lock, { force, resume, hasRecord, fingerprint }),
        )
      : passingOutput(file, target, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface LastingOptions {
  readonly force: boolean;
  readonly resume: boolean;
  readonly hasRecord: boolean;
  readonly fingerprint: () => Promise<Fingerprint>;
}

/** An output that a later run can go on with, or find finished. */
async function lastingOutput(
  file: string,
  target: string,
  lock: Lock,
  { force, resume, hasRecord, ...options }: LastingOptions,
): Promise<Output> {
  const fingerprint = await options.fingerprint();
  // Who doesn't ask for one gets no record, but one that is there must not become wrong.
  const before = await readDoneRecord(target).catch((error) => {
    if (resume) throw error;
  });
  const isKept = hasRecord || before !== undefined;
  const record = async (bytes: number, sha256: string, summary: unknown) => {
    if (isKept) await writeDoneRecord(target, { fingerprint, output: { bytes, sha256 }, summary });
  };
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
  return resumableOutput(file, target, { lock, force, resume, fingerprint, record });
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

/** All that may be written in the name of an output. */
function filesOf(file: string, target: string, isLasting: boolean): readonly NamedFile[] {
  const { partial, journal } = partialFilesOf(target);
  const beside = (path: string, what: string) => ({ file: path, name: `${what} beside the output` });
  return [
    { file, name: 'the output' },
    beside(lockBeside(target), 'the lock'),
    ...(isLasting
      ? [
          beside(partial, 'the unfinished file'),
          beside(journal, 'the journal'),
          beside(doneFileOf(target), 'the record'),
        ]
      : []),
  ];
}
