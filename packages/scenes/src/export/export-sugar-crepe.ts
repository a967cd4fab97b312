import { join } from 'node:path';
import { writeOwnFolder } from '@slipform/kit/files/write-folder';
import type { Change } from '../false-contents';
import type { ScenesBenchmark } from '../scenes';
import { sceneSamples } from './scene-samples';

/** Lists the files of a folder of ours. */
export const listOfFiles = '.slipform-scenes';

/** SugarCrepe's own names, so that its readers find what they know; the others are files beside them. */
const FILES: Readonly<Partial<Record<Change, string>>> = {
  replace_object: 'replace_obj',
  replace_attribute: 'replace_att',
  relation: 'replace_rel',
  swap_objects: 'swap_obj',
  swap_attributes: 'swap_att',
};

/**
 * Writes scenes as SugarCrepe is published: for each kind of change a file of
 * `{ "0": { filename, caption, negative_caption, negative_filename } }`, the pictures in `images/` and those of negative
 * captions in `hard-images/`. The folder is there as a whole or not at all; one that this function
 * wrote is replaced, but only if all that it holds is unchanged.
 *
 * @example
 * await exportSugarCrepe(scenes({ count: 20 }), 'scenes-test');
 */
export async function exportSugarCrepe(benchmark: ScenesBenchmark, folder: string): Promise<void> {
  await writeOwnFolder({ folder, list: listOfFiles }, async (inside) => {
    const rows = new Map<string, Record<string, string>[]>();
    for (const { index, caption, png, items, negativePng } of sceneSamples(benchmark)) {
      const filename = `${String(index).padStart(6, '0')}.png`;
      await inside(join('images', filename), png);
      for (const item of items) {
        const file = FILES[item.kind as Change] ?? item.kind;
        const hardImage = `${String(index).padStart(6, '0')}-${file}.png`;
        await inside(join('hard-images', hardImage), negativePng(item));
        const row = { filename, caption, negative_caption: item.negative, negative_filename: hardImage };
        rows.set(file, [...(rows.get(file) ?? []), row]);
      }
    }
    for (const [file, found] of rows) {
      await inside(`${file}.json`, JSON.stringify({ ...found }, null, 1));
    }
  });
}
