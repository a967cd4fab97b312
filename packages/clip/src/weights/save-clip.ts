import { writeFolder } from '../files/write-folder';
import type { ClipModel } from '../model/clip-model';
import { toHuggingFaceConfig } from './hugging-face-config';
import { type NamedTensor, writeSafetensors } from './write-safetensors';

/**
 * Writes `config.json` and `model.safetensors` (F32) in Hugging Face's naming, so that transformers'
 * `CLIPModel.from_pretrained(folder)` reads them; the folder is made if need be, files in it are replaced
 * whole. Node only; {@link clipFiles} gives the same bytes anywhere.
 */
export async function saveClip(model: ClipModel, folder: string): Promise<void> {
  const files = await clipFiles(model);
  await writeFolder(folder, Object.entries(files));
}

/** The files of a model in memory, by name: what {@link saveClip} writes and {@link loadClip} reads. */
export async function clipFiles(
  model: ClipModel,
): Promise<{ readonly 'model.safetensors': Uint8Array; readonly 'config.json': string }> {
  const tensors: NamedTensor[] = [];
  for (const [name, variable] of model.parameters) {
    tensors.push({ name, shape: variable.shape, values: (await variable.data()) as Float32Array });
  }
  return {
    // The weights first: a folder that a kill leaves behind is then not taken for a model.
    'model.safetensors': writeSafetensors(tensors),
    'config.json': `${JSON.stringify(toHuggingFaceConfig(model.config), undefined, 2)}\n`,
  };
}
