import { codeOf } from '@slipform/kit/errors/file-error';
import { nodeFileSystem, nodePath } from './node-modules';

/**
 * Makes a folder and those that it lies in, and returns the first that was made. Node's own `recursive` says ENOENT for
 * whatever keeps a folder from being made, a broken disk too. Node only.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  try {
    await fs.mkdir(folder);
    return folder;
  } catch (error) {
    const parent = path.dirname(folder);
    if (codeOf(error) === 'ENOENT' && parent !== folder) {
      const made = await makeFolder(parent);
      return (await makeFolder(folder)) === undefined ? made : (made ?? folder);
    }
    const found = await fs.stat(folder).catch(() => undefined);
    if (found?.isDirectory()) return undefined;
    throw error;
  }
}
