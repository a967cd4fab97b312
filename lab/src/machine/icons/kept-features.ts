import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClipModel } from '@slipform/clip';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { embedWorld } from '../../icons/embed-world';
import type { CachedFeatures } from '../../icons/icon-batches';
import type { IconWorld } from '../../icons/icon-world';

/** What a frozen image tower makes of all icons of a study, kept in the folder of the runs, since all arms of a seed share it. */
export async function keptFeatures(
  work: string,
  { folder, sets }: { readonly folder: string; readonly sets: string },
  model: ClipModel,
  world: IconWorld,
): Promise<CachedFeatures> {
  const { width } = model.config.image;
  const file = join(work, `features-${sets}-${basename(folder)}.bin`);
  if (!existsSync(file)) {
    const values = await embedWorld(model, world, { of: 'features' });
    await writeFileWhole(file, new Uint8Array(values.buffer));
    return { values, width };
  }
  const bytes = await readFile(file);
  if (bytes.length !== world.icons.length * width * 4) {
    throw new Error(`${file} has features of other icons; remove it.`);
  }
  return { values: new Float32Array(new Uint8Array(bytes).buffer), width };
}
