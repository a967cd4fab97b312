import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { unreadable } from '../errors/file-error';
import { printable } from '../text/printable';

/** What makes an output what it is: the input's and the options' names with what they were. */
export type Fingerprint = Readonly<Record<string, string | number>>;

/** SHA-256 of a file's bytes, in hexadecimal. @throws {InputError} if it can't be read */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  } catch (error) {
    throw unreadable(file, error);
  }
  return hash.digest('hex');
}

/** SHA-256 of a text, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The first thing in which a run differs from an earlier one: "--policy was max and is min". */
export function differenceOf(
  before: Readonly<Record<string, unknown>>,
  now: Fingerprint,
): string | undefined {
  const name = Object.keys({ ...before, ...now }).find((name) => before[name] !== now[name]);
  return name === undefined
    ? undefined
    : `${printable(name)} was ${show(before[name])} and is ${show(now[name])}`;
}

function show(value: unknown): string {
  const text = value === undefined ? 'not set' : String(value);
  return printable(text, text.length > 24 ? 12 : 24);
}
