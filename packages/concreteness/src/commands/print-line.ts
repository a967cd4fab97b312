import { once } from 'node:events';

/** Writes a line to standard output and waits where its reader is slow, so that nothing piles up in memory. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
