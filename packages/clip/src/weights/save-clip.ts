import { InputError } from '@slipform/kit/errors/input-error';
import { type NewFile, writeFolder } from '@slipform/kit/files/write-folder';
import {
  choice,
  type OptionsRead,
  optional,
  type RowsFor,
  type Rule,
  readOptions,
} from '@slipform/kit/options/options';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { preprocessingFile, preprocessingJson } from '../encoder/preprocess';
import { concatenate } from '../files/byte-reader';
import { checkFolder } from '../files/model-files';
import { parseModelJson } from '../files/model-json';
import { readOptionalFile } from '../files/read-file';
import { type ClipModel, checkModel } from '../model/clip-model';
import { hasFactors, withFactors } from '../model/low-rank';
import { isFactor } from '../model/parameters';
import {
  type SavedTokenizer,
  tokenizerConfigFile,
  tokenizerConfigJson,
  tokenizerFile,
  tokenizerJson,
} from '../tokenizer/tokenizer-file';
import { indexFile, readShardIndex, shardName, shardPattern } from './find-weights';
import { toHuggingFaceConfig, type WeightType } from './hugging-face-config';
import { byteLength, type NamedTensor, writeSafetensors } from './safetensors';

const units: Readonly<Record<string, number>> = {
  '': 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
};

/** A number of bytes, or a text such as '500MB', '5 GB' (10⁹ bytes) or '2GiB' (2³⁰), in bytes; NaN for anything else. */
function bytesOf(size: unknown): number {
  const [, digits = '', unit = ''] =
    /^(\d+(?:\.\d+)?)\s*([KMG]i?B|)$/i.exec(
      typeof size === 'number' || typeof size === 'string' ? String(size) : '',
    ) ?? [];
  return digits === '' ? Number.NaN : Number(digits) * units[unit.toUpperCase()]!;
}

export interface ClipFilesOptions {
  /** Type of the saved weights, rounded to the nearest: 'float32' (default), 'float16' or 'bfloat16'. */
  readonly dtype?: WeightType;
}

export interface SaveClipOptions extends ClipFilesOptions {
  /**
   * `huggingface` (the default): config.json and model.safetensors, in shards above `maxShardSize`. `open_clip`:
   * open_clip_config.json, with CLIP's own preprocessing where nothing else is said, and open_clip_model.safetensors.
   */
  readonly naming?: 'huggingface' | 'open_clip';
  /**
   * Weights that take more are saved as several files with an index: bytes, or a text such as '500MB' or
   * '2GiB'. A tensor is never divided. Default '5GB', as transformers.
   */
  readonly maxShardSize?: number | string;
}

const MAX_SHARD_SIZE: Rule<number | string, number> = {
  what: "a number of bytes from 1 or a text such as '500MB' or '2GiB'",
  holds: (size) => bytesOf(size) >= 1,
  copy: bytesOf,
};

export const SAVE_ROWS = {
  naming: optional(choice(['huggingface', 'open_clip']), 'huggingface'),
  dtype: optional(choice(['float32', 'float16', 'bfloat16']), 'float32'),
  /** Read as a number of bytes. */
  maxShardSize: optional(MAX_SHARD_SIZE),
} satisfies RowsFor<SaveClipOptions>;

const single = 'model.safetensors';

/**
 * Writes `config.json` and `model.safetensors` in Hugging Face's naming, so that transformers'
 * `CLIPModel.from_pretrained(folder)` reads them, or with `naming: 'open_clip'` what open_clip reads (`local-dir:`); above `maxShardSize`, `model-00001-of-0000N.safetensors` and
 * their index. The folder is made if need be. Files of these names are replaced and what contradicts them is removed
 * (one file of weights beside shards; the shards that an index names, with it). A kill leaves the old model or the new one, or
 * no config.json, and so no model: never some of each. {@link refuseModelFolder} asks before. One tensor at a time is held in memory. Node
 * only; {@link clipFiles} gives the same bytes anywhere.
 *
 * @throws {InputError} for an option out of its range, a weight that is not finite, one that float16 cannot hold, and
 *   for what open_clip's naming cannot say
 * @example
 * await saveClip(model, 'my-clip', { dtype: 'float16', maxShardSize: '2GB' });
 */
export async function saveClip(
  model: ClipModel,
  folder: string,
  options: SaveClipOptions = {},
): Promise<void> {
  checkFolder('saveClip', folder);
  const read = readOptions('saveClip', SAVE_ROWS, options);
  if (read.naming === 'open_clip') {
    const { saveModelFolder } = await import('./save-model-folder');
    return saveModelFolder(
      'saveClip',
      folder,
      { model, tokenizer: undefined, preprocessing: undefined },
      options,
    );
  }
  await writeModelFiles(folder, weightFiles('saveClip', model, read), await formerWeights(folder));
}

/** Writes files of a model into its folder, where others may stay. @param obsolete names that contradict them */
export async function writeModelFiles(
  folder: string,
  files: readonly NewFile[],
  obsolete: readonly string[],
): Promise<void> {
  await writeFolder({ folder, obsolete }, async (inside) => {
    for (const [name, content] of files) await inside(name, content);
  });
}

/** The files that a model is saved as, in the order in which they are written. */
export function weightFiles(
  place: string,
  model: ClipModel,
  { dtype, maxShardSize = 5e9 }: Pick<OptionsRead<typeof SAVE_ROWS>, 'dtype' | 'maxShardSize'>,
): NewFile[] {
  checkModel(place, model);
  const shards = divide(namedTensors(model, refuseNotFinite(place)), dtype, maxShardSize);
  const files: NewFile[] =
    shards.length === 1
      ? [[single, writeSafetensors(shards[0]!, dtype)]]
      : shards.map((shard, at) => [shardName(at, shards.length), writeSafetensors(shard, dtype)]);
  if (shards.length > 1) files.push([indexFile, shardIndex(shards, dtype)]);
  // The weights first: a program other than ours that meets a half-done change finds no configuration, and so no model.
  files.push(['config.json', configJson(model, dtype)]);
  return files;
}

