import { kernelVariant } from '@slipform/tfjs-kernels/registry';
import { getBackend } from '@tensorflow/tfjs-core';
import { version } from '../../../package.json';
import { InputError } from '../../input-error';
import type { ClipModel } from '../../model/clip-model';
import { configJson, namedTensors } from '../../weights/save-clip';
import { type NamedTensor, writeSafetensors } from '../../weights/write-safetensors';
import type { KeptRun } from '../observers/observer';
import type { Optimizer } from '../optimizer';
import type { CheckpointState, Identity } from './checkpoint-state';
import type { CheckpointStore } from './checkpoint-store';

/** What a checkpoint is made of. */
export interface RunState extends KeptRun {
  readonly model: ClipModel;
  readonly optimizer: Optimizer;
  readonly identity: Identity;
}

/**
 * Saves a run as a checkpoint and returns its folder: the model in Hugging Face's form (`loadClip` reads it),
 * the optimiser's tensors, and `state.json` with everything else and the digests of the other files. Each tensor is
 * read once, checked, hashed and written.
 */
export async function saveCheckpoint(store: CheckpointStore, run: RunState): Promise<string> {
  const { model, optimizer, step, loss, identity, observers } = run;
  return store.write(step, async (write) => {
    const weights = namedTensors(model, (name, value) => {
      throw new InputError(
        `trainClip: the parameter ${name} holds ${value} after step ${step}, so that no checkpoint was saved of it; the optimiser has diverged, lower its learning rate.`,
      );
    });
    const files: Record<string, CheckpointState['files'][keyof CheckpointState['files']]> = {
      'model.safetensors': await write('model.safetensors', writeSafetensors(weights, 'float32')),
      'config.json': await write('config.json', configJson(model, 'float32')),
    };
    const { numbers, tensors } = await optimizer.state!();
    const moments = [...tensors].map(
      ([name, { shape, values }]): NamedTensor => ({ name, shape, values: async () => values }),
    );
    files['optimizer.safetensors'] = await write(
      'optimizer.safetensors',
      writeSafetensors(moments, 'float32'),
    );
    const state: CheckpointState = {
      format: 'slipform-clip checkpoint 1',
      library: version,
      backend: getBackend(),
      kernels: kernelVariant(),
      step,
      loss,
      identity,
      optimizer: numbers,
      ...(Object.keys(observers).length === 0 ? {} : { observers }),
      files: files as CheckpointState['files'],
    };
    await write('state.json', `${JSON.stringify(state, undefined, 2)}\n`);
  });
}
