import { printable } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';
import type { FoundWeights } from './find-weights';
import type { StoredModel, StoredTensor, TensorEntry } from './safetensors';
import { weightTypes } from './safetensors';

/**
 * Checks the tensors of all files against those that the config asks for: each there once, of its shape and of
 * a type that weights can have, and none beside them.
 *
 * @throws {InputError} that names the first that is not
 */
export function checkTensors({ model, files, naming }: FoundWeights): void {
  const found = new Map<string, { entry: TensorEntry; file: string }>();
  for (const file of files) {
    for (const entry of file.entries) found.set(entry.name, { entry, file: file.name });
  }
  const place = files.length === 1 ? files[0]!.name : `The ${files.length} shards`;
  for (const tensor of model.tensors) {
    const here = found.get(tensor.name);
    if (here === undefined) {
      const hint = whyMissing(model, tensor, found);
      throw new InputError(`${place}: the tensor ${tensor.name} is missing${hint}.`);
    }
    checkEntry(
      tensor,
      here.entry,
      here.file,
      naming === 'open_clip' ? 'open_clip_config.json' : 'config.json',
    );
  }
  const known = new Set(model.tensors.map(({ name }) => name));
  for (const [name, { entry, file }] of found) {
    const ignored = model.ignored.get(name);
    if (known.has(name) || ignored?.join() === entry.shape.join()) continue;
    throw new InputError(`${file}: the tensor ${printable(name)} belongs to no CLIP of this config.`);
  }
}

function checkEntry({ name, shape }: StoredTensor, entry: TensorEntry, file: string, config: string): void {
  if (!weightTypes.includes(entry.dtype)) {
    throw new InputError(
      `${file}: the tensor ${name} must be ${weightTypes.slice(0, -1).join(', ')} or ${weightTypes.at(-1)}, got ${entry.dtype}.`,
    );
  }
  // OpenAI's conversion holds the logit scale as [], some others as [1].
  const same = entry.shape.join() === shape.join() || (shape.length === 0 && entry.shape.join() === '1');
  if (!same) {
    throw new InputError(
      `${file}: the tensor ${name} must have the shape [${shape}] by ${config}, got [${entry.shape}].`,
    );
  }
}

/** Two common reasons: a file with one tower, and one with the other naming. */
function whyMissing(model: StoredModel, missing: StoredTensor, found: ReadonlyMap<string, unknown>): string {
  const [tower, others] = towerOf(missing);
  if (found.has('visual.conv1.weight') && !missing.name.includes('visual.')) {
    return '; the names are open_clip’s, whose files are called open_clip_config.json and open_clip_model.safetensors';
  }
  if (found.has('vision_model.embeddings.class_embedding') && missing.name.includes('visual.')) {
    return '; the names are Hugging Face’s, whose files are called config.json and model.safetensors';
  }
  const none = !model.tensors.some((tensor) => towerOf(tensor)[0] === tower && found.has(tensor.name));
  const other = model.tensors.some((tensor) => towerOf(tensor)[0] === others && found.has(tensor.name));
  return none && other ? `, and so is all of the ${tower} tower: loadClip needs both` : '';
}

function towerOf(tensor: StoredTensor): readonly [tower: string, other: string] {
  const name = tensor.parameters[0]!.name;
  if (name.startsWith('vis')) return ['image', 'text'];
  return name.startsWith('text') ? ['text', 'image'] : ['', ''];
}
