import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type ByteSource, ParquetFault, windowedBytes } from './byte-source';

/** Opens a regular file. Errors of the file system come as they are. @throws {ParquetFault} for a pipe or a device */
export async function openBytes(file: string): Promise<ByteSource> {
  // A pipe without a writer would wait here for ever.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new ParquetFault(
      stat.isDirectory() ? 'it is a folder' : 'it is read from its end, so it must be a regular file',
    );
  }
  const readInto = async (bytes: Uint8Array, start: number): Promise<void> => {
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new ParquetFault('it became shorter while it was read');
      at += bytesRead;
    }
  };
  return windowedBytes(stat.size, readInto, () => handle.close());
}
