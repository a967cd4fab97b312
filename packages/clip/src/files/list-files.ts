import type { ClipSource } from './clip-files';
import { nodeFileSystem } from './node-modules';
import { folderOf } from './open-file';

/** Names of the files of a folder or of files in memory; none of a URL's, which can't be listed. */
export async function listFiles(source: ClipSource): Promise<readonly string[]> {
  const folder = folderOf(source);
  if (folder !== undefined)
    return (
      (await nodeFileSystem()
        ?.readdir(folder)
        .catch(() => [])) ?? []
    );
  return typeof source === 'string' || source instanceof URL ? [] : Object.keys(source);
}
