import type { Hash } from 'node:crypto';
import { codeOf, fileReason, isFileSystemError, writing } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { isJsonObject, parseJson } from '../formats/parse-json';
import { shown } from '../text/printable';
import { acquireLock } from './lock';
import { nodeModule } from './node-modules';
import { type Content, draftBeside, dropDraft, modeOf, piecesOf, publish, writeDraft } from './write-file';

/** What a file holds. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes one file of a folder; `path` is relative to it, and its folders are made. */
export type WriteInside = (path: string, content: Content) => Promise<FileDigest>;

export interface WholeFolder {
  /** Throws where the folder that is there may not be replaced. */
  refuse(): Promise<void>;
  /** Whether its files are brought to the disk before it appears. */
  readonly isDurable: boolean;
}

/**
 * Writes a folder that is there as a whole or not at all: into a draft beside, which is renamed. One that is there already
 * is replaced; for a moment nothing is there then, and what a kill in that moment leaves the next call puts back.
 *
 * @param fill writes by `inside`, or into the folder `draft`
 */
export async function writeFolderWhole<T>(
  folder: string,
  { refuse, isDurable }: WholeFolder,
  fill: (inside: WriteInside, draft: string) => Promise<T>,
): Promise<T> {
  const { mkdir, chmod, realpath, rename, rm } = nodeModule.fs().promises;
  const { basename, dirname, join } = nodeModule.path();
  const target = await realpath(folder).catch(() => folder);
  const former = join(dirname(target), `.slipform-former-${sha256Of(basename(target)).slice(0, 12)}`);
  await writing(folder, async () => {
    await makeFolder(dirname(target));
    if (await isFolder(target)) await rm(former, { recursive: true, force: true });
    else if (await isFolder(former)) await rename(former, target);
  });
  await refuse();
  const draft = draftBeside(target);
  const inside: WriteInside = (path, content) =>
    // Errors name the place where a file was to be, and not the draft.
    writing(join(folder, path), async () => {
      const file = join(draft, path);
      await mkdir(dirname(file), { recursive: true });
      const hashed = hashing(content);
      await writeDraft(file, file, hashed.content, isDurable);
      return hashed.digest();
    });
  try {
    await writing(folder, async () => {
      const mode = modeOf(target);
      await mkdir(draft);
      if (mode !== undefined) await chmod(draft, mode);
    });
    const result = await fill(inside, draft);
    await writing(folder, async () => {
      if (isDurable) await sync(draft);
      if (await isFolder(target)) {
        await refuse();
        await rename(target, former);
      }
      try {
        await publish(draft, target);
      } catch (error) {
        await rename(former, target).catch(() => {});
        throw error;
      }
      if (isDurable) await sync(dirname(target));
      await rm(former, { recursive: true, force: true });
    });
    return result;
  } finally {
    dropDraft(draft);
  }
}

/** {@link writeFolderWhole} for what is always the same: where another process makes it meanwhile, the first one counts. */
export async function writeFolderOnce(
  folder: string,
  fill: (inside: WriteInside, draft: string) => Promise<void>,
): Promise<void> {
  const isThere = () => nodeModule.fs().existsSync(folder);
  const refuse = async () => {
    if (isThere()) throw new InputError(`${folder} is there already; remove it to make it again.`);
  };
  await writeFolderWhole(folder, { refuse, isDurable: false }, fill).catch((error: unknown) => {
    if (!isThere()) throw error;
  });
}

/** Removes a folder that is there as a whole or not at all: it loses its name first. */
export async function removeFolder(folder: string): Promise<void> {
  const draft = draftBeside(folder);
  try {
    await nodeModule.fs().promises.rename(folder, draft);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    dropDraft(draft);
  }
}

export interface OwnFolder {
  readonly folder: string;
  /**
   * The file in it that lists each other file with its SHA-256: `.slipform-scenes`. Its name ends in nothing that a reader
   * of the folder looks for.
   */
  readonly list: string;
}

/**
 * {@link writeFolderWhole} for a folder that lists what it holds: one that is there already is replaced only where all that
 * it holds was written here and is unchanged.
 *
 * @throws InputError if the folder holds anything else, or is not a folder
 */
