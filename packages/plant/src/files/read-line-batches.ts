import { isUtf8 } from 'node:buffer';
import { longestValue } from './file-caption';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** What is wrong with the line, if its text can't be had. */
  readonly problem?: string;
}

/** A longer line is no caption and is not kept: what has been read of it is dropped on the way. */
export const longestLine = longestValue;

/**
 * Cuts a stream of bytes into lines (LF or CRLF; a byte-order mark is dropped), one batch for each chunk, and
 * checks each for UTF-8. Holds one chunk and at most `longestLine` bytes of an open line.
 */
export async function* readLineBatches(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let open: Buffer[] = [];
  let openBytes = 0;
  let number = 0;
  let skipping = false;

  const close = (piece: Buffer): Line => {
    number += 1;
    const tooLong = skipping || openBytes + piece.length > longestLine;
    const bytes = tooLong || openBytes === 0 ? piece : Buffer.concat([...open, piece]);
    open = [];
    openBytes = 0;
    skipping = false;
    if (tooLong) return { number, text: '', problem: `is longer than ${longestLine / 1024 / 1024} MiB` };
    return decodeLine(bytes, number);
  };

  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: Line[] = [];
    let start = 0;
    for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, start)) {
      lines.push(close(buffer.subarray(start, end)));
      start = end + 1;
    }
    const rest = buffer.subarray(start);
    openBytes += rest.length;
    if (openBytes > longestLine) {
      skipping = true;
      open = [];
    } else if (rest.length > 0) open.push(Buffer.from(rest));
    if (lines.length > 0) yield lines;
  }
  if (openBytes > 0) yield [close(Buffer.alloc(0))];
}

function decodeLine(bytes: Buffer, number: number): Line {
  const end = bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length;
  const hasMark = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = bytes.toString('utf8', hasMark ? 3 : 0, end);
  // U+FFFD is what broken bytes become; seldom, it is what the line says.
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    const at = firstBrokenByte(bytes);
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    return { number, text: '', problem: `is not UTF-8: byte ${at + 1} is 0x${hex}` };
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
