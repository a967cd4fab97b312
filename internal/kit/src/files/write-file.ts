import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { codeOf, unwritable } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { nodeModule } from './node-modules';
import { isRunning, thisProcess } from './owner';

/** What a file is made of; it may come piece by piece. */
export type Content =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

const drafts = new Set<string>();
let written = 0;
let isWatching = false;

/**
 * Writes a file that appears whole or not at all. States of FILE at each moment, whatever kills the process: **old → new**
 * (none → new): it is written beside its place, brought to the disk, renamed, and the folder brought to the disk. A link
 * stays one, and the file that it leads to is replaced; a device or a pipe is written straight to. An error or
 * the end of the process removes what was begun, and the next call removes what a kill left of this file.
 *
 * @throws {InputError} one sentence if the file can't be written; errors of `content` pass as they are
 */
export async function writeFileWhole(file: string, content: Content): Promise<void> {
  const target = await writing(file, async () => targetOf(file));
  if (target === undefined) {
    await writing(file, async () => {
      const straight = await openStraight(file);
      try {
        for await (const piece of piecesOf(content)) await straight.write(piece);
      } finally {
        await straight.close();
      }
    });
    return;
  }
  const draft = draftBeside(target);
  try {
    await writing(file, async () => {
      await writeDraft(draft, target, content);
      await publish(draft, target);
    });
  } finally {
    dropDraft(draft);
  }
}

/**
 * A name beside `target` for a file or a folder that is being written, which no one else makes. It is removed when the
 * process ends; what a kill left of the same target is removed now.
 */
export function draftBeside(target: string): string {
  const { dirname, join } = nodeModule.path();
  const folder = dirname(target);
  const stem = `${stemOf(target)}${hash(placeOfProcess())}`;
  sweepDrafts(folder, `${stem}-`);
  removeAtExit();
  const draft = join(folder, `${stem}-${bootOfProcess()}-${process.pid}-${written++}.tmp`);
  drafts.add(draft);
  return draft;
}

/**
 * Opens a draft for writing. It gets the mode of the file whose place it will take, and at no moment a wider one; a file that
 * is new gets what the umask leaves.
 */
export async function openDraft(draft: string, target: string): Promise<FileHandle> {
  const fs = nodeModule.fs();
  const mode = modeOf(target);
  const handle = await fs.promises.open(draft, 'wx', mode);
  // The umask may have taken some of it.
  if (mode !== undefined && process.platform !== 'win32') await handle.chmod(mode);
  return handle;
}

