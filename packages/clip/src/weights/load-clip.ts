import type { Variable } from '@tensorflow/tfjs-core';
import type { ClipSource } from '../files/clip-files';
import { parseJsonObject } from '../files/parse-json';
import { readNeededFile } from '../files/read-file';
import { InputError } from '../input-error';
import { ClipModel } from '../model/clip-model';
import { toVariable } from '../model/create-clip';
import { type ParameterSpec, parameterSpecs } from '../model/parameter-specs';
import { fromHuggingFaceConfig } from './hugging-face-config';
import { readSafetensorsHeader, type TensorEntry } from './safetensors-header';
import { tensorValues } from './tensor-values';

const file = 'model.safetensors';

// Constants 0…n − 1 that older versions of transformers wrote among the weights.
const ignored = new Set(['text_model.embeddings.position_ids', 'vision_model.embeddings.position_ids']);

/**
 * Loads a CLIP in Hugging Face's form, `config.json` and `model.safetensors` (F32, F16 or BF16), from a
 * folder (in Node), a URL or files in memory.
 *
 * Everything is checked before a weight is allocated: lengths, overlaps, types, and each tensor's shape
 * against the config. Throws an InputError that names the tensor or field that is wrong, or the missing file.
 */
export async function loadClip(source: ClipSource): Promise<ClipModel> {
  const config = fromHuggingFaceConfig(
    parseJsonObject(await readNeededFile(source, 'config.json'), 'config.json'),
  );
  const bytes = await readNeededFile(source, file);
  const entries = readSafetensorsHeader(bytes, file);
  const specs = parameterSpecs(config);
  const found = specs.map((spec) => [spec, matchingEntry(spec, entries)] as const);
  const known = new Set(specs.map(({ name }) => name));
  for (const name of entries.keys()) {
    if (!known.has(name) && !ignored.has(name)) {
      throw new InputError(`${file}: the tensor ${name} belongs to no CLIP of this config.`);
    }
  }
  const parameters = new Map<string, Variable>();
  try {
    for (const [{ name, shape }, entry] of found) {
      parameters.set(name, toVariable(tensorValues(bytes, entry, file), shape));
    }
  } catch (error) {
    for (const variable of parameters.values()) variable.dispose();
    throw error;
  }
  return new ClipModel(config, parameters);
}

function matchingEntry(
  { name, shape }: ParameterSpec,
  entries: ReadonlyMap<string, TensorEntry>,
): TensorEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new InputError(`${file}: the tensor ${name} is missing.`);
  if (!['F32', 'F16', 'BF16'].includes(entry.dtype)) {
    throw new InputError(`${file}: the tensor ${name} must be F32, F16 or BF16, got ${entry.dtype}.`);
  }
  // OpenAI's conversion holds the logit scale as [], some others as [1].
  const same = entry.shape.join() === shape.join() || (shape.length === 0 && entry.shape.join() === '1');
  if (!same) {
    throw new InputError(
      `${file}: the tensor ${name} must have the shape [${shape}] by config.json, got [${entry.shape}].`,
    );
  }
  return entry;
}
