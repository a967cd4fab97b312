import type { FileHandle } from 'node:fs/promises';

/** With its header, to whose length the format asks that the data be aligned (64 bytes). */
const headerBytes = 128;

/**
 * A matrix of float32 as numpy's .npy (version 1.0: numpy's own description, `numpy/lib/format.py`), whose number of rows
 * is known at the end.
 */
export async function openNpy(handle: FileHandle, width: number) {
  await handle.writeFile(header(0, width));
  let rows = 0;
  return {
    async append(values: Float32Array): Promise<void> {
      await handle.writeFile(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      rows += values.length / width;
    },
    async close(): Promise<void> {
      try {
        await handle.write(header(rows, width), 0, headerBytes, 0);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

function header(rows: number, width: number): Buffer {
  const bytes = Buffer.alloc(headerBytes, ' ');
  bytes.write('\x93NUMPY\x01\x00', 'latin1');
  bytes.writeUInt16LE(headerBytes - 10, 8);
  bytes.write(`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${width}), }`, 10);
  bytes.write('\n', headerBytes - 1);
  return bytes;
}
