import { codeOf, fileReason } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { printable } from '../text/printable';
import { nodeModule } from './node-modules';
import { type Owner, stateOf, thisProcess } from './owner';
import { sayIfWaiting } from './say-if-waiting';
import { draftBeside, dropDraft } from './write-file';

/** Thrown where another process holds a lock, or has taken one over that was ours: to try again later helps. */
export class HeldByAnother extends InputError {}

export interface Lock {
  /** The lock file. */
  readonly file: string;
  /** @throws {HeldByAnother} if another process holds the lock by now: what was written must not be published */
  assertHeld(): void;
  /** Removes the lock file, if it is still ours. */
  release(): void;
}

interface LockOptions {
  /** What is protected, for the message: 'the output pairs.jsonl'. */
  readonly what: string;
  /** Wait for a living owner instead of an error: for short work only. Default: false. */
  readonly wait?: boolean;
}

interface LockRecord extends Owner {
  readonly format: typeof format;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
  /** What tells this lock from any other. */
  readonly token: string;
}

const format = 'slipform lock 1';
/** A holder writes to its lock this often, … */
const heartbeat = 10_000;
/** … and one that can't be seen from here (another machine, another container) is dead after this time. */
const silence = 120_000;
const longestRecord = 4096;

const held = new Map<string, string>();
let isWatching = false;

/**
 * Takes a lock. States of the lock file: **none → held → none**, and **held → held by another** once its owner is dead.
 *
 * It names its owner by machine, process id and start, and comes into being whole, by a hard link, so that one of two
 * processes gets it. Dead are: an owner of this machine whose process has ended; one that can't be seen from here and has
 * not written to the lock for two minutes, as the file system counts them (no machine's clock matters); a lock whose time
 * lies two minutes ahead; one that a loss of power left empty or cut off. `release` and the end of the process remove it.
 *
 * @param file the lock file; use `lockBeside`
 * @throws {HeldByAnother} if a living process holds it
 * @throws {InputError} if it can't be made
 */
export async function acquireLock(file: string, { what, wait = false }: LockOptions): Promise<Lock> {
  const token = nodeModule.crypto().randomUUID();
  let waiting: ReturnType<typeof sayIfWaiting> | undefined;
  try {
    for (;;) {
      if (create(file, token, what)) return holding(file, token, what);
      const other = read(file);
      if (other === undefined) continue; // released in the meantime
      if (isDeadLock(file, other)) {
        takeAway(file, other.text);
        continue;
      }
      const reason = occupied(file, other.owner, what);
      if (!wait) throw new HeldByAnother(reason);
      waiting ??= sayIfWaiting(`${what}: ${reason.replace(/\.$/, '')}`);
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
    }
  } finally {
    waiting?.stop();
  }
}

/** The lock of a file. */
export function lockBeside(file: string): string {
  return `${file}.lock`;
}

function holding(file: string, token: string, what: string): Lock {
  held.set(file, token);
  releaseAtExit();
  const timer = setInterval(() => beat(file, token), heartbeat);
  timer.unref();
  return {
    file,
    assertHeld() {
      if (isOurs(file, token)) return;
      throw new HeldByAnother(
        `another process has taken over ${what} (the lock ${file} is no longer ours); nothing of this run is kept, run it again when the other has ended.`,
      );
    },
    release() {
      clearInterval(timer);
      held.delete(file);
      removeOurs(file, token);
    },
  };
}

