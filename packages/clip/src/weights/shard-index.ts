import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { printable, shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';

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
      throw new InputError(
        `${indexFile}: the file of the tensor ${printable(tensor)} must be the plain name of a .safetensors file beside the index, got ${shown(file)}.`,
      );
    }
    shards.set(tensor, file);
  }
  return shards;
}

/** Throws where a shard holds other tensors than the index says. */
export function checkShard(index: ReadonlyMap<string, string>, file: string, names: readonly string[]): void {
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
