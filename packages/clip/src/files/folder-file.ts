import { InputError } from '../input-error';
import type { ByteReader, OnBytes } from './byte-reader';
import { nodeFileSystem, nodePath } from './node-modules';

// Node reads at most 2 GiB − 1 at a time.
const mostAtOnce = 2 ** 30;

/** Opens a file of a folder, in Node; undefined where there is none. */
export async function openFolderFile(
  folder: string,
  name: string,
  onBytes: OnBytes = () => {},
): Promise<ByteReader | undefined> {
  const fs = nodeFileSystem();
  const path = nodePath();
  if (fs === undefined || path === undefined) {
    throw new InputError(
      `A folder (${folder}) can be read in Node only; pass a URL or the files themselves.`,
    );
  }
  const place = path.join(folder, name);
  try {
    // Before it is opened: opening a pipe waits for its writer.
    if (!(await fs.stat(place)).isFile()) throw new InputError(`${place} must be a file.`);
    const handle = await fs.open(place, 'r');
    const { size } = await handle.stat();
    let at = 0;
    return {
      size,
      sizeTold: 'the file',
      async read(length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(
            bytes,
            filled,
            Math.min(mostAtOnce, bytes.length - filled),
            at + filled,
          );
          if (bytesRead === 0) break;
          filled += bytesRead;
          onBytes(bytesRead);
        }
        at += filled;
        return filled === bytes.length ? bytes : bytes.slice(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}
