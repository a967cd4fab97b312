import { isUtf8 } from 'node:buffer';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** What is wrong with the line, if its text can't be had. */
  readonly problem?: string;
}

/** A longer row, caption or JSON object is none, and is dropped while it is read. */
export const longestRow = 4 * 1024 * 1024;

/** Lines (LF or CRLF, a byte-order mark dropped) of a stream of bytes, each checked for its length and for UTF-8. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let number = 0;
  const close = (piece: Uint8Array): Line => {
    number += 1;
    const bytes = openBytes > longestRow ? undefined : Buffer.concat([...open, piece]);
    open = [];
    openBytes = 0;
    if (bytes === undefined || bytes.length > longestRow) {
      return { number, text: '', problem: `is longer than ${longestRow / 2 ** 20} MiB` };
    }
    if (!isUtf8(bytes)) return { number, text: '', problem: 'is not UTF-8' };
    return { number, text: bytes.toString('utf8').replace(number === 1 ? /^\ufeff|\r$/g : /\r$/, '') };
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield close(chunk.subarray(start, end));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    openBytes += rest.length;
    if (openBytes > longestRow) open = [];
    else if (rest.length > 0) open.push(rest);
  }
  if (openBytes > 0) yield close(new Uint8Array(0));
}
