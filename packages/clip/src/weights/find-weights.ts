import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { printable, shown } from '@slipform/kit/text/printable';
import type { ByteReader } from '../files/byte-reader';
import { listFiles, modelFolderHolds } from '../files/model-files';
import { parseModelJson } from '../files/model-json';
import { type ClipSource, ModelSource } from '../files/model-source';
import { folderOf, openFile } from '../files/open-file';
import { readWhole } from '../files/read-file';
import { type FullClipConfig, patchCount } from '../model/clip-config';
import { factorSpecs } from '../model/low-rank';
import { parameterSpecs } from '../model/parameter-specs';
import { fromHuggingFaceConfig, isHuggingFaceClip } from './hugging-face-config';
import { fromOpenClipConfig } from './open-clip-config';
import { openClipPrefixes, openClipTensors } from './open-clip-tensors';
import {
  readSafetensorsHeader,
  type SafetensorsHeader,
  type StoredModel,
  type StoredTensor,
  type TensorEntry,
  weightTypes,
} from './safetensors';

type Naming = 'Hugging Face' | 'open_clip';

/** Weights whose headers have been read and checked against their config. Close the files. */
export interface FoundWeights {
  readonly naming: Naming;
  readonly config: FullClipConfig;
  readonly model: StoredModel;
  readonly files: readonly WeightFile[];
}

// Weights that are there, and why they are not read.
const pickles = ['pytorch_model.bin', 'open_clip_pytorch_model.bin'];

/**
 * Finds the weights of a source: Hugging Face's, in one file or in shards, and otherwise open_clip's. Folders
 * of the hub often hold both, and timm's a config.json that is none of a CLIP. No weight is read yet.
 */
export async function findWeights(source: ClipSource | ModelSource): Promise<FoundWeights> {
  const theirs = await readConfig(source, 'config.json');
  const reasons: string[] = [];
  if ('missing' in theirs) reasons.push(theirs.missing);
  else if (isHuggingFaceClip(theirs.json)) {
    const config = fromHuggingFaceConfig(theirs.json);
    const single = await openWeightFile(source, 'model.safetensors');
    const files = 'missing' in single ? await readShards(source) : [single];
    if (files !== undefined) {
      return checked(files, () => ({
        naming: 'Hugging Face',
        config,
        model: huggingFaceTensors(config, files),
        files,
      }));
    }
    if ('missing' in single) reasons.push(single.missing);
  }
  const open = await readConfig(source, 'open_clip_config.json');
  if (!('missing' in open)) {
    const file = await openWeightFile(source, 'open_clip_model.safetensors');
    if (!('missing' in file)) return openClip(open.json, file);
    reasons.unshift(file.missing);
  } else if (!('missing' in theirs)) {
    // Says which other model it is, or which field makes it none.
    fromHuggingFaceConfig(theirs.json);
  }
  throw new InputError(
    `${reasons[0]}; ${(await pickle(source)) ?? (await otherName(source)) ?? modelFolderHolds}.`,
  );
}

async function openClip(json: JsonObject, file: WeightFile): Promise<FoundWeights> {
  return checked([file], () => {
    const names = file.entries.map(({ name }) => name);
    const config = fromOpenClipConfig(json, names);
    const model = openClipTensors(config, openClipPrefixes(names));
    return { naming: 'open_clip', config, model, files: [file] };
  });
}

async function checked(files: readonly WeightFile[], find: () => FoundWeights): Promise<FoundWeights> {
  try {
    const found = find();
    checkTensors(found);
    return found;
  } catch (error) {
    await closeFiles(files);
    throw error;
  }
}

async function readConfig(
  source: ClipSource | ModelSource,
  name: string,
): Promise<{ readonly json: JsonObject } | { readonly missing: string }> {
  const file = await openFile(source, name);
  return 'missing' in file ? file : { json: parseModelJson(await readWhole(file, name), name) };
}

/** Weights under a name that nobody looks for. */
async function otherName(source: ClipSource | ModelSource): Promise<string | undefined> {
  const names = (await listFiles(source)).filter((name) => /\.safetensors$/i.test(name)).sort();
  if (names.length === 0 || names.some((name) => /^(open_clip_)?model\.safetensors$/.test(name)))
    return undefined;
  return `there is ${names.slice(0, 3).join(', ')}: rename the weights to model.safetensors (beside config.json), or open_clip_model.safetensors (beside open_clip_config.json)`;
}

async function pickle(source: ClipSource | ModelSource): Promise<string | undefined> {
  for (const name of pickles) {
    const file = await openFile(source, name);
    if ('missing' in file) continue;
    await file.close();
    return `${name} is a PyTorch pickle, which only Python reads: convert it with safetensors.torch.save_file`;
  }
  return undefined;
}

/** Hugging Face's naming, which is that of our parameters. A checkpoint of a run of low rank holds factors too. */
function huggingFaceTensors(config: FullClipConfig, files: readonly WeightFile[]): StoredModel {
  const specs = parameterSpecs(config);
  const found = files.flatMap(({ entries }) => entries);
  return {
    tensors: [...specs, ...factorSpecs(specs, found)].map((spec) => ({
      name: spec.name,
      shape: spec.shape,
      parameters: [spec],
    })),
    // Constants 0…n − 1 that older versions of transformers wrote.
    ignored: new Map([
      ['vision_model.embeddings.position_ids', [1, patchCount(config.image) + 1]],
      ['text_model.embeddings.position_ids', [1, config.text.contextLength]],
    ]),
  };
}

