import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files whose names change with their content, so that a browser may keep them for ever. */
export interface HashedFiles {
  /** Writes `data/NAME-HASH.EXT` and returns this path. */
  write(name: string, extension: string, content: string | Uint8Array): Promise<string>;
}

export async function hashedFiles(folder: string): Promise<HashedFiles> {
  await mkdir(join(folder, 'data'), { recursive: true });
  return {
    async write(name, extension, content) {
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
      const path = `data/${name}-${hash}.${extension}`;
      await writeFile(join(folder, path), content);
      return path;
    },
  };
}
