import type { Hash } from 'node:crypto';
import { codeOf, fileReason, isFileSystemError, writing } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { isJsonObject, parseJson } from '../formats/parse-json';
import { shown } from '../text/printable';
import { acquireLock, lockBeside } from './lock';
import { nodeModule } from './node-modules';
import {
  type Content,
  draftBeside,
  dropDraft,
  modeOf,
  piecesOf,
  publish,
  syncFolder,
  writeDraft,
} from './write-file';

/** What a file holds. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes one file of a folder; `path` is relative to it, and its folders are made. */
export type WriteInside = (path: string, content: Content) => Promise<FileDigest>;

/** A file's name and its content. */
export type NewFile = readonly [name: string, content: Content];

/** A folder that is replaced as a whole. */
export interface WholeFolder {
  readonly folder: string;
  /**
   * The file in it that lists each other file with its SHA-256: `.slipform-scenes`. A folder that is there is replaced only
   * where this list says that all it holds was written here and is unchanged. Its name ends in nothing that a reader looks for.
   */
  readonly list?: string;
  /** In place of a list: throws for a folder that may not be replaced. */
  readonly refuse?: (folder: string) => Promise<void>;
  /** Whether even a folder of ours may be replaced. Default: true. */
  readonly force?: boolean;
  /** Whether its files are brought to the disk before it appears. Default: false. */
  readonly isDurable?: boolean;
  /** Whether another process that writes it is waited for. Default: false. */
  readonly wait?: boolean;
}

/** Files of a folder in which others stay, such as a model's. */
export interface FolderOfOthers {
  readonly folder: string;
  /** Names that contradict the new files, and are removed with those that these replace. */
  readonly obsolete: readonly string[];
  /** What `fill` writes into the draft itself, in the order in which it appears. */
  readonly order?: readonly string[];
  /** Whether a link stays one, and the file that it leads to is replaced. Default: the link is replaced. */
  readonly followsLinks?: boolean;
}

/**
 * Writes a folder. `fill` writes into a draft, by `inside` or into the folder `draft`; then the draft's files appear.
 *
 * A {@link WholeFolder} is new, empty or ours. States at each moment, whatever kills the process: **old → none → new** (none →
 * new), and what a kill leaves at *none* is the old one under another name, which the next call puts back. It is held by a
 * lock from the start.
 *
 * In a {@link FolderOfOthers} no file is touched but those named. States: **old → part of old → part of new → new**, never
 * some of each: the old ones go, the last first, before the new ones come in the order in which they were written, so that
 * the last one (`config.json`, a record) is there only when all are. A single file goes from old to new. The old ones lie in
 * `.slipform-former-…` meanwhile; an error brings them back, and after a kill they are there for their owner: no hidden
 * folder is ever obeyed or removed.
 *
 * @throws {InputError} for a folder that may not be replaced or can't be written
 * @throws {HeldByAnother} where another process writes a whole folder; in one of others it is waited for
 */
export async function writeFolder<T>(
  rules: WholeFolder | FolderOfOthers,
  fill: (inside: WriteInside, draft: string) => Promise<T>,
): Promise<T> {
  return 'obsolete' in rules ? fillFolder(rules, fill) : replaceFolder(rules, fill);
}

type Fill<T> = (inside: WriteInside, draft: string) => Promise<T>;

/** Writes into `draft`; errors name the place where a file was to be. */
function writerInto(draft: string, folder: string, isDurable: boolean): WriteInside {
  const { dirname, join } = nodeModule.path();
  return (path, content) =>
    writing(join(folder, path), async () => {
      const file = join(draft, path);
      await nodeModule.fs().promises.mkdir(dirname(file), { recursive: true });
      const hashed = hashing(content);
      await writeDraft(file, join(folder, path), hashed.content, isDurable);
      return hashed.digest();
    });
}

