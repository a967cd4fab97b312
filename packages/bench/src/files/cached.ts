import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Encoder, InputError } from '@slipform/clip';
import { codeOf, fileReason } from '@slipform/kit/file-error';
import { writeFileWhole } from '@slipform/kit/write-file';
import { kindOf } from '../checks/kind-of';
import { checkOptions } from '../checks/known-options';
import { hashImage, hashText } from './hash-input';
import { packSegment, unpackSegment } from './segment';

export interface CachedOptions {
  /**
   * What the model is, down to its weights: a name with a version, or a hash of its file. Two models under one identity
   * would be given each other's embeddings.
   */
  readonly identity: string;
}

/** Far above a batch of embeddings; a Buffer holds no more. */
const LARGEST = 2 ** 31 - 1;

/**
 * An Encoder that keeps its embeddings on disk and asks the model only for what it has not seen: by the SHA-256 of a
 * picture's bytes or of a text, under the model's identity. Each batch is one file, written beside its name and renamed,
 * so that a run that is cut off and several at once do no harm; a file that is damaged is left aside and its embeddings
 * are computed again.
 *
 * @param folder is made where it does not exist
 */
export function cached(encoder: Encoder, folder: string, options: CachedOptions): Encoder {
  if (typeof encoder?.embedImages !== 'function' || typeof encoder.embedTexts !== 'function') {
    throw new InputError(
      `cached: encoder must be an Encoder { embedImages, embedTexts }, got ${kindOf(encoder)}`,
    );
  }
  if (typeof folder !== 'string' || folder === '') {
    throw new InputError(`cached: folder must name a folder, got ${kindOf(folder)}`);
  }
  checkOptions('cached', options, { identity: true });
  const { identity } = options;
  if (typeof identity !== 'string' || identity.trim() === '') {
    throw new InputError(`cached: identity must name the model and its weights, got ${kindOf(identity)}`);
  }
  const own = join(folder, createHash('sha256').update(identity).digest('hex').slice(0, 16));
  let known: Promise<Map<string, Float32Array>> | undefined;

  async function through<T>(
    inputs: readonly T[],
    hash: (input: T) => Promise<string> | string,
    embed: (missing: readonly T[]) => Promise<Float32Array[]>,
  ): Promise<Float32Array[]> {
    known ??= readSegments(own);
    const vectors = await known;
    const keys = await Promise.all(inputs.map(hash));
    const missing = new Map<string, T>();
    keys.forEach((key, index) => {
      if (!vectors.has(key) && !missing.has(key)) missing.set(key, inputs[index]!);
    });
    if (missing.size > 0) {
      const fresh = await embed([...missing.values()]);
      if (fresh.length !== missing.size) {
        throw new Error(`cached: the encoder returned ${fresh.length} vectors for ${missing.size} inputs`);
      }
      const entries = [...missing.keys()].map((key, index) => ({ key, vector: fresh[index]! }));
      const ragged = entries.find(({ vector }) => vector.length !== entries[0]!.vector.length);
      if (ragged) throw new Error('cached: the encoder returned vectors of different lengths');
      if (!fresh.every((vector) => vector.every(Number.isFinite))) {
        throw new Error('cached: the encoder returned a vector that is not finite; nothing was kept');
      }
      await writeSegment(own, [...missing.keys()], packSegment(entries));
      for (const { key, vector } of entries) vectors.set(key, vector);
    }
    return keys.map((key) => Float32Array.from(vectors.get(key)!));
  }
  return {
    embedImages: (images) => through(images, hashImage, (missing) => encoder.embedImages(missing)),
    embedTexts: (texts) => through(texts, hashText, (missing) => encoder.embedTexts(missing)),
  };
}

async function readSegments(folder: string): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>();
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unusable(folder, error);
  });
  for (const { name, parentPath } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!name.endsWith('.embeddings')) continue;
    const file = join(parentPath, name);
    const stats = await stat(file).catch((error: unknown) => {
      throw unusable(file, error);
    });
    if (!stats.isFile()) {
      throw new InputError(`cached: ${file} is no file of embeddings; remove it, or give another folder`);
    }
    const segment = stats.size > LARGEST ? undefined : unpackSegment(await readWhole(file));
    if (segment) for (const [key, vector] of segment) found.set(key, vector);
    // Kept, out of the way, so that the user can see what happened.
    else await rename(file, `${file}.damaged`).catch(() => {});
  }
  return found;
}

function readWhole(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw unusable(file, error);
  });
}

/** Under a name that follows from what is in it: a batch that a killed run began is the same file when it comes again. */
async function writeSegment(folder: string, keys: readonly string[], bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unusable(folder, error);
  });
  const name = createHash('sha256').update(keys.join()).digest('hex').slice(0, 32);
  await writeFileWhole(join(folder, `${name}.embeddings`), bytes);
}

function unusable(path: string, error: unknown): InputError {
  return new InputError(`cached: ${path} can't be used: ${fileReason(error)}; give another folder`);
}
