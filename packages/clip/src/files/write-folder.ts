import { InputError } from '../input-error';
import { nodeFileSystem, nodePath } from './node-modules';

/**
 * Writes files into a folder, which is made if need be. Each file is written beside its place under a
 * temporary name and renamed, so that a kill leaves the old file or the new one, and never half of one.
 */
export async function writeFolder(
  folder: string,
  files: readonly (readonly [name: string, content: Uint8Array | string])[],
): Promise<void> {
  const fs = nodeFileSystem();
  const path = nodePath();
  if (fs === undefined || path === undefined) {
    throw new InputError(`Files can be written in Node only, not to ${folder} in a browser.`);
  }
  await fs.mkdir(folder, { recursive: true });
  for (const [name, content] of files) {
    const target = path.join(folder, name);
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      await fs.writeFile(temporary, content);
      await fs.rename(temporary, target);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  }
}
