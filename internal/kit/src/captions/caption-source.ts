import type { ByteSource } from '../formats/parquet/byte-source';

/** What captions are read from, once or several times: a file of a file system, or one that a browser has. */
export interface CaptionSource {
  /** What messages call it. */
  readonly name: string;
  open(): Input;
}

export interface Input {
  /** The file's bytes, inflated if they are gzip. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** `undefined` for standard input and pipes, which can be read once only. */
  readonly bytes: number | undefined;
  /** How many of the file's own bytes have been read so far. */
  bytesRead(): number;
  /** The file's own bytes at any place. */
  openAnywhere(): Promise<ByteSource>;
}
