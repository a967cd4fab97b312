import { InputError } from '@slipform/kit/errors/input-error';
import type { ByteReader } from './byte-reader';
import { modelFileLimits } from './model-json';
import type { ClipSource, ModelSource } from './model-source';
import { openFile } from './open-file';

/** Bytes of a small file of a model source; throws an InputError where it is missing, which ends in what to do about it. */
export async function readNeededFile(
  source: ClipSource | ModelSource,
  name: string,
  remedy = 'a model folder holds config.json and model.safetensors',
): Promise<Uint8Array> {
  const file = await openFile(source, name);
  if ('missing' in file) throw new InputError(`${file.missing}; ${remedy}.`);
  return readWhole(file, name);
}

/** Bytes of a small file of a model source; undefined where it is missing. */
export async function readOptionalFile(
  source: ClipSource | ModelSource,
  name: string,
): Promise<Uint8Array | undefined> {
  const file = await openFile(source, name);
  return 'missing' in file ? undefined : readWhole(file, name);
}

/** All of a file, which is closed; one that is larger than such a file ever is, is not read. */
export async function readWhole(file: ByteReader, name: string): Promise<Uint8Array> {
  const { maxLength } = modelFileLimits(name);
  try {
    const bytes = (file.size ?? 0) > maxLength ? undefined : await file.read(maxLength + 1);
    if (bytes === undefined || bytes.length > maxLength) {
      throw new InputError(`${name} must have at most ${maxLength} bytes.`);
    }
    return bytes;
  } finally {
    await file.close();
  }
}