async function replaceFolder<T>(rules: WholeFolder, fill: Fill<T>): Promise<T> {
  const { folder, list, isDurable = false, force = true, wait = false } = rules;
  const { mkdir, chmod, realpath, rename, rm } = nodeModule.fs().promises;
  const { basename, dirname, join, resolve, sep } = nodeModule.path();
  if (folder === '') throw new InputError('the output must name a folder, got an empty name.');
  const target = await realpath(folder).catch(() => resolve(folder));
  const former = join(dirname(target), `.slipform-former-${sha256Of(basename(target)).slice(0, 12)}`);
  const refuseForeign = rules.refuse ?? ((place: string) => refuseForeignFolder(place, list!));
  const refuse = async () => {
    if (!force && (await isFolder(target))) {
      throw new InputError(`${folder} exists already; choose another name, or --force to replace it.`);
    }
    await refuseForeign(target);
  };
  if (!force || list !== undefined) await refuse();
  await writing(folder, () => makeFolder(dirname(target)));
  const lock = await acquireLock(lockBeside(target), { what: folder, wait });
  let draft: string | undefined;
  try {
    await writing(folder, async () => {
      if (!(await isFolder(former))) return;
      // Ours alone is put back or removed.
      await refuseForeign(former);
      if (await isFolder(target)) await rm(former, { recursive: true });
      else await rename(former, target);
    });
    await refuse();
    draft = draftBeside(target);
    const made = draft;
    await writing(folder, async () => {
      const mode = modeOf(target);
      await mkdir(made);
      if (mode !== undefined) await chmod(made, mode);
    });
    const write = writerInto(made, folder, isDurable);
    const written: Record<string, string> = {};
    const inside: WriteInside = async (path, content) => {
      const digest = await write(path, content);
      written[path.split(sep).join('/')] = digest.sha256;
      return digest;
    };
    const result = await fill(inside, made);
    if (list !== undefined) await write(list, JSON.stringify(written, null, 1));
    await writing(folder, async () => {
      if (isDurable) await syncFolder(made);
      lock.assertHeld();
      const isThere = await isFolder(target);
      if (isThere) {
        await refuse();
        await rename(target, former);
      }
      await publish(made, target).catch(async (error: unknown) => {
        const isBack = !isThere || (await rename(former, target).then(...always));
        if (isBack) throw error;
        throw new InputError(
          `cannot write ${folder}: ${fileReason(error)}; what was there lies in ${former}, and the next run puts it back.`,
        );
      });
      await rm(former, { recursive: true, force: true });
    });
    return result;
  } finally {
    if (draft !== undefined) dropDraft(draft);
    lock.release();
  }
}

const always = [() => true, () => false] as const;

async function fillFolder<T>(rules: FolderOfOthers, fill: Fill<T>): Promise<T> {
  const { folder, obsolete, order = [], followsLinks = false } = rules;
  const { mkdir, realpath, stat } = nodeModule.fs().promises;
  const { join } = nodeModule.path();
  await makeFolder(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOTDIR') throw cannotWriteInto(folder, error);
    throw new InputError(`cannot write into ${folder}: it, or what it lies in, is a file, not a folder.`);
  });
  const draft = draftBeside(join(folder, '.slipform-files'));
  const names: string[] = [];
  const refuseOther = async (name: string) => {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found === undefined || found.isFile()) return;
    throw new InputError(`cannot write ${join(folder, name)}: it is no file; move it away first.`);
  };
  const write = writerInto(draft, folder, true);
  try {
    await writing(folder, () => mkdir(draft));
    const result = await fill(async (name, content) => {
      await refuseOther(name);
      names.push(name);
      return write(name, content);
    }, draft);
    for (const name of order) {
      await refuseOther(name);
      await syncFile(join(draft, name));
    }
    const all = [...order, ...names];
    const placeOf = async (name: string) =>
      followsLinks ? realpath(join(folder, name)).catch(() => join(folder, name)) : join(folder, name);
    const moves = await Promise.all(
      all.map(async (name) => [join(draft, name), await placeOf(name)] as const),
    );
    const gone = obsolete.filter((name) => !all.includes(name)).map((name) => join(folder, name));
    const lock = await acquireLock(lockBeside(join(folder, '.slipform')), { what: folder, wait: true });
    try {
      lock.assertHeld();
      await exchange(folder, moves, [...new Set(gone)]);
    } finally {
      lock.release();
    }
    return result;
  } catch (error) {
    throw cannotWriteInto(folder, error);
  } finally {
    dropDraft(draft);
  }
}

/** Gives new files their places; the old ones and those of `gone` go before. An error brings the old ones back. */
async function exchange(
  folder: string,
  moves: readonly (readonly [from: string, to: string])[],
  gone: readonly string[],
): Promise<void> {
  const { lstat, mkdir, rename, rm } = nodeModule.fs().promises;
  const { basename, join } = nodeModule.path();
  const isThere = (file: string) => lstat(file).then(...always);
  const old: string[] = [];
  for (const file of [...gone, ...moves.map(([, to]) => to)]) if (await isThere(file)) old.push(file);
  const former = join(folder, `.slipform-former-${nodeModule.crypto().randomUUID().slice(0, 8)}`);
  const back: (readonly [from: string, to: string])[] = [];
  const move = async (from: string, to: string) => {
    await rename(from, to);
    back.unshift([to, from]);
  };
  try {
    // A single file takes the place of the old one.
    if (moves.length > 1 || gone.length > 0) {
      if (old.length > 0) await mkdir(former);
      for (const [at, file] of [...old.entries()].reverse()) {
        await move(file, join(former, `${at}-${basename(file)}`));
      }
    }
    for (const [from, to] of moves) await move(from, to);
    await syncFolder(folder);
  } catch (error) {
    let isBack = true;
    for (const [from, to] of back) isBack = (await rename(from, to).then(...always)) && isBack;
    if (isBack) {
      await rm(former, { recursive: true, force: true });
      throw error;
    }
    throw new InputError(
      `cannot write into ${folder}: ${fileReason(error)}; what was there lies in ${former}, each name behind a number: move it back.`,
    );
  }
  await rm(former, { recursive: true, force: true });
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

/** @throws InputError if a folder is there that holds what is not in its list */
async function refuseForeignFolder(folder: string, list: string): Promise<void> {
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

async function syncFile(file: string): Promise<void> {
  const handle = await nodeModule.fs().promises.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
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
