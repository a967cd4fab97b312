import { once } from 'node:events';
import { printable, printableLines } from '@slipform/kit/printable';

/** Writes a line to standard output and waits where its reader is slow, so that nothing piles up in memory. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Writes a value as one line of JSON; what a terminal would act on is escaped in it, which any reader undoes. */
export async function printJson(value: unknown): Promise<void> {
  await printLine(printable(JSON.stringify(value), Number.POSITIVE_INFINITY));
}

/** A text of the user's as text output shows it: what a terminal would act on is written out, but for tabs. */
export function plainText(text: string): string {
  return text
    .split('\t')
    .map((part) => printable(part, Number.POSITIVE_INFINITY))
    .join('\t');
}

/** The same for a text of several lines that is ours, with words of the user's in it. */
export function plainLines(text: string): string {
  return printableLines(text);
}
