import { Buffer } from 'node:buffer';
import { InputError } from '../errors/input-error';
import { isGzip } from '../files/is-gzip';

/** A member begins with a header of one block, and its content fills blocks. */
const block = 512;
/** Two blocks of zeros; what comes behind them fills a record. */
const endBytes = 2 * block;
/** Between two members are at most the headers of long names; behind the last one zeros fill a record. */
const mostBetween = 64 * 1024 * 1024;

export interface TarEnd {
  /** The bytes of the tar, which pass unchanged. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Notes a member: where its header lies, and the size that it says. */
  member(offset: number, size: number): void;
  /**
   * A tar ends with two blocks of zeros or more: POSIX asks for them, and Python's tarfile, webdataset's TarWriter, GNU
   * tar and ours all write them. Without them the end has been cut off, and the loss shows nowhere else if the cut lies
   * between two members.
   *
   * @throws {InputError} if they are missing
   */
  refuseCut(): void;
  /** Whether what came begins as gzip does. */
  isGzip(): boolean;
}

/**
 * Watches a tar that is read by a parser which does not ask how it ends.
 *
 * @param name what messages begin with, such as the file's path
 */
export function watchTarEnd(stream: AsyncIterable<Uint8Array>, name: string): TarEnd {
  const refuse = (problem: string): never => {
    throw new InputError(`${name} ${problem}.`);
  };
  let total = 0;
  let startsAsGzip = false;
  let membersEnd = 0;
  let tail: Uint8Array = new Uint8Array(0);
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      if (total === 0) startsAsGzip = isGzip(chunk);
      total += chunk.length;
      if (total - chunk.length - membersEnd > mostBetween) {
        refuse(
          `goes on for more than ${mostBetween / 1024 / 1024} MiB without a member; name a tar of files`,
        );
      }
      tail =
        chunk.length >= endBytes ? chunk.slice(-endBytes) : Buffer.concat([tail, chunk]).subarray(-endBytes);
      yield chunk;
    }
  }
  return {
    stream: watched(),
    isGzip: () => startsAsGzip,
    member(offset, size) {
      membersEnd = offset + block + Math.ceil(size / block) * block;
    },
    refuseCut() {
      const isWhole = total - membersEnd >= endBytes && tail.every((byte) => byte === 0);
      if (total === 0 || isWhole) return;
      refuse(
        'is a tar that is cut off: it ends without the two blocks of zeros that end a tar, so samples may be missing; copy it again, or close the writer that made it',
      );
    },
  };
}
