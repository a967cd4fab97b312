import { printableLines } from '@slipform/kit/text/printable';

/** Prints a value as JSON; control characters of texts are escaped, which JSON.stringify does for some of them only. */
export function writeJson(value: unknown): void {
  process.stdout.write(`${printableLines(JSON.stringify(value, null, 2))}\n`);
}