/** Weights that would contradict new ones: one file, and the shards that an index names. */
export async function formerWeights(folder: string): Promise<string[]> {
  const index = await readOptionalFile(folder, indexFile);
  if (index === undefined) return [single];
  try {
    const named = readShardIndex(parseModelJson(index, indexFile)).values();
    return [single, indexFile, ...[...named].filter((name) => shardPattern.test(name))];
  } catch {
    // An index that can't be read names nothing.
    return [single, indexFile];
  }
}

/**
 * The files of a model in memory, by name: what {@link saveClip} writes without shards and {@link loadClip} reads.
 *
 * @example
 * const files = await clipFiles(model, { dtype: 'float16' });
 * Object.keys(files); // ['model.safetensors', 'config.json']
 * const same = await loadClip(files);
 */
export async function clipFiles(
  model: ClipModel,
  options: ClipFilesOptions = {},
): Promise<{
  // Uint8Array<ArrayBuffer>, written so that TypeScript before 5.7 knows it too.
  readonly 'model.safetensors': ReturnType<Uint8ArrayConstructor['of']>;
  readonly 'config.json': string;
}> {
  checkModel('clipFiles', model);
  const { dtype } = readOptions('clipFiles', { dtype: SAVE_ROWS.dtype }, options);
  const parts: Uint8Array[] = [];
  for await (const part of writeSafetensors(namedTensors(model, refuseNotFinite('clipFiles')), dtype))
    parts.push(part);
  return {
    [single]: concatenate(parts),
    'config.json': configJson(model, dtype),
  };
}

/**
 * A model's tensors by name, each read when its turn comes.
 *
 * @param refuse throws for a value that is not finite
 * @param factorsApart as a run of low rank has them, each matrix and the factors of its change, from which it goes on;
 *   by default the matrices with their changes, as any reader knows them
 */
export function namedTensors(
  model: ClipModel,
  refuse: (name: string, value: number) => never,
  factorsApart = false,
): NamedTensor[] {
  return [...model.parameters]
    .filter(([name]) => factorsApart || !isFactor(name))
    .map(([name, variable]) => ({
      name,
      shape: variable.shape,
      async values() {
        const values =
          !factorsApart && hasFactors(model.parameters, name)
            ? await mergedValues(model, name)
            : await variable.data<'float32'>();
        const wrong = notFinite(values);
        if (wrong !== undefined) refuse(name, wrong);
        return values;
      },
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function mergedValues(model: ClipModel, name: string): Promise<Float32Array> {
  const merged = withFactors(model.parameters, name);
  try {
    return await merged.data<'float32'>();
  } finally {
    merged.dispose();
  }
}

/** Tensors in order, as many to a shard as fit. */
function divide(tensors: readonly NamedTensor[], dtype: WeightType, most: number): NamedTensor[][] {
  const shards: NamedTensor[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const tensor of tensors) {
    const bytes = byteLength(tensor, dtype);
    if (size + bytes > most) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)!.push(tensor);
    size += bytes;
  }
  return shards;
}

function shardIndex(shards: readonly (readonly NamedTensor[])[], dtype: WeightType): string {
  const map = shards.flatMap((shard, at) =>
    shard.map(({ name }): [string, string] => [name, shardName(at, shards.length)]),
  );
  const bytes = shards.flat().reduce((sum, tensor) => sum + byteLength(tensor, dtype), 0);
  return json({ metadata: { total_size: bytes }, weight_map: Object.fromEntries(map) });
}

export function configJson(model: ClipModel, dtype: WeightType): string {
  return json(toHuggingFaceConfig(model.config, dtype));
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The first of the values that is NaN or infinite, if there is one. */
function notFinite(values: Float32Array): number | undefined {
  // A loop: a large matrix has millions of values, and a callback for each takes several times as long.
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return values[i];
  return undefined;
}

/** Throws an InputError that names a tensor and what it holds that is not finite. */
export function refuseNotFinite(caller: string): (name: string, value: number) => never {
  return (name, value) => {
    throw new InputError(
      `${caller}: the weights must be finite, and ${name} holds ${value}; take those of an earlier checkpoint, or train anew with a lower learning rate.`,
    );
  };
}

/**
 * The files of a whole model in memory, by name: what an encoder's `save` writes in Hugging Face's naming, in one shard.
 * For a page, which has no folder: put them into an archive, or hand them to {@link loadEncoder}.
 *
 * @throws {InputError} for a weight that is not finite, a tokenizer that is none of this package's, and an unknown option
 * @example
 * const files = await encoderFiles(encoder, { dtype: 'float16' });
 * const same = await loadEncoder(files);
 * same.tokenizer.encode('a red square'); // [7, 2, 5, 6, 8]
 */
export async function encoderFiles(
  { model, tokenizer, preprocessing }: Pick<ClipEncoder, 'model' | 'tokenizer' | 'preprocessing'>,
  options: ClipFilesOptions = {},
  // Uint8Array<ArrayBuffer>, written so that TypeScript before 5.7 knows it too.
): Promise<Readonly<Record<string, string | ReturnType<Uint8ArrayConstructor['of']>>>> {
  // One that has no file is refused by what writes it.
  const saved = tokenizer as SavedTokenizer;
  return {
    [tokenizerFile]: tokenizerJson(saved),
    [tokenizerConfigFile]: tokenizerConfigJson(saved),
    [preprocessingFile]: preprocessingJson('encoderFiles', preprocessing),
    ...(await clipFiles(model, options)),
  };
}
