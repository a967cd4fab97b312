import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../input-error';
import { UsageError } from '../usage-error';
import { openNpy } from './npy';

/** Writes rows as they come; the files appear whole under their names, or not at all. */
export interface EmbeddingWriter {
  append(ids: readonly string[], values: Float32Array): Promise<void>;
  /** Ends the files and gives them their names. */
  commit(): Promise<void>;
  /** Removes what has been written. */
  discard(): Promise<void>;
}

/** @throws {UsageError} for a name that tells no format */
export function checkOutputName(file: string): void {
  if (/\.(parquet|npy)$/i.test(file)) return;
  throw new UsageError(`cannot write ${file}: its name must end in .npy or .parquet.`);
}

/**
 * Where embeddings go, by the name: .npy with the ids beside it in .ids.txt, one a line; .parquet with the columns
 * `id` and `embedding`. Their folder is made if need be.
 *
 * @throws {InputError} for another name, a folder that can't be made, or a file that is there where `force` is not set
 */
export async function openEmbeddingWriter(
  file: string,
  width: number,
  force: boolean,
): Promise<EmbeddingWriter> {
  checkOutputName(file);
  const isParquet = /\.parquet$/i.test(file);
  const files = isParquet ? [file] : [idsFileOf(file), file];
  for (const name of files) {
    const found = await stat(name).catch(() => undefined);
    if (found !== undefined && !found.isFile())
      throw new InputError(`cannot write ${name}: it is no plain file.`);
    if (found !== undefined && !force) throw new InputError(`${name} exists; pass --force to overwrite it.`);
  }
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  const temporary = files.map((name) => `${name}.${process.pid}.tmp`);
  const endings = {
    async rename() {
      // The ids first: embeddings are never there without them.
      for (const [i, name] of files.entries()) await rename(temporary[i]!, name);
    },
    async remove() {
      for (const name of temporary) await rm(name, { force: true });
    },
  };
  if (isParquet) {
    const { openParquet } = await import('./embedding-parquet');
    return withEndings(file, openParquet(temporary[0]!), endings);
  }
  const ids = await openFor(file, temporary[0]!);
  const npy = await openNpy(await openFor(file, temporary[1]!), width);
  return withEndings(
    file,
    {
      async append(names, values) {
        await npy.append(values);
        await ids.writeFile(names.map((name) => `${name}\n`).join(''));
      },
      async close() {
        await npy.close();
        await ids.close();
      },
    },
    endings,
  );
}

function idsFileOf(file: string): string {
  return file.replace(/\.npy$/i, '.ids.txt');
}

/** What a format has to do. */
interface OpenRows {
  append(ids: readonly string[], values: Float32Array): Promise<void>;
  close(): Promise<void>;
}

function withEndings(
  file: string,
  rows: OpenRows,
  endings: { rename(): Promise<void>; remove(): Promise<void> },
): EmbeddingWriter {
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      throw cannotWrite(file, error);
    }
  };
  return {
    append: (ids, values) => attempt(() => rows.append(ids, values)),
    async commit() {
      await attempt(async () => {
        await rows.close();
        await endings.rename();
      });
    },
    async discard() {
      await rows.close().catch(() => {});
      await endings.remove();
    },
  };
}

async function openFor(file: string, temporary: string): Promise<FileHandle> {
  try {
    return await open(temporary, 'wx');
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'its folder is a file',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

function cannotWrite(file: string, error: unknown): InputError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new InputError(`cannot write ${file}: ${Object.hasOwn(reasons, code) ? reasons[code] : message}.`);
}
