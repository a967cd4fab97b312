import { lstatSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import type { Hold } from '@slipform/kit/files/hold';
import { openDraft } from '@slipform/kit/files/write-file';
import { type WriteInside, writeFolder } from '@slipform/kit/files/write-folder';
import { openNpy } from '@slipform/kit/formats/npy';

/** Writes rows as they come. */
export interface EmbeddingWriter {
  append(ids: readonly string[], values: Float32Array): Promise<void>;
  /** Ends the files, that have no names yet, in the order of {@link outputFiles}. */
  end(): Promise<readonly string[]>;
  /** Writes a file that appears behind them. */
  readonly beside: WriteInside;
}

/**
 * The files of an output: .npy with the ids beside it in .ids.txt, or .parquet.
 *
 * @throws {UsageError} for a name that tells no format
 */
export function outputFiles(file: string): string[] {
  if (/\.parquet$/i.test(file)) return [file];
  if (/\.npy$/i.test(file)) return [file.replace(/\.npy$/i, '.ids.txt'), file];
  throw new UsageError(`cannot write ${file}: its name must end in .npy or .parquet.`);
}

/**
 * Runs work that writes embeddings, by the output's name: .npy with the ids beside it in .ids.txt, one a line; .parquet with
 * the columns `id` and `embedding`. A link stays one, and the file that it leads to is written. When the work ends the files
 * appear, the .npy behind its ids: see {@link writeFolder}.
 *
 * @param held the {@link hold} of the output
 * @throws {InputError} for a file that is there where `force` is not set, and a link to nothing
 */
export async function withEmbeddingWriter<T>(
  file: string,
  { width, force, held }: { readonly width: number; readonly force: boolean; readonly held: Hold },
  work: (writer: EmbeddingWriter) => Promise<T>,
): Promise<T> {
  const folder = dirname(file);
  const names = outputFiles(file).map((name) => basename(name));
  for (const name of names) await refuseWhatIsThere(join(folder, name), folder, force);
  return attempt(file, () =>
    writeFolder({ folder, obsolete: [], followsLinks: true, order: names }, async (beside, draft) => {
      const drafts = names.map((name) => join(draft, name));
      const targets = names.map((name) => join(folder, name));
      const rows = await openRows(drafts, targets, width);
      try {
        const result = await work({
          append: (ids, values) => attempt(file, () => rows.append(ids, values)),
          async end() {
            await rows.close();
            return drafts;
          },
          beside,
        });
        await rows.close();
        held.assertHeld();
        return result;
      } finally {
        await rows.close().catch(() => {});
      }
    }),
  );
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false; // Nothing is there; what else is wrong with the path its hold says.
  }
}

/** @throws {InputError} for what may not be replaced, or not at once */
async function refuseWhatIsThere(name: string, folder: string, force: boolean): Promise<void> {
  const found = await stat(name).catch(() => undefined);
  if (found === undefined && isLink(name)) {
    throw new InputError(`cannot write ${name}: it is a link to nothing; remove it first.`);
  }
  if (found !== undefined && !found.isFile())
    throw new InputError(`cannot write ${name}: it is no plain file.`);
  if (found !== undefined && !force) throw new InputError(`${name} exists; pass --force to overwrite it.`);
  if (found !== undefined && found.dev !== (await stat(folder)).dev) {
    throw new InputError(`cannot write ${name}: it leads to another file system; name the file itself.`);
  }
}

/** What a format has to do. */
interface OpenRows {
  append(ids: readonly string[], values: Float32Array): Promise<void>;
  /** May be called again. */
  close(): Promise<void>;
}

/** The rows of a .parquet (one draft), or of a .npy behind its ids (two). */
async function openRows(
  [first, second]: readonly string[],
  targets: readonly string[],
  width: number,
): Promise<OpenRows> {
  const ids = await openDraft(first!, targets[0]!);
  if (second === undefined) {
    // The mode is set; hyparquet's writer opens the file itself.
    await ids.close();
    const { openParquet } = await import('./embedding-parquet');
    return openParquet(first!);
  }
  const npy = await openNpy(await openDraft(second, targets[1]!), width);
  let isOpen = true;
  return {
    async append(names, values) {
      await npy.append(values);
      await ids.writeFile(names.map((name) => `${name}\n`).join(''));
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await npy.close();
      await ids.close();
    },
  };
}

async function attempt<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new InputError(`cannot write ${file}: ${fileReason(error)}.`);
  }
}
