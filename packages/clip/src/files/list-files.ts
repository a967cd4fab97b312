import { namesIn } from '@slipform/kit/files/write-folder';
import type { ClipSource } from './clip-files';
import { ModelSource } from './model-source';
import { folderOf } from './open-file';

/** Names of the files of a folder or of files in memory; none of a URL's, which can't be listed. */
export async function listFiles(source: ClipSource | ModelSource): Promise<readonly string[]> {
  if (source instanceof ModelSource) return source.list();
  const folder = folderOf(source);
  if (folder !== undefined) return namesIn(folder).catch(() => []);
  return typeof source === 'string' || source instanceof URL ? [] : Object.keys(source);
}
