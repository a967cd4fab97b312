import { InputError } from '../input-error';
import { nodeFileSystem, nodePath } from './node-modules';

/** A file's name and its content, which may come piece by piece. */
export type NewFile = readonly [name: string, content: Uint8Array | string | AsyncIterable<Uint8Array>];

let written = 0;

/**
 * Writes files into a folder, which is made if need be. All are written beside their places under temporary
 * names, then files that match `obsolete` are removed, then all are renamed, in the order given. A kill thus
 * leaves each old file or its new one, and never half of one.
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
  await fs.mkdir(folder, { recursive: true });
  const renames: [temporary: string, target: string][] = [];
  try {
    for (const [name, content] of files) {
      const target = path.join(folder, name);
      const temporary = `${target}.${process.pid}-${written++}.tmp`;
      renames.push([temporary, target]);
      await fs.writeFile(temporary, content, { flush: true });
    }
    for (const name of await fs.readdir(folder)) {
      if (obsolete(name)) await fs.rm(path.join(folder, name), { force: true });
    }
    for (const [temporary, target] of renames) await fs.rename(temporary, target);
  } catch (error) {
    for (const [temporary] of renames) await fs.rm(temporary, { force: true });
    throw error;
  }
}