/** A safetensors file whose header has been read and checked. */
export interface WeightFile extends SafetensorsHeader {
  readonly name: string;
  /** Stands at the first tensor. Of several downloads none stays open: a browser has few connections for a host. */
  readonly reader: ByteReader | undefined;
}

// A process may have some hundred files open.
const MAX_OPEN = 64;

/** Opens one safetensors file and reads its header; says why where it is missing. */
export async function openWeightFile(
  source: ClipSource | ModelSource,
  name: string,
): Promise<(WeightFile & { readonly reader: ByteReader }) | { readonly missing: string }> {
  const reader = await openFile(source, name);
  if ('missing' in reader) return reader;
  try {
    return { name, reader, ...(await readSafetensorsHeader(reader, name)) };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** Reads the header of each file that an index names; undefined where there is no index. */
async function readShards(source: ClipSource | ModelSource): Promise<WeightFile[] | undefined> {
  const opened = await openFile(source, indexFile);
  if ('missing' in opened) return undefined;
  const index = readShardIndex(parseModelJson(await readWhole(opened, indexFile), indexFile));
  const names = [...new Set(index.values())].sort();
  const place = source instanceof ModelSource ? source.place : source;
  const isDownload = (typeof place === 'string' || place instanceof URL) && folderOf(place) === undefined;
  const stayOpen = !isDownload && names.length <= MAX_OPEN;
  const shards: WeightFile[] = [];
  try {
    for (const name of names) {
      const shard = await openWeightFile(source, name);
      if ('missing' in shard) throw new InputError(`${shard.missing}, which ${indexFile} names.`);
      if (!stayOpen) await shard.reader.close();
      shards.push(stayOpen ? shard : { ...shard, reader: undefined });
      checkShard(
        index,
        name,
        shard.entries.map((entry) => entry.name),
      );
    }
  } catch (error) {
    await closeFiles(shards);
    throw error;
  }
  return shards;
}

export async function closeFiles(files: readonly WeightFile[]): Promise<void> {
  for (const { reader } of files) await reader?.close();
}

/** Name of the index beside sharded weights. */
export const indexFile = 'model.safetensors.index.json';

/**
 * The file of each tensor by an index's `weight_map`, as transformers writes it. A file name is refused
 * unless it is one of a file beside the index: no folder, no drive, nothing upwards.
 */
export function readShardIndex(json: JsonObject): ReadonlyMap<string, string> {
  const { weight_map: map } = json;
  if (!isJsonObject(map) || Object.keys(map).length === 0) {
    throw new InputError(`${indexFile}: weight_map must name the file of each tensor.`);
  }
  const shards = new Map<string, string>();
  for (const [tensor, file] of Object.entries(map)) {
    if (typeof file !== 'string' || !/^[\w-][\w.-]*\.safetensors$/.test(file)) {
      refuse(
        indexFile,
        `the file of the tensor ${printable(tensor)}`,
        'must be the plain name of a .safetensors file beside the index',
        shown(file),
      );
    }
    shards.set(tensor, file);
  }
  return shards;
}

/** Throws where a shard holds other tensors than the index says. */
function checkShard(index: ReadonlyMap<string, string>, file: string, names: readonly string[]): void {
  const held = new Set(names);
  for (const name of names) {
    if (index.get(name) !== file) {
      const place = index.has(name) ? `places it in ${index.get(name)}` : 'does not name it';
      throw new InputError(`${file} holds the tensor ${printable(name)}, but ${indexFile} ${place}.`);
    }
  }
  for (const [name, place] of index) {
    if (place === file && !held.has(name)) {
      throw new InputError(`${file} lacks the tensor ${printable(name)}, which ${indexFile} places in it.`);
    }
  }
}

/** Name of shard number `at` (from 0) of `count`. */
export function shardName(at: number, count: number): string {
  const digits = (x: number) => String(x).padStart(5, '0');
  return `model-${digits(at + 1)}-of-${digits(count)}.safetensors`;
}

export const shardPattern = /^model-\d{5}-of-\d{5}\.safetensors$/;

/**
 * Checks the tensors of all files against those that the config asks for: each there once, of its shape and of
 * a type that weights can have, and none beside them.
 *
 * @throws {InputError} that names the first that is not
 */
function checkTensors({ model, files, naming }: FoundWeights): void {
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
    refuse(
      file,
      `the tensor ${name}`,
      `must be ${weightTypes.slice(0, -1).join(', ')} or ${weightTypes.at(-1)}`,
      entry.dtype,
    );
  }
  // OpenAI's conversion holds the logit scale as [], some others as [1].
  const same = entry.shape.join() === shape.join() || (shape.length === 0 && entry.shape.join() === '1');
  if (!same) {
    refuse(file, `the tensor ${name}`, `must have the shape [${shape}] by ${config}`, `[${entry.shape}]`);
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
