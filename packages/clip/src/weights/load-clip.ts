import { InputError } from '@slipform/kit/errors/input-error';
import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import { getBackend, type Variable, version_core } from '@tensorflow/tfjs-core';
import { checkBackend } from '../backend/backends';
import type { LoadOptions } from '../files/load-options';
import type { ClipSource, ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import type { FullClipConfig } from '../model/clip-config';
import { ClipModel } from '../model/clip-model';
import { toVariable } from '../model/create-clip';
import { mergeFactors } from '../model/low-rank';
import { type ParameterSpec, parameterSpecs } from '../model/parameter-specs';
import { isFactor } from '../model/parameters';
import { closeFiles, findWeights, openWeightFile, type WeightFile } from './find-weights';
import { arrange, type StoredTensor, type TensorEntry, tensorValues } from './safetensors';

// What the heap of tfjs's wasm backend can hold, less what a step of inference takes.
const wasmHeap = 2 ** 32 - 2 ** 28;

/**
 * Loads a CLIP from a folder (in Node), the URL of a folder, files in memory, or the hub (`hf:owner/name`), in one of two
 * forms:
 *
 * - Hugging Face's, `config.json` and `model.safetensors`, or its shards with `model.safetensors.index.json`;
 * - open_clip's, `open_clip_config.json` and `open_clip_model.safetensors`, in OpenAI's names.
 *
 * Weights are F32, F16, BF16 or F64 and become float32. They are read tensor by tensor, so that no second copy
 * of them is held. Before the first is allocated all headers are checked: lengths, overlaps, types, and each
 * tensor's shape against the config.
 *
 * @throws {InputError} that names the tensor or field that is wrong, or the missing file
 * @example
 * const model = await loadClip('my-model');
 * model.config.embeddingSize; // 8
 */
export async function loadClip(source: ClipSource, options: LoadOptions = {}): Promise<ClipModel> {
  refuseOldTfjs('loadClip', version_core);
  return readClip('loadClip', await openSource('loadClip', source, options));
}

/** {@link loadClip} of a source that is open, for a public function, which `place` names. */
export async function readClip(place: string, source: ModelSource): Promise<ClipModel> {
  const loaded = new Map<string, Variable>();
  let config: FullClipConfig;
  try {
    config = await readParameters(source, ({ name, shape }, values) => {
      if (loaded.size === 0) checkBackend(place, 'a model is loaded');
      loaded.set(name, toVariable(values, shape));
    });
  } catch (error) {
    for (const variable of loaded.values()) variable.dispose();
    throw error;
  }
  // In the order that createClip has, whatever the order in the files.
  const parameters = new Map(parameterSpecs(config).map(({ name }) => [name, loaded.get(name)!]));
  // Files in memory are not kept alive.
  const from = source.place;
  const origin = typeof from === 'string' || from instanceof URL ? from : undefined;
  const model = new ClipModel(config, parameters, origin);
  for (const [name, variable] of loaded) if (isFactor(name)) parameters.set(name, variable);
  mergeFactors(model);
  return model;
}

/**
 * Reads a model's parameters one by one, whatever the files name them and in their order, and returns its config. All
 * headers are checked before the first one.
 *
 * @param take gets each parameter once, with its values
 */
export async function readParameters(
  source: ClipSource | ModelSource,
  take: (parameter: ParameterSpec, values: Float32Array) => void,
): Promise<FullClipConfig> {
  const { config, model, files } = await findWeights(source);
  try {
    refuseTooLarge(model.tensors);
    const stored = new Map(model.tensors.map((tensor) => [tensor.name, tensor]));
    for (const file of files) {
      for await (const [entry, bytes] of readTensors(source, file)) {
        const tensor = stored.get(entry.name);
        // Constants of a few numbers are passed over.
        if (tensor === undefined) continue;
        for (const { spec, values } of arrange(tensor, tensorValues(bytes, entry.dtype))) take(spec, values);
      }
    }
  } finally {
    await closeFiles(files);
  }
  return config;
}

/** The tensors of a file in the order of their bytes, each in memory of its own. */
async function* readTensors(
  source: ClipSource | ModelSource,
  file: WeightFile,
): AsyncGenerator<readonly [TensorEntry, Uint8Array<ArrayBuffer>]> {
  const opened =
    file.reader === undefined ? await openWeightFile(source, file.name) : { ...file, reader: file.reader };
  if ('missing' in opened || JSON.stringify(opened.entries) !== JSON.stringify(file.entries)) {
    throw new InputError(`${file.name} was changed while it was read; try again.`);
  }
  const { reader, name, entries } = opened;
  try {
    for (const entry of entries) {
      const bytes = await reader.read(entry.end - entry.start);
      if (bytes.length < entry.end - entry.start) {
        throw new InputError(
          `${name} is cut off in the tensor ${entry.name}, at byte ${entry.start + bytes.length} of ${opened.end}.`,
        );
      }
      yield [entry, bytes];
    }
    // Known by now only where a server gave no size.
    if ((await reader.read(1)).length > 0) {
      throw new InputError(
        `${name} has bytes that belong to no tensor: its tensors end at byte ${opened.end}.`,
      );
    }
  } finally {
    await reader.close();
  }
}

function refuseTooLarge(tensors: readonly StoredTensor[]): void {
  const numbers = tensors.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  if (getBackend() === 'wasm' && numbers * 4 > wasmHeap) {
    throw new InputError(
      `loadClip: the model has ${((numbers * 4) / 2 ** 30).toFixed(2)} GiB in float32, and the heap of the wasm backend ends at 4 GiB; use another backend.`,
    );
  }
}
