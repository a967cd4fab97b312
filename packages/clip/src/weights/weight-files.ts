import type { ByteReader } from '../files/byte-reader';
import type { ClipSource } from '../files/clip-files';
import { parseModelJson } from '../files/model-json';
import { ModelSource } from '../files/model-source';
import { folderOf, openFile } from '../files/open-file';
import { readWhole } from '../files/read-file';
import { InputError } from '../input-error';
import { readSafetensorsHeader, type SafetensorsHeader } from './safetensors-header';
import { checkShard, indexFile, readShardIndex } from './shard-index';

/** A safetensors file whose header has been read and checked. */
export interface WeightFile extends SafetensorsHeader {
  readonly name: string;
  /** Stands at the first tensor. Of several downloads none stays open: a browser has few connections for a host. */
  readonly reader: ByteReader | undefined;
}

// A process may have some hundred files open.
const MOST_OPEN = 64;

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
export async function readShards(source: ClipSource | ModelSource): Promise<WeightFile[] | undefined> {
  const opened = await openFile(source, indexFile);
  if ('missing' in opened) return undefined;
  const index = readShardIndex(parseModelJson(await readWhole(opened, indexFile), indexFile));
  const names = [...new Set(index.values())].sort();
  const place = source instanceof ModelSource ? source.place : source;
  const isDownload = (typeof place === 'string' || place instanceof URL) && folderOf(place) === undefined;
  const stayOpen = !isDownload && names.length <= MOST_OPEN;
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
