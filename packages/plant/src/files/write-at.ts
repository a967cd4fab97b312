import type { FileHandle } from 'node:fs/promises';

/** Writes all bytes at a place of a file; a full disk may take some of them before it is an error. */
export async function writeAt(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}