/** Writes a draft from front to end. @param isDurable whether it is brought to the disk */
export async function writeDraft(
  draft: string,
  target: string,
  content: Content,
  isDurable = true,
): Promise<void> {
  const handle = await openDraft(draft, target);
  try {
    for await (const piece of piecesOf(content)) await handle.writeFile(piece);
    if (isDurable) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a draft, a file or a folder, the name that it was made for, and brings that to the disk. */
export async function publish(draft: string, target: string): Promise<void> {
  await nodeModule.fs().promises.rename(draft, target);
  drafts.delete(draft);
  await syncFolder(nodeModule.path().dirname(target));
}

/** Brings a folder's list of names to the disk; Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await nodeModule
    .fs()
    .promises.open(folder, 'r')
    .catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Who may read and write what is there; undefined for what is not. */
export function modeOf(path: string): number | undefined {
  const stat = nodeModule.fs().statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : stat.mode & 0o777;
}

/** Removes a draft, unless it was published. */
export function dropDraft(draft: string): void {
  drafts.delete(draft);
  nodeModule.fs().rmSync(draft, { recursive: true, force: true });
}

/**
 * Where the bytes go: the file, or what it links to, since a link stays one; undefined for a device or a pipe.
 *
 * @throws {InputError} if nothing can be written there
 */
export function targetOf(file: string): string | undefined {
  const { lstatSync, realpathSync, statSync } = nodeModule.fs();
  let stat: Stats | undefined;
  try {
    stat = statSync(file);
  } catch {
    // Writing says what is wrong, but for this.
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return file;
    throw new InputError(`cannot write ${file}: it is a link to nothing; remove it first.`);
  }
  if (stat.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (stat.isFile()) return realpathSync(file);
  if (stat.isCharacterDevice() || stat.isFIFO()) return undefined;
  throw new InputError(`cannot write ${file}: it is no file, pipe or device for characters; name another.`);
}

export function piecesOf(
  content: Content,
): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

async function writing<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const folder = nodeModule.path().dirname(file);
    if (codeOf(error) === 'ENOENT' && !nodeModule.fs().existsSync(folder)) {
      throw new InputError(`cannot write ${file}: there is no folder ${folder}; make it first.`);
    }
    throw unwritable(file, error);
  }
}

/** A draft older than this is nobody's any more; in milliseconds. */
const aDay = 24 * 3_600_000;

const draftName = /^\.slipform-[0-9a-f]{12}-([0-9a-f]{12})-([0-9a-f]{12})-(\d+)-\d+\.tmp$/;

/** What the names of a target's drafts begin with. */
function stemOf(target: string): string {
  return `.slipform-${hash(nodeModule.path().basename(target))}-`;
}

/** Removes all drafts of a target, those of other machines too: who holds its lock alone makes some. */
export function sweepDraftsOf(target: string): void {
  const { dirname, join } = nodeModule.path();
  for (const name of namesIn(dirname(target))) {
    const isDraft = name.startsWith(stemOf(target)) && draftName.test(name);
    if (isDraft) nodeModule.fs().rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return nodeModule.fs().readdirSync(folder);
  } catch {
    return []; // opening the draft says what is wrong
  }
}

/**
 * Removes drafts that killed processes of this machine and container left in a folder, and those that are a day old: they
 * were left before the machine was started again, or by another one of this name.
 *
 * @param stem what their names begin with. Default: any
 */
export function sweepDrafts(folder: string, stem = ''): void {
  const fs = nodeModule.fs();
  for (const name of namesIn(folder)) {
    const [, place, boot, pid] = (name.startsWith(stem) && draftName.exec(name)) || [];
    if (place !== hash(placeOfProcess())) continue;
    const draft = nodeModule.path().join(folder, name);
    const isInUse = boot === bootOfProcess() ? isRunning(Number(pid)) : !isOld(draft);
    if (!isInUse) fs.rmSync(draft, { recursive: true, force: true });
  }
}

function isOld(draft: string): boolean {
  const stat = nodeModule.fs().statSync(draft, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > aDay;
}

/** Where process ids mean the same, as long as the machine is not started again. */
function placeOfProcess(): string {
  const { host, pids = '' } = thisProcess();
  return `${host} ${pids}`;
}

function bootOfProcess(): string {
  return hash(thisProcess().boot ?? '');
}

function hash(text: string): string {
  return nodeModule.crypto().createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function removeAtExit(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const draft of drafts) nodeModule.fs().rmSync(draft, { recursive: true, force: true });
  });
}

/** A device or a pipe that is written to from front to end. */
interface StraightFile {
  write(bytes: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** So often a pipe is asked whether somebody reads it by now, in milliseconds. */
const betweenLooks = 50;

/**
 * Opens a device or a named pipe, the latter once it has a reader. Without one `open` waits, and with a slow one
 * `write`, in a thread that a process can't end without: it would survive Ctrl-C. So a pipe is asked for its reader
 * again and again, and written to as a socket is.
 */
export async function openStraight(file: string): Promise<StraightFile> {
  const fs = nodeModule.fs();
  if (process.platform !== 'linux' || !fs.statSync(file).isFIFO()) {
    const handle = await fs.promises.open(file, 'w');
    return { write: (bytes) => handle.writeFile(bytes), close: () => handle.close() };
  }
  const { O_NONBLOCK, O_WRONLY } = fs.constants;
  for (;;) {
    try {
      return pipeOn(fs.openSync(file, O_WRONLY | O_NONBLOCK));
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
}

function pipeOn(fd: number): StraightFile {
  const { Socket } = nodeModule.net();
  const socket = new Socket({ fd, readable: false, writable: true });
  // The callback of a write gets the error; nobody else waits for it.
  socket.on('error', () => {});
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: () =>
      new Promise((resolve) => {
        if (socket.closed) return resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      }),
  };
}