/** Writes the lock's first byte again: the file system stamps it with its own time, whatever this machine's clock says. */
function beat(file: string, token: string): void {
  const fs = nodeModule.fs();
  try {
    const descriptor = fs.openSync(file, 'r+');
    try {
      // Through one descriptor: the lock that is looked at is the one that is written to.
      if (parse(fs.readFileSync(descriptor, 'utf8'))?.token === token) fs.writeSync(descriptor, '{', 0);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // `assertHeld` says what is wrong.
  }
}

/** Makes the lock; false if there is one. */
function create(file: string, token: string, what: string): boolean {
  const fs = nodeModule.fs();
  const record: LockRecord = { format, ...thisProcess(), since: new Date().toISOString(), token };
  const text = `${JSON.stringify(record)}\n`;
  // Its name says whose it is, so that the next one removes what a kill leaves of it, empty or not.
  const draft = draftBeside(file);
  try {
    try {
      fs.writeFileSync(draft, text, { flag: 'wx' });
      return link(draft, file) ?? createInPlace(file, text);
    } finally {
      dropDraft(draft);
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    const folder = nodeModule.path().dirname(file);
    // The folders of a system, such as /proc, are there and take no files.
    const missing = fs.existsSync(folder)
      ? 'files cannot be made there; name another folder'
      : `there is no folder ${folder}; make it first`;
    const reason = codeOf(error) === 'ENOENT' ? missing : fileReason(error);
    throw new InputError(`cannot write ${printable(what, 150)}: ${reason}.`);
  }
}

/** Undefined on a file system without hard links. */
function link(draft: string, file: string): boolean | undefined {
  try {
    nodeModule.fs().linkSync(draft, file);
    return true;
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? false : undefined;
  }
}

function createInPlace(file: string, record: string): boolean {
  try {
    nodeModule.fs().writeFileSync(file, record, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  readonly text: string;
  /** Undefined where the lock is damaged. */
  readonly owner: LockRecord | undefined;
}

/** A lock that is there; undefined if there is none. */
function read(file: string): Found | undefined {
  const fs = nodeModule.fs();
  const foreign = () =>
    new InputError(`${file} is in the way: it is no lock of ours; move it, or name another output.`);
  let text: string;
  try {
    if (!fs.lstatSync(file).isFile() || fs.statSync(file).size > longestRecord) throw foreign();
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`cannot read the lock ${file}: ${fileReason(error)}.`);
  }
  const owner = parse(text);
  if (owner === undefined && !isRemnant(text)) throw foreign();
  return { text, owner };
}

/** What a loss of power leaves of a lock: nothing of it, or its begin, with zeros in place of the rest. */
function isRemnant(text: string): boolean {
  const begin = `{"format":"${format}"`;
  const rest = text.replace(/\0+$/, '');
  return rest.startsWith(begin) || begin.startsWith(rest);
}

function parse(text: string): LockRecord | undefined {
  let value: Partial<LockRecord> | null;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isRecord =
    typeof value === 'object' &&
    value !== null &&
    value.format === format &&
    typeof value.host === 'string' &&
    typeof value.token === 'string' &&
    typeof value.since === 'string' &&
    Number.isSafeInteger(value.pid) &&
    value.pid! > 0;
  return isRecord ? (value as LockRecord) : undefined;
}

function isDeadLock(file: string, { owner }: Found): boolean {
  const state = owner === undefined ? 'unknown' : stateOf(owner);
  if (state !== 'unknown') return state === 'dead';
  // A byte of our own tells what time it is where the lock lies.
  const fs = nodeModule.fs();
  const probe = draftBeside(file);
  try {
    fs.writeFileSync(probe, '.', { flag: 'wx' });
    // By more than that in the future: no holder wrote it, since both times are the file system's.
    return Math.abs(fs.statSync(probe).mtimeMs - fs.statSync(file).mtimeMs) > silence;
  } catch {
    return false;
  } finally {
    dropDraft(probe);
  }
}

/**
 * Removes a dead lock. It is renamed first and looked at again: another process may have taken it over since it was read,
 * and then it goes back.
 */
function takeAway(file: string, text: string): void {
  const fs = nodeModule.fs();
  const aside = draftBeside(file);
  try {
    fs.renameSync(file, aside);
  } catch {
    dropDraft(aside);
    return; // another was faster
  }
  try {
    if (fs.readFileSync(aside, 'utf8') !== text) fs.linkSync(aside, file);
  } catch {
    // There is a new lock already: the holder of this one finds out by `assertHeld`.
  } finally {
    dropDraft(aside);
  }
}

function occupied(file: string, owner: LockRecord | undefined, what: string): string {
  if (owner === undefined) {
    return `the lock ${file} of ${what} is empty or damaged, and was written to within two minutes; wait for two minutes, or remove it if no other process writes ${what}.`;
  }
  const isUnknown = stateOf(owner) === 'unknown';
  const there = isUnknown ? ` on ${printable(owner.host, 60)}` : '';
  const otherwise = isUnknown ? `, or remove ${file} if that process is gone` : ', or name another output';
  return `another process (${owner.pid}${there}, since ${printable(owner.since, 30)}) writes ${what}; wait until it ends${otherwise}.`;
}

function isOurs(file: string, token: string): boolean {
  try {
    return parse(nodeModule.fs().readFileSync(file, 'utf8'))?.token === token;
  } catch {
    return false;
  }
}

function removeOurs(file: string, token: string): void {
  if (isOurs(file, token)) nodeModule.fs().rmSync(file, { force: true });
}

function releaseAtExit(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const [file, token] of held) removeOurs(file, token);
  });
}
