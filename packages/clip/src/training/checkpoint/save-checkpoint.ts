import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../../package.json';
import { writeFolder } from '../../files/write-folder';
import { InputError } from '../../input-error';
import type { ClipModel } from '../../model/clip-model';
import { kernelVariant } from '../../ops/fused-kernels';
import { saveClip } from '../../weights/save-clip';
import { writeSafetensors } from '../../weights/write-safetensors';
import type { Optimizer } from '../optimizer';
import { type CheckpointState, checkpointFiles, type Identity } from './checkpoint-state';
import type { CheckpointStore } from './checkpoint-store';

/** What a checkpoint is made of. */
export interface RunState {
  readonly model: ClipModel;
  readonly optimizer: Optimizer;
  readonly step: number;
  readonly loss: number;
  readonly identity: Identity;
}

/**
 * Saves a run as a checkpoint and returns its folder: the model in Hugging Face's form (`loadClip` reads it),
 * the optimiser's tensors, and `state.json` with everything else and the digests of the other files.
 */
export async function saveCheckpoint(store: CheckpointStore, run: RunState): Promise<string> {
  const { model, optimizer, step, loss, identity } = run;
  await checkWeights(model, step);
  return store.write(step, async (folder) => {
    await saveClip(model, folder, { maxShardSize: Number.MAX_SAFE_INTEGER });
    const { numbers, tensors } = await optimizer.state!();
    const named = [...tensors].map(([name, { shape, values }]) => ({
      name,
      shape,
      values: async () => values,
    }));
    await writeFolder(folder, [['optimizer.safetensors', writeSafetensors(named, 'float32')]]);
    const files = Object.fromEntries(
      await Promise.all(
        checkpointFiles.map(async (name) => [name, await store.digest(store.join(folder, name))] as const),
      ),
    ) as CheckpointState['files'];
    const state: CheckpointState = {
      format: 'slipform-clip checkpoint 1',
      library: version,
      backend: getBackend(),
      kernels: kernelVariant(),
      step,
      loss,
      identity,
      optimizer: numbers,
      files,
    };
    await writeFolder(folder, [['state.json', `${JSON.stringify(state, undefined, 2)}\n`]]);
  });
}

/** A checkpoint must be one that a run can go on from. */
async function checkWeights(model: ClipModel, step: number): Promise<void> {
  for (const [name, variable] of model.parameters) {
    const wrong = (await variable.data()).find((x) => !Number.isFinite(x));
    if (wrong !== undefined) {
      throw new InputError(
        `trainClip: the parameter ${name} holds ${wrong} after step ${step}, so that no checkpoint was saved of it; the optimiser has diverged, lower its learning rate.`,
      );
    }
  }
}
