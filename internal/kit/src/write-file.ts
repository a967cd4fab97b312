import { codeOf, fileReason } from './file-error';
import { InputError } from './input-error';
import { nodeModule } from './node-modules';
import { isRunning, thisProcess } from './owner';
import { openStraight } from './straight-file';

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
 * Writes a file that appears whole or not at all: beside its place, brought to the disk, and renamed. A link
 * stays one, and the file that it leads to is replaced; a device or a pipe is written straight to. An error or
 * the end of the process removes what was begun, and the next call removes what a kill left of this file.
 *
 * @throws {InputError} one sentence if the file can't be written; errors of `content` pass as they are
 */
export async function writeFileWhole(file: string, content: Content): Promise<void> {
  const fs = nodeModule.fs();
  const target = await writing(file, async () => writeTarget(file));
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
      const handle = await fs.promises.open(draft, 'wx');
      try {
        for await (const piece of piecesOf(content)) await handle.writeFile(piece);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.promises.rename(draft, target);
    });
    drafts.delete(draft);
  } catch (error) {
    dropDraft(draft);
    throw error;
  }
}

/**
 * A name beside `target` for a file or a folder that is being written, which no one else makes. It is removed when the
 * process ends; what a kill left of the same target is removed now.
 */
export function draftBeside(target: string): string {
  const { basename, dirname, join } = nodeModule.path();
  const folder = dirname(target);
  const stem = `.slipform-${hash(basename(target))}-${hash(placeOfProcess())}`;
  sweep(folder, stem);
  removeAtExit();
  const draft = join(folder, `${stem}-${process.pid}-${written++}.tmp`);
  drafts.add(draft);
  return draft;
}

/** Removes a draft, and forgets it. */
export function dropDraft(draft: string): void {
  drafts.delete(draft);
  nodeModule.fs().rmSync(draft, { recursive: true, force: true });
}

/** The draft has its name: it is no longer one. */
export function keepDraft(draft: string): void {
  drafts.delete(draft);
}

/** Where the bytes go: the file, or what it links to; undefined for a device or a pipe. */
function writeTarget(file: string): string | undefined {
  const fs = nodeModule.fs();
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (stat !== undefined) return stat.isFile() ? fs.realpathSync(file) : undefined;
  if (fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) {
    throw new InputError(`cannot write ${file}: it is a link to nothing; remove it first.`);
  }
  return file;
}

function piecesOf(content: Content): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

async function writing<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const folder = nodeModule.path().dirname(file);
    const isFolderMissing = codeOf(error) === 'ENOENT' && !nodeModule.fs().existsSync(folder);
    const reason = isFolderMissing ? `there is no folder ${folder}; make it first` : fileReason(error);
    throw new InputError(`cannot write ${file}: ${reason}.`);
  }
}

/** Removes what killed processes of this host (and container) left of one target. */
function sweep(folder: string, stem: string): void {
  const fs = nodeModule.fs();
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return; // opening the draft says what is wrong
  }
  for (const name of names) {
    if (!name.startsWith(`${stem}-`)) continue;
    const pid = /^-(\d+)-\d+\.tmp$/.exec(name.slice(stem.length))?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    fs.rmSync(nodeModule.path().join(folder, name), { recursive: true, force: true });
  }
}

/** Where process ids mean the same. */
function placeOfProcess(): string {
  const { host, pids = '' } = thisProcess();
  return `${host} ${pids}`;
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
