import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measurement } from '../row';
import type { Run } from '../run';
import { settingsOf } from './result-file';

/**
 * `train` gets a folder and puts the trained model into `model` there; `use` gets the place of the model. One of a run with an
 * `alpha` stays in `shared`, and is not trained again for another `alpha`.
 */
export async function trainOnce<T>(
  run: Run,
  shared: string,
  train: (folder: string) => Promise<readonly Measurement[]>,
  use: (model: string, measured: readonly Measurement[]) => Promise<T>,
): Promise<T> {
  const kept = join(shared, `trained-${settingsOf({ ...run, alpha: 1 })}-${run.seed}`);
  if (run.alpha !== undefined && run.alpha !== 1 && existsSync(kept)) return use(kept, []);
  const folder = await mkdtemp(join(shared, 'training-'));
  try {
    const measured = await train(folder);
    const model = join(folder, 'model');
    if (run.alpha === undefined) return await use(model, measured);
    await rm(kept, { recursive: true, force: true });
    await rename(model, kept);
    return await use(kept, measured);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
