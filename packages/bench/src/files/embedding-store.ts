import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, fileReason } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { setAside, writeFileWhole } from '@slipform/kit/files/write-file';
import { npyBytes, parseNpy } from '@slipform/kit/formats/npy';

/** An embedding under the SHA-256 of what was embedded, in hex. */
export interface StoredEmbedding {
  readonly key: string;
  readonly vector: Float32Array;
}

/** Far above a batch of embeddings; a Buffer holds no more. */
const largest = 2 ** 31 - 1;

/**
 * Keeps the embeddings of one batch in a folder as NumPy's `.npy` (float32, a row each) with the keys beside it in `.txt`,
 * one a line. Both are named after the SHA-256 of what they hold, by which a damaged file is known. The `.npy` comes last,
 * so that a run that is killed leaves no half batch.
 *
 * @throws InputError where the folder can't be made or written to
 */
export async function storeEmbeddings(folder: string, batch: readonly StoredEmbedding[]): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unusable(folder, error);
  });
  const keys = Buffer.from(batch.map(({ key }) => `${key}\n`).join(''));
  const npy = npyBytes(batch.map(({ vector }) => vector));
  const name = join(folder, digest(keys, npy));
  await writeFileWhole(`${name}.txt`, keys);
  await writeFileWhole(`${name}.npy`, npy);
}

/**
 * All embeddings of a folder by key; none where there is no such folder. A file that is damaged is renamed to
 * `.damaged`, so that the user can see what happened.
 *
 * @throws InputError where the folder, or a file in it, can't be read
 */
export async function readEmbeddings(folder: string): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unusable(folder, error);
  });
  for (const name of names.filter((each) => each.endsWith('.npy')).sort()) {
    const file = join(folder, name);
    const batch = await readBatch(file, name.slice(0, -'.npy'.length));
    for (const { key, vector } of batch ?? []) found.set(key, vector);
    if (batch === undefined) await setAside(file).catch(() => {});
  }
  return found;
}

/** The embeddings of a file; undefined where it is not what its name says. */
async function readBatch(file: string, name: string): Promise<StoredEmbedding[] | undefined> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) {
      throw new InputError(
        `cachedEncoder: ${file} is no file of embeddings; remove it, or give another folder.`,
      );
    }
    const beside = file.replace(/\.npy$/, '.txt');
    const keys = await readFile(beside).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (keys === undefined || stats.size > largest) return undefined;
    const npy = await readFile(file);
    if (digest(keys, npy) !== name) return undefined;
    const { width, values } = parseNpy(npy, file);
    return keys
      .toString('latin1')
      .trimEnd()
      .split('\n')
      .map((key, row) => ({
        key,
        vector: Float32Array.from(values.subarray(row * width, (row + 1) * width)),
      }));
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(file, error);
  }
}

function digest(keys: Uint8Array, npy: Uint8Array): string {
  return createHash('sha256').update(keys).update(npy).digest('hex').slice(0, 32);
}

function unusable(path: string, error: unknown): InputError {
  return new InputError(`cachedEncoder: ${path} can't be used: ${fileReason(error)}; give another folder.`);
}
