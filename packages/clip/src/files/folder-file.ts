import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import type { ByteReader, OnBytes } from './byte-reader';
import { nodeFileSystem, nodePath } from './node-modules';

// Node reads at most 2 GiB − 1 at a time.
const maxAtOnce = 2 ** 30;

/** Opens a file of a folder, in Node; undefined where there is none. */
export async function openFolderFile(
  folder: string,
  name: string,
  onBytes: OnBytes = () => {},
): Promise<ByteReader | undefined> {
  const fs = nodeFileSystem();
  if (fs === undefined) {
    throw new InputError(
      `A folder (${folder}) can be read in Node only; pass a URL or the files themselves.`,
    );
  }
  try {
    return await openPlace(fs, nodePath()!.join(folder, name), onBytes);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    return undefined;
  }
}

async function openPlace(
  fs: NonNullable<ReturnType<typeof nodeFileSystem>>,
  place: string,
  onBytes: OnBytes,
): Promise<ByteReader> {
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
          Math.min(maxAtOnce, bytes.length - filled),
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
}
