import { Buffer, isUtf8 } from 'node:buffer';
import { InputError } from '../errors/input-error';
import { utf8Stream } from './text-encoding';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; empty where there is a problem. */
  readonly text: string;
  /** What is wrong with the line, if its text can't be had, in words that follow its place. */
  readonly problem?: string;
  /** More about this very line: "byte 7 is 0xff". */
  readonly detail?: string;
  /** The problem is the encoding: the whole file is in doubt, not this line alone. */
  readonly isEncoding?: boolean;
}

export interface ReadLinesOptions {
  /** In bytes. A longer line is a problem, and is dropped while it is read. Default: 4 MiB. */
  readonly longest?: number;
  /** What messages about the whole stream begin with, such as the file's path. */
  readonly name: string;
}

/** No caption, row or JSON object is longer. */
export const longestLine = 4 * 1024 * 1024;

/** In bytes. What has no line end for so long is no file of lines, or a small gzip that inflates without an end. */
const maxDropped = 128 * 1024 * 1024;

const [LF, CR] = [10, 13];

/**
 * Cuts a stream of bytes into lines (LF or CRLF; a byte-order mark is dropped), one batch for each chunk, and
 * checks each for UTF-8. Time grows with the number of bytes alone; held are one chunk and at most `longest`
 * bytes of an open line, however long a line is.
 *
 * @throws {InputError} for UTF-16, for line ends of CR alone, which would make one line of a whole file, and for a
 * line of more than 128 MiB, at once
 */
export async function* readLineBatches(
  stream: AsyncIterable<Uint8Array>,
  { longest = longestLine, name }: ReadLinesOptions,
): AsyncGenerator<Line[]> {
  let open: Buffer[] = [];
  let openBytes = 0;
  let number = 0;
  let loneReturns = 0;

  const close = (piece: Buffer): Line => {
    number += 1;
    const isTooLong = openBytes + piece.length > longest;
    const bytes = openBytes === 0 || isTooLong ? piece : Buffer.concat([...open, piece]);
    open = [];
    openBytes = 0;
    loneReturns += returnsWithin(bytes);
    if (isTooLong) return { number, text: '', problem: `is longer than ${sizeOf(longest)}` };
    return decodeLine(bytes, number);
  };

  for await (const chunk of utf8Stream(stream, name)) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: Line[] = [];
    let start = 0;
    for (let end = buffer.indexOf(LF); end >= 0; end = buffer.indexOf(LF, start)) {
      lines.push(close(buffer.subarray(start, end)));
      start = end + 1;
    }
    const rest = buffer.subarray(start);
    openBytes += rest.length;
    if (openBytes <= longest) {
      if (rest.length > 0) open.push(Buffer.from(rest));
    } else {
      for (const dropped of [...open, rest]) loneReturns += returnsWithin(dropped);
      open = [];
      if (openBytes > maxDropped) {
        throw new InputError(
          `${name} line ${number + 1} goes on for more than ${sizeOf(maxDropped)}; name a file with an entry on each line.`,
        );
      }
    }
    if (lines.length > 0) yield lines;
  }
  const ended = number;
  if (openBytes > 0) {
    const last = close(Buffer.alloc(0));
    if (loneReturns <= ended) yield [last];
  }
  if (loneReturns > ended) {
    throw new InputError(`${name} has line ends of CR alone, as on old Macs; save it with LF line ends.`);
  }
}

/** The lines of `readLineBatches`, one by one. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  options: ReadLinesOptions,
): AsyncGenerator<Line> {
  for await (const lines of readLineBatches(stream, options)) yield* lines;
}

/** Carriage returns that end no line; that of CRLF stands last. */
function returnsWithin(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(CR); at >= 0 && at < bytes.length - 1; at = bytes.indexOf(CR, at + 1))
    count += 1;
  return count;
}

function decodeLine(bytes: Buffer, number: number): Line {
  const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
  const text = bytes.toString('utf8', 0, end);
  // U+FFFD is what broken bytes become; seldom, it is what the line says.
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    const at = firstBrokenByte(bytes);
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    const detail = `byte ${at + 1} is 0x${hex}`;
    return { number, text: '', problem: 'is not UTF-8', detail, isEncoding: true };
  }
  return { number, text };
}

/** Index of the first byte that belongs to no character: where U+FFFD was decoded and is not what the bytes say. */
function firstBrokenByte(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let at = 0;
  for (const character of text) {
    if (character === '\ufffd' && bytes.readUIntBE(at, Math.min(3, bytes.length - at)) !== 0xefbfbd)
      return at;
    at += Buffer.byteLength(character);
  }
  return at;
}

function sizeOf(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MiB` : `${bytes} bytes`;
}