export async function writeOwnFolder<T>(
  { folder, list }: OwnFolder,
  fill: (inside: WriteInside) => Promise<T>,
): Promise<T> {
  const refuse = () => refuseForeignFolder({ folder, list });
  return writeFolderWhole(folder, { refuse, isDurable: false }, async (inside) => {
    const written: Record<string, string> = {};
    const result = await fill(async (path, content) => {
      const digest = await inside(path, content);
      written[path.split(nodeModule.path().sep).join('/')] = digest.sha256;
      return digest;
    });
    await inside(list, JSON.stringify(written, null, 1));
    return result;
  });
}

/** @throws InputError if a folder is there that holds what {@link writeOwnFolder} did not write */
export async function refuseForeignFolder({ folder, list }: OwnFolder): Promise<void> {
  const fs = nodeModule.fs();
  const { join, relative, sep } = nodeModule.path();
  if (!fs.existsSync(folder)) return;
  const entries = await fs.promises.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputError(`${folder} is a file; name a folder, or a file that ends in .tar.`);
  });
  if (entries.length === 0) return;
  const known = await readJson(join(folder, list));
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).split(sep).join('/');
    if (entry.isDirectory() && known && Object.keys(known).some((one) => one.startsWith(`${name}/`)))
      continue;
    if (name === list && known !== undefined) continue;
    const expected = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    if (entry.isFile() && expected !== undefined && (await digestOf(file)).sha256 === expected) continue;
    throw new InputError(
      `${folder} holds ${shown(name)}, which this command did not write as it is now; move it, or choose another folder.`,
    );
  }
}

/** A file's name and its content, or a draft of the same file system that becomes it. */
export type NewFile = readonly [name: string, content: Content | { readonly draft: string }];

/** Where the files of a save that is decided lie until they have their names; in it, a list of them. */
const decided = '.slipform-save';
const listFile = '.list';

interface Decided {
  readonly files: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Puts files into a folder in which other files stay, makes it if need be, and removes those of the names `obsolete`. The
 * files are written into a draft in the folder. Its renaming decides the save: from that moment {@link placesOf} and
 * {@link namesIn} show all the new files, before it all the old ones, and the next save ends what a kill or an error left
 * between. A reader of the plain names finds old files, then some of them or some of the new ones, then all new ones, and
 * never a file of each: the old ones go, the last first, before the new ones come, the last one last. One writer at a time:
 * another one waits. No other file is touched.
 *
 * @throws {InputError} for a folder that can't be written into, and where a folder is in the place of a file
 */
export async function writeIntoFolder(
  folder: string,
  files: readonly NewFile[],
  obsolete: readonly string[] = [],
): Promise<void> {
  const { mkdir, rename, stat } = nodeModule.fs().promises;
  const { join } = nodeModule.path();
  await makeFolder(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOTDIR') throw cannotWriteInto(folder, error);
    throw new InputError(`cannot write into ${folder}: it, or what it lies in, is a file, not a folder.`);
  });
  await alone(folder, async (assertHeld) => {
    await finish(folder);
    const names = files.map(([name]) => name);
    for (const name of names) {
      const found = await stat(join(folder, name)).catch(() => undefined);
      if (found === undefined || found.isFile()) continue;
      throw new InputError(`cannot write ${join(folder, name)}: it is no file; move it away first.`);
    }
    const draft = draftBeside(join(folder, decided));
    try {
      await mkdir(draft);
      for (const [name, content] of files) {
        const place = join(draft, name);
        if (typeof content === 'object' && 'draft' in content) {
          await rename(content.draft, place);
          await syncFile(place);
        } else await writeDraft(place, join(folder, name), content);
      }
      const gone = [...new Set(obsolete)].filter((name) => !names.includes(name));
      const list = join(draft, listFile);
      await writeDraft(list, list, JSON.stringify({ files: names, gone } satisfies Decided));
      await sync(draft);
      assertHeld();
      await publish(draft, join(folder, decided));
    } finally {
      dropDraft(draft);
    }
    await sync(folder);
    await finish(folder);
  });
}

/** Ends what a killed {@link writeIntoFolder} left between its decision and the names of its files. */
export async function finishFolder(folder: string): Promise<void> {
  if (nodeModule.fs().existsSync(nodeModule.path().join(folder, decided))) {
    await alone(folder, () => finish(folder));
  }
}

/**
 * Where a reader of a folder that {@link writeIntoFolder} writes finds a file: at the first of the places at which there is
 * one. They come twice, since between two looks a file may move from the one to the other.
 */
export async function placesOf(folder: string, name: string): Promise<readonly string[]> {
  const { join } = nodeModule.path();
  const places = [join(folder, decided, name), join(folder, name)];
  return (await readDecided(folder))?.gone.includes(name) ? [] : [...places, ...places];
}

