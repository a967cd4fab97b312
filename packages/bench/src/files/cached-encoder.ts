import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, fileReason } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { setAside, writeFileWhole } from '@slipform/kit/files/write-file';
import { npyBytes, parseNpy } from '@slipform/kit/formats/npy';
import { defineOptions, optional, type RowsFor, text } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Encoder, Float32Encoder, ImageInput } from '../encoders/encoder';

export interface CachedOptions {
  /**
   * What the model is, down to its weights: a name with a version, or a hash of its file. Two models under one identity
   * would be given each other's embeddings. Default: `encoder.identity`, if it has one.
   */
  readonly identity?: string;
}

const table = defineOptions('cachedEncoder', { identity: optional(text()) } satisfies RowsFor<CachedOptions>);

/**
 * An Encoder that keeps its embeddings on disk and asks the model only for what it has not seen: by the SHA-256 of a
 * picture's bytes or of a text, under the model's identity. Each batch is a `.npy` with its keys beside it in `.txt`,
 * written beside its name and renamed, so that a run that is cut off and several at once do no harm; a file that is
 * damaged is left aside and its embeddings are computed again.
 *
 * @param folder is made where it does not exist
 *
 * @example
 * const result = await evaluate(cachedEncoder(encoder, '.embeddings'), benchmark);
 */
export function cachedEncoder(encoder: Encoder, folder: string, options: CachedOptions = {}): Float32Encoder {
  if (typeof encoder?.embedImages !== 'function' || typeof encoder.embedTexts !== 'function') {
    refuse('cachedEncoder', 'encoder', 'must be an Encoder { embedImages, embedTexts }', shown(encoder));
  }
  if (typeof folder !== 'string' || folder === '') {
    refuse('cachedEncoder', 'folder', 'must name a folder', shown(folder));
  }
  const { identity = encoder.identity } = table.read(options);
  if (typeof identity !== 'string' || identity.trim() === '') {
    refuse(
      'cachedEncoder',
      'identity',
      'must name the model and its weights, since the encoder has no identity of its own',
      shown(identity),
    );
  }
  const own = join(folder, createHash('sha256').update(identity).digest('hex').slice(0, 16));
  let known: Promise<Map<string, Float32Array>> | undefined;

  async function through<T>(
    inputs: readonly T[],
    hash: (input: T) => Promise<string> | string,
    embed: (missing: readonly T[]) => Promise<readonly ArrayLike<number>[]>,
  ): Promise<Float32Array[]> {
    known ??= readEmbeddings(own);
    const vectors = await known;
    const keys = await Promise.all(inputs.map(hash));
    const missing = new Map<string, T>();
    keys.forEach((key, index) => {
      if (!vectors.has(key) && !missing.has(key)) missing.set(key, inputs[index]!);
    });
    if (missing.size > 0) {
      const fresh = await embed([...missing.values()]);
      if (fresh.length !== missing.size) {
        throw new InputError(
          `cachedEncoder: the encoder returned ${fresh.length} vectors for ${missing.size} inputs.`,
        );
      }
      const entries = [...missing.keys()].map((key, index) => ({
        key,
        vector: Float32Array.from(fresh[index]!),
      }));
      const ragged = entries.find(({ vector }) => vector.length !== entries[0]!.vector.length);
      if (ragged) throw new InputError('cachedEncoder: the encoder returned vectors of different lengths.');
      if (!entries.every(({ vector }) => vector.every(Number.isFinite))) {
        throw new InputError(
          'cachedEncoder: the encoder returned a vector that is not finite; nothing was kept.',
        );
      }
      await storeEmbeddings(own, entries);
      for (const { key, vector } of entries) vectors.set(key, vector);
    }
    return keys.map((key) => Float32Array.from(vectors.get(key)!));
  }
  return {
    identity,
    embedImages: (images, given) =>
      through(images, hashImage, (missing) => encoder.embedImages(missing, given)),
    embedTexts: (texts, given) => through(texts, hashText, (missing) => encoder.embedTexts(missing, given)),
  };
}

/** SHA-256, in hex, of what a model gets to see: of a file its bytes, whatever it is called. */
async function hashImage(image: ImageInput): Promise<string> {
  const hash = createHash('sha256').update('image\0');
  if (typeof image === 'string') {
    const bytes = await readFile(image).catch((error: unknown) => {
      throw new InputError(`${image} could not be read: ${fileReason(error)}.`);
    });
    return hash.update(bytes).digest('hex');
  }
  if (image instanceof Blob) return hash.update(new Uint8Array(await image.arrayBuffer())).digest('hex');
  if (image instanceof Uint8Array) return hash.update(image).digest('hex');
  // Pixels with other names than files', so that pixels are never taken for the bytes of a file.
  if (image instanceof Float32Array) return hash.update('pixels\0').update(bytesOf(image)).digest('hex');
  if ('shape' in image) {
    const values = Float32Array.from(await image.data());
    return hash.update('pixels\0').update(bytesOf(values)).digest('hex');
  }
  if (!('data' in image)) {
    refuse(
      'cachedEncoder',
      'an image',
      'must be a file, bytes or pixels',
      'what a page shows',
      'pass getImageData() of a canvas',
    );
  }
  return hash.update(`raw ${image.width} ${image.height}\0`).update(image.data).digest('hex');
}

function hashText(text: string): string {
  // Lone surrogates would all become the same byte sequence in UTF-8.
  return createHash('sha256').update('text\0').update(Buffer.from(text, 'utf16le')).digest('hex');
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** An embedding under the SHA-256 of what was embedded, in hex. */
interface StoredEmbedding {
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
async function storeEmbeddings(folder: string, batch: readonly StoredEmbedding[]): Promise<void> {
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
async function readEmbeddings(folder: string): Promise<Map<string, Float32Array>> {
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
