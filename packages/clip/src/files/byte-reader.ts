/** A file that is read from front to back, so that a download needs no more memory than the part in hand. */
export interface ByteReader {
  /** Length of the file in bytes; undefined where a server does not tell it. */
  readonly size: number | undefined;
  /** Where the size is from, for messages: 'the file' or 'its Content-Length'. */
  readonly sizeTold: string;
  /** The next `length` bytes, in memory of their own; fewer where the file ends before. */
  read(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Lets go of the file, or of the rest of the download. */
  close(): Promise<void>;
}

/** Content of a file in memory. */
export type FileContent = Blob | ArrayBuffer | Uint8Array | string;

/** Called with the length of each piece that was read, in bytes. */
export type OnBytes = (bytes: number) => void;

export function memoryReader(content: FileContent, onBytes: OnBytes = () => {}): ByteReader {
  const whole = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const size = whole instanceof Blob ? whole.size : whole.byteLength;
  let at = 0;
  return {
    size,
    sizeTold: 'the file',
    async read(length) {
      const start = at;
      at = Math.min(size, start + length);
      onBytes(at - start);
      if (whole instanceof Blob) return new Uint8Array(await whole.slice(start, at).arrayBuffer());
      const view =
        whole instanceof Uint8Array
          ? new Uint8Array(whole.buffer, whole.byteOffset, size)
          : new Uint8Array(whole);
      // A copy, also of what lies in shared memory.
      return new Uint8Array(view.subarray(start, at));
    },
    async close() {},
  };
}

/** Pieces of bytes as one. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
