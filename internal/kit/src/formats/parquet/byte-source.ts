/** What is wrong with a Parquet file, in words that follow "FILE is not a readable Parquet file: ". */
export class ParquetFault extends Error {}

/** Bytes that are read at any place. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes; what the caller may keep and change. */
  read(start: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Small reads are answered from a window of this size: page headers lie in front of their pages. */
const windowBytes = 256 * 1024;

/** A source with a window. @param readInto fills all of `bytes` with those from `start` on */
export function windowedBytes(
  size: number,
  readInto: (bytes: Uint8Array, start: number) => Promise<void>,
  close: () => Promise<void>,
): ByteSource {
  let window = { start: 0, bytes: new Uint8Array(0) };
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
    close,
  };
}
