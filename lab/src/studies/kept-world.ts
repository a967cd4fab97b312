import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Icon } from '@slipform/icons';
import { writeFolderOnce } from '@slipform/kit/files/write-folder';
import type { IconWorld } from '../icons/icon-world';

/**
 * A world in a folder, so that each run needs no second to open it: its icons without their drawings as JSON lines, and the
 * drawings' greys. It is made where it is missing.
 *
 * @param make what the world is, and what else is kept with it as JSON
 */
export async function keptWorld<Beside>(
  folder: string,
  make: () => Promise<{ readonly world: IconWorld; readonly beside: Beside }>,
): Promise<{ readonly world: IconWorld; readonly beside: Beside }> {
  if (!existsSync(folder)) await write(folder, await make());
  const [lines, grey, beside] = await Promise.all([
    readFile(join(folder, 'icons.jsonl'), 'utf8'),
    readFile(join(folder, 'grey.bin')),
    readFile(join(folder, 'beside.json'), 'utf8'),
  ]);
  const icons = lines
    .split('\n')
    .filter(Boolean)
    .map((line): Icon => JSON.parse(line));
  const size = Math.sqrt(grey.length / icons.length);
  return { world: { icons, size, grey: new Uint8Array(grey) }, beside: JSON.parse(beside) };
}

async function write(
  folder: string,
  { world, beside }: { readonly world: IconWorld; readonly beside: unknown },
): Promise<void> {
  // Another process may have made the same at the same time; the first one counts.
  await writeFolderOnce(folder, async (inside) => {
    const lines = world.icons.map((icon) => `${JSON.stringify({ ...icon, body: '' })}\n`);
    await inside('icons.jsonl', lines);
    await inside('grey.bin', world.grey);
    await inside('beside.json', JSON.stringify(beside));
  });
}
