import { InputError } from '../input-error';
import { nodeFileSystem, nodePath } from './node-modules';

/** A file's name and its content, which may come piece by piece. */
export type NewFile = readonly [name: string, content: Uint8Array | string | AsyncIterable<Uint8Array>];

let written = 0;

/**
 * Writes files into a folder, which is made if need be. All are written beside their places under temporary
 * names, then files that match `obsolete` are removed, then all are renamed, in the order given. A kill thus
 * leaves each old file or its new one, and never half of one; the temporary ones that it leaves beside them
 * the next call removes.
 */
export async function writeFolder(
  folder: string,
  files: readonly NewFile[],
  obsolete: (name: string) => boolean = () => false,
): Promise<void> {
  const fs = nodeFileSystem();
  const path = nodePath();
  if (fs === undefined || path === undefined) {
    throw new InputError(`Files can be written in Node only, not to ${folder} in a browser.`);
  }
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR')) {
      throw new InputError(`cannot write into ${folder}: it, or what it lies in, is a file and no folder.`);
    }
    throw error;
  }
  const renames: [temporary: string, target: string][] = [];
  try {
    for (const [name, content] of files) {
      const target = path.join(folder, name);
      const temporary = `${target}.${process.pid}-${written++}.tmp`;
      renames.push([temporary, target]);
      await fs.writeFile(temporary, content, { flush: true });
    }
    for (const name of await fs.readdir(folder)) {
      if (obsolete(name) || isAbandoned(name)) await fs.rm(path.join(folder, name), { force: true });
    }
    for (const [temporary, target] of renames) await fs.rename(temporary, target);
  } catch (error) {
    for (const [temporary] of renames) await fs.rm(temporary, { force: true });
    throw error;
  }
}

/** Whether a temporary file is of a process that ended before it renamed it. */
function isAbandoned(name: string): boolean {
  const [, id] = /\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
  if (id === undefined) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    // Another user's process may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
