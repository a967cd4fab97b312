import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { writing } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { isJsonObject, parseJson } from '../formats/parse-json';
import { shown } from '../text/printable';
import { type Content, draftBeside, dropDraft, modeOf } from './write-file';

export interface OwnFolder {
  readonly folder: string;
  /**
   * The file in it that lists each other file with its SHA-256: `.slipform-scenes`. Its name ends in nothing that a reader
   * of the folder looks for.
   */
  readonly list: string;
}

/** Writes one file of the folder; `path` is relative to it, and its folders are made. */
export type WriteInside = (path: string, content: Content) => Promise<void>;

/**
 * Writes a folder that is there as a whole or not at all: into one beside, which is renamed. A folder that is there
 * already is replaced, but only where all that it holds was written here and is unchanged.
 *
 * @throws InputError if the folder holds anything else, or is not a folder
 */
export async function writeOwnFolder<T>(
  { folder, list }: OwnFolder,
  fill: (inside: WriteInside) => Promise<T>,
): Promise<T> {
  await refuseForeignFolder({ folder, list });
  const target = existsSync(folder) ? await realpath(folder) : folder;
  const [draft, former] = [draftBeside(target), draftBeside(target)];
  const mode = modeOf(target);
  const written: Record<string, string> = {};
  // Errors name the place where a file was to be, and not the draft.
  const placed = (path: string) => join(folder, path);
  const inside: WriteInside = async (path, content) => {
    const file = join(draft, path);
    written[path.split(sep).join('/')] = await writing(placed(path), async () => {
      await mkdir(dirname(file), { recursive: true });
      return writeHashed(file, content);
    });
  };
  try {
    await writing(folder, async () => {
      await mkdir(draft, { recursive: true, ...(mode === undefined ? {} : { mode }) });
      if (mode !== undefined) await chmod(draft, mode);
    });
    const result = await fill(inside);
    await writing(placed(list), () => writeFile(join(draft, list), JSON.stringify(written, null, 1)));
    await writing(folder, async () => {
      if (!existsSync(target)) return rename(draft, target);
      await refuseForeignFolder({ folder, list });
      await rename(target, former);
      await rename(draft, target).catch(async (error: unknown) => {
        await rename(former, target);
        throw error;
      });
    });
    return result;
  } finally {
    dropDraft(draft);
    dropDraft(former);
  }
}

/** @throws InputError if a folder is there that holds what {@link writeOwnFolder} did not write */
export async function refuseForeignFolder({ folder, list }: OwnFolder): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputError(`${folder} is a file; name a folder, or a file that ends in .tar.`);
  });
  if (entries.length === 0) return;
  const known = await readList(folder, list);
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).split(sep).join('/');
    if (entry.isDirectory() && known !== undefined && holdsKnown(known, name)) continue;
    if (name === list && known !== undefined) continue;
    const expected = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    if (entry.isFile() && expected !== undefined && (await hashOfFile(file)) === expected) continue;
    throw new InputError(
      `${folder} holds ${shown(name)}, which this command did not write as it is now; move it, or choose another folder.`,
    );
  }
}

function holdsKnown(known: Readonly<Record<string, unknown>>, folder: string): boolean {
  return Object.keys(known).some((name) => name.startsWith(`${folder}/`));
}

async function readList(
  folder: string,
  list: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const found = parseJson(await readFile(join(folder, list), 'utf8'), list);
    return isJsonObject(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the SHA-256 of what was written */
async function writeHashed(file: string, content: Content): Promise<string> {
  const hash = createHash('sha256');
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  const handle = await open(file, 'wx');
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
