import { join } from 'node:path';
import { type WriteInside, writeFolder } from '@slipform/kit/files/write-folder';
import type { DrawnNegatives } from '../drawn-negatives';

/** Lists the files of a folder of ours. */
export const listOfFiles = '.slipform-scenes';

/**
 * Writes drawn captions as SugarCrepe is published: for each kind of change a file of
 * `{ "0": { filename, caption, negative_caption, negative_filename } }`, the pictures in `images/` and those of negative
 * captions in `hard-images/`. The folder is there as a whole or not at all; one that this function
 * wrote is replaced, but only if all that it holds is unchanged.
 *
 * @example
 * await exportSugarCrepe(await drawnNegatives(negatives), 'drawn');
 */
export async function exportSugarCrepe(drawn: DrawnNegatives, folder: string): Promise<void> {
  await writeFolder({ folder, list: listOfFiles }, (inside) => writeSugarCrepe(drawn, inside));
}

/** Writes what {@link exportSugarCrepe} writes into a folder that is being made. */
export async function writeSugarCrepe({ samples }: DrawnNegatives, inside: WriteInside): Promise<void> {
  const rows = new Map<string, Record<string, string>[]>();
  for (const [index, { caption, draw, negatives }] of samples.entries()) {
    const name = String(index).padStart(6, '0');
    const filename = `${name}.png`;
    await inside(join('images', filename), draw().png());
    for (const [at, { kind, negative, draw: drawHard }] of negatives.entries()) {
      const hardImage = `${name}-${at}.png`;
      await inside(join('hard-images', hardImage), drawHard().png());
      const row = { filename, caption, negative_caption: negative, negative_filename: hardImage };
      rows.set(kind, [...(rows.get(kind) ?? []), row]);
    }
  }
  for (const [kind, found] of rows) await inside(`${kind}.json`, JSON.stringify({ ...found }, null, 1));
}
