import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { ParquetFault } from './parquet-fault';

/** Bytes that are read at any place. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes; what the caller may keep and change. */
  read(start: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Small reads are answered from a window of this size: page headers lie in front of their pages. */
const windowBytes = 256 * 1024;

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
  const { size } = stat;
  let window = { start: 0, bytes: new Uint8Array(0) };
  const readInto = async (bytes: Uint8Array, start: number): Promise<void> => {
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new ParquetFault('it became shorter while it was read');
      at += bytesRead;
    }
  };
  return {
    size,
    async read(start, length) {
      const own = new Uint8Array(length);
      if (length >= windowBytes) {
        await readInto(own, start);
        return own;
      }
      if (start < window.start || start + length > window.start + window.bytes.length) {
        const bytes = new Uint8Array(Math.min(windowBytes, size - start));
        await readInto(bytes, start);
        window = { start, bytes };
      }
      own.set(window.bytes.subarray(start - window.start, start - window.start + length));
      return own;
    },
    close: () => handle.close(),
  };
}
