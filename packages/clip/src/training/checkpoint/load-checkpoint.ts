import { digestOf } from '@slipform/kit/files/write-folder';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { nodePath } from '../../files/node-modules';
import { openFile } from '../../files/open-file';
import { readNeededFile } from '../../files/read-file';
import { InputError } from '../../input-error';
import type { ClipModel } from '../../model/clip-model';
import { readParameters } from '../../weights/load-clip';
import { readSafetensorsHeader } from '../../weights/safetensors-header';
import { tensorValues } from '../../weights/tensor-values';
import type { Optimizer, OptimizerTensor } from '../optimizer';
import { CHECKPOINT_FILES, type CheckpointState, parseState } from './checkpoint-state';
import type { CheckpointStore } from './checkpoint-store';

/** Reads the `state.json` of a step's checkpoint and holds the other files to it; throws an InputError where one is damaged. */
export async function verifyCheckpoint(store: CheckpointStore, step: number): Promise<CheckpointState> {
  const folder = store.folderOf(step);
  const state = parseState(await readNeededFile(folder, 'state.json', 'it was not finished'));
  if (state.step !== step) throw new InputError(`state.json is that of step ${state.step}`);
  for (const name of CHECKPOINT_FILES) {
    const expected = state.files[name];
    const found = await digestOf(nodePath()!.join(folder, name));
    if (found.bytes !== expected.bytes) {
      throw new InputError(`${name} has ${found.bytes} bytes, expected ${expected.bytes}`);
    }
    if (found.sha256 !== expected.sha256) throw new InputError(`${name} has other content than was saved`);
  }
  return state;
}

/** Puts a verified checkpoint's weights into the model and its state into the optimiser. */
export async function restoreCheckpoint(
  folder: string,
  state: CheckpointState,
  { model, optimizer }: { readonly model: ClipModel; readonly optimizer: Optimizer },
): Promise<void> {
  const tensors = await readOptimizer(folder);
  await readParameters(folder, ({ name, shape }, values) => {
    tidy(() => model.parameter(name).assign(tensor(values, [...shape], 'float32')));
  });
  await optimizer.restore!({ numbers: state.optimizer, tensors });
}

async function readOptimizer(folder: string): Promise<Map<string, OptimizerTensor>> {
  const name = 'optimizer.safetensors';
  const reader = await openFile(folder, name);
  if ('missing' in reader) throw new InputError(`${reader.missing}.`);
  try {
    const tensors = new Map<string, OptimizerTensor>();
    for (const { name: tensor, dtype, shape, start, end } of (await readSafetensorsHeader(reader, name))
      .entries) {
      tensors.set(tensor, { shape, values: tensorValues(await reader.read(end - start), dtype) });
    }
    return tensors;
  } finally {
    await reader.close();
  }
}
