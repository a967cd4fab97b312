import { InputError } from '../errors/input-error';

/** So many of the first bytes tell the encoding. */
const headBytes = 1024;
/** Text has no zero bytes, or few by a slip; every other byte of English in UTF-16 is one. */
const maxZeros = 1 / 4;

const LF = 10;
/** Byte-order marks begin with this byte or a later one, or with a zero. */
const firstOfMarks = 0xef;

/** What is wrong with a text whose first bytes are these, in words that follow its name; `undefined` for UTF-8. */
export function otherEncoding(head: Uint8Array): string | undefined {
  const [a, b, c, d] = head;
  const remedy = 'save it as UTF-8 first';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return `is UTF-32, not UTF-8; ${remedy}`;
  }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return `is UTF-16, not UTF-8; ${remedy}`;
  const counted = head.subarray(0, headBytes);
  const zeros = [0, 0];
  for (const [i, byte] of counted.entries()) if (byte === 0) zeros[i % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= counted.length * maxZeros) return undefined;
  if (even === 0 || odd === 0) return `is UTF-16, not UTF-8; ${remedy}`;
  return 'holds zero bytes, so it is no text; name a text file in UTF-8';
}

/** The text of bytes, without its byte-order mark. @throws {InputError} if they are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} is not UTF-8; save it as UTF-8.`);
  }
}

/** Whether more lines end in CR alone, as on old Macs, than in LF. */
export function hasOldLineEnds(text: string): boolean {
  let returns = 0;
  for (let at = text.indexOf('\r'); at >= 0 && at < text.length - 1; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') returns += 1;
  }
  for (let at = text.indexOf('\n'); at >= 0 && returns > 0; at = text.indexOf('\n', at + 1)) returns -= 1;
  return returns > 0;
}

/**
 * A stream of text as it comes, without its byte-order mark. A file in UTF-16 or UTF-32 is known by its first
 * bytes, with a mark or without; so is one that is no text at all.
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} for another encoding
 */
export async function* utf8Stream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of stream) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : joined(head, chunk);
    // Four bytes tell the marks; a pipe may bring fewer at once, and wait for an answer to a short line.
    if (head.length < 4 && !isShortLine(head)) continue;
    yield begin(head, name);
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield begin(head, name);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A line of UTF-8 that may be all there is for now: "a\n". */
function isShortLine(head: Uint8Array): boolean {
  return head.length > 1 && head.at(-1) === LF && !head.includes(0) && head[0]! < firstOfMarks;
}

function begin(head: Uint8Array, name: string): Uint8Array {
  const problem = otherEncoding(head);
  if (problem !== undefined) throw new InputError(`${name} ${problem}.`);
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return hasMark ? head.subarray(3) : head;
}
