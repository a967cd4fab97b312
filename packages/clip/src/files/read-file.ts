import { InputError } from '../input-error';
import type { ByteReader } from './byte-reader';
import type { ClipSource } from './clip-files';
import { openFile } from './open-file';

// Configs, indexes and tokenizers have a few MB; a hostile server would send without an end.
const largest = 2 ** 28;

/** Bytes of a small file of a model source; throws an InputError where it is missing, which ends in what to do about it. */
export async function readNeededFile(
  source: ClipSource,
  name: string,
  remedy = 'a model folder holds config.json and model.safetensors',
): Promise<Uint8Array> {
  const file = await openFile(source, name);
  if ('missing' in file) throw new InputError(`${file.missing}; ${remedy}.`);
  return readWhole(file, name);
}

/** Bytes of a small file of a model source; undefined where it is missing. */
export async function readOptionalFile(source: ClipSource, name: string): Promise<Uint8Array | undefined> {
  const file = await openFile(source, name);
  return 'missing' in file ? undefined : readWhole(file, name);
}

/** All of a file, which is closed. */
export async function readWhole(file: ByteReader, name: string): Promise<Uint8Array> {
  try {
    const bytes = await file.read(largest + 1);
    if (bytes.length > largest) throw new InputError(`${name} must have at most ${largest} bytes.`);
    return bytes;
  } finally {
    await file.close();
  }
}
