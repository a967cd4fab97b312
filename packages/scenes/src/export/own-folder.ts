import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { isJsonObject, parseJson } from '@slipform/kit/parse-json';
import { shown } from '@slipform/kit/printable';
import { draftBeside, dropDraft } from '@slipform/kit/write-file';

/** Lists each file of the folder with its SHA-256. The name ends in nothing that a reader of SugarCrepe looks for. */
const LIST = '.slipform-scenes';

/**
 * Writes a folder that is there as a whole or not at all: into one beside, which is renamed. A folder that is there
 * already is replaced, but only where all that it holds was written here and is unchanged.
 *
 * @throws InputError if the folder holds anything else, or is not a folder
 */
export async function writeOwnFolder(
  folder: string,
  fill: (inside: (path: string, content: string | Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  await refuseForeignFolder(folder);
  const target = existsSync(folder) ? await realpath(folder) : folder;
  const [draft, former] = [draftBeside(target), draftBeside(target)];
  const written: Record<string, string> = {};
  const inside = async (path: string, content: string | Uint8Array) => {
    const file = join(draft, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    written[path.split(sep).join('/')] = hashOf(content);
  };
  try {
    await fill(inside);
    await writeFile(join(draft, LIST), JSON.stringify(written, null, 1));
    if (!existsSync(target)) await rename(draft, target);
    else {
      await refuseForeignFolder(folder);
      await rename(target, former);
      await rename(draft, target).catch(async (error: unknown) => {
        await rename(former, target);
        throw error;
      });
    }
  } finally {
    dropDraft(draft);
    dropDraft(former);
  }
}

/** @throws InputError if a folder is there that holds what {@link writeOwnFolder} did not write */
export async function refuseForeignFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputError(`${folder} is a file; name a folder, or a file that ends in .tar.`);
  });
  if (entries.length === 0) return;
  const known = await readList(folder);
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).split(sep).join('/');
    if (entry.isDirectory() && known !== undefined && holdsKnown(known, name)) continue;
    if (name === LIST && known !== undefined) continue;
    const expected = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    if (entry.isFile() && expected !== undefined && hashOf(await readFile(file)) === expected) continue;
    throw new InputError(
      `${folder} holds ${shown(name)}, which this command did not write as it is now; move it, or choose another folder.`,
    );
  }
}

function holdsKnown(known: Readonly<Record<string, unknown>>, folder: string): boolean {
  return Object.keys(known).some((name) => name.startsWith(`${folder}/`));
}

async function readList(folder: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const list = parseJson(await readFile(join(folder, LIST), 'utf8'), LIST);
    return isJsonObject(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
