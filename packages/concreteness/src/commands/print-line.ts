import { once } from 'node:events';
import { printable, printableLines } from '@slipform/kit/text/printable';

/** Writes a line to standard output, and waits if its reader is slow, so that memory stays constant. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Writes a value as one line of JSON. Control characters are escaped; a JSON reader restores them. */
export async function printJson(value: unknown): Promise<void> {
  await printLine(printable(JSON.stringify(value), Number.POSITIVE_INFINITY));
}

/** A text of the user for a terminal: control characters other than tabs are written as escapes. */
export function plainText(text: string): string {
  return text
    .split('\t')
    .map((part) => printable(part, Number.POSITIVE_INFINITY))
    .join('\t');
}

/** The same for several lines of our own text with words of the user in them. */
export function plainLines(text: string): string {
  return printableLines(text);
}
