import { once } from 'node:events';

/** Writes to standard output, and waits where its reader is slow, so that memory stays constant. */
export async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