/** The names in a folder, as {@link placesOf} finds them. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await nodeModule.fs().promises.readdir(folder);
  const save = await readDecided(folder);
  if (save === undefined) return names;
  return [...new Set([...names, ...save.files])].filter((name) => !save.gone.includes(name));
}

async function finish(folder: string): Promise<void> {
  const { readdir, rename, rm, rmdir } = nodeModule.fs().promises;
  const { join } = nodeModule.path();
  const stage = join(folder, decided);
  const save = await readDecided(folder);
  if (save !== undefined) {
    const waiting = await readdir(stage);
    const names = save.files.filter((name) => waiting.includes(name));
    // A single file takes the place of the old one.
    const going = names.length === 1 && save.gone.length === 0 ? [] : [...save.gone, ...names].reverse();
    for (const name of going) await rm(join(folder, name), { force: true });
    for (const name of names) await rename(join(stage, name), join(folder, name));
    await sync(folder);
    await rm(join(stage, listFile));
  }
  await rmdir(stage).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'ENOTDIR') throw error;
    throw new InputError(`cannot write into ${folder}: ${stage} is in the way; move it away first.`);
  });
}

/** What a folder's save that is decided changes; the names are those of files in the folder itself. */
async function readDecided(folder: string): Promise<Decided | undefined> {
  const { basename, join } = nodeModule.path();
  const { files, gone } = (await readJson(join(folder, decided, listFile))) ?? {};
  const isNames = (value: unknown): value is string[] =>
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string' && name === basename(name) && !/^\.{0,2}$/.test(name));
  return isNames(files) && isNames(gone) ? { files, gone } : undefined;
}

async function alone(folder: string, work: (assertHeld: () => void) => Promise<void>): Promise<void> {
  const file = nodeModule.path().join(folder, '.slipform-save.lock');
  const lock = await acquireLock(file, { what: folder, wait: true });
  try {
    await work(() => lock.assertHeld());
  } catch (error) {
    // What another process tidied up is missing here.
    if (isFileSystemError(error)) lock.assertHeld();
    throw cannotWriteInto(folder, error);
  } finally {
    lock.release();
  }
}

/** A file system's error as a sentence that names the folder. */
function cannotWriteInto(folder: string, error: unknown): unknown {
  if (!isFileSystemError(error)) return error;
  return new InputError(`cannot write into ${folder}: ${fileReason(error)}.`, { cause: error });
}

/**
 * Makes a folder and those that it lies in, and returns the first that was made. Node's own `recursive` says ENOENT for
 * whatever keeps a folder from being made, a broken disk too.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    await nodeModule.fs().promises.mkdir(folder);
    return folder;
  } catch (error) {
    const parent = nodeModule.path().dirname(folder);
    if (codeOf(error) === 'ENOENT' && parent !== folder) {
      const made = await makeFolder(parent);
      return (await makeFolder(folder)) === undefined ? made : (made ?? folder);
    }
    if (await isFolder(folder)) return undefined;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await nodeModule
    .fs()
    .promises.stat(path)
    .catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** Length and SHA-256 of a file. */
export async function digestOf(file: string): Promise<FileDigest> {
  const handle = await nodeModule.fs().promises.open(file, 'r');
  try {
    const hashed = hashing(handle.createReadStream({ highWaterMark: 2 ** 20 }));
    for await (const _ of hashed.content);
    return hashed.digest();
  } finally {
    await handle.close();
  }
}

/** Content that is hashed as it is read. */
function hashing(content: Content): { readonly content: Content; digest(): FileDigest } {
  const hash: Hash = nodeModule.crypto().createHash('sha256');
  let bytes = 0;
  async function* pieces() {
    for await (const piece of piecesOf(content)) {
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
      yield piece;
    }
  }
  return { content: pieces(), digest: () => ({ bytes, sha256: hash.digest('hex') }) };
}

function sha256Of(text: string): string {
  return nodeModule.crypto().createHash('sha256').update(text).digest('hex');
}

/** An object of JSON; undefined where there is none. */
async function readJson(file: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const found = parseJson(await nodeModule.fs().promises.readFile(file, 'utf8'), file);
    return isJsonObject(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await nodeModule.fs().promises.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a folder's list of names to the disk; Windows has no such thing. */
async function sync(folder: string): Promise<void> {
  const handle = await nodeModule
    .fs()
    .promises.open(folder, 'r')
    .catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
