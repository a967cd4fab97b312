import { lstatSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { draftBeside, dropDraft, openDraft } from '@slipform/kit/files/write-file';
import { finishFolder, type NewFile, writeIntoFolder } from '@slipform/kit/files/write-folder';
import { openNpy } from '@slipform/kit/formats/npy';

/** Writes rows as they come; the files appear together under their names, whole, or not at all. */
export interface EmbeddingWriter {
  append(ids: readonly string[], values: Float32Array): Promise<void>;
  /**
   * Ends the files and gives them their names.
   *
   * @param beside makes a file that appears with them, of the files whole but without their names
   */
  commit(beside?: (drafts: readonly string[]) => Promise<NewFile>): Promise<void>;
  /** Lets go of the output, and removes what has no name yet. Call it at the end in any case. */
  close(): Promise<void>;
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
 * Makes this process the only writer of an output; see {@link hold}.
 *
 * @throws {HeldByAnother} where another process writes it
 */
export async function holdOutput(file: string): Promise<Hold> {
  // What was being written when a process was killed has no name yet.
  await finishFolder(dirname(file));
  return hold(file, file);
}

/**
 * Where embeddings go, by the name: .npy with the ids beside it in .ids.txt, one a line; .parquet with the columns
 * `id` and `embedding`. A link stays one, and the file that it leads to is written.
 *
 * @param held of {@link holdOutput}; from here on the writer lets go of it
 * @throws {InputError} for a file that is there where `force` is not set, and a link to nothing
 */
export async function openEmbeddingWriter(
  file: string,
  width: number,
  force: boolean,
  held: Hold,
): Promise<EmbeddingWriter> {
  const targets: string[] = [];
  const drafts: string[] = [];
  let rows: OpenRows | undefined;
  const close = async () => {
    await rows?.close().catch(() => {});
    for (const draft of drafts) dropDraft(draft);
    held.release();
  };
  try {
    for (const name of outputFiles(file)) {
      await refuseWhatIsThere(name, force);
      targets.push(isLink(name) ? await realpath(name) : name);
    }
    for (const target of targets) drafts.push(draftBeside(target));
    rows = await attempt(file, () => openRows(drafts, targets, width));
  } catch (error) {
    await close();
    throw error;
  }
  const written = rows;
  return {
    append: (ids, values) => attempt(file, () => written.append(ids, values)),
    commit: (beside) =>
      attempt(file, async () => {
        await written.close();
        const further = beside === undefined ? [] : [await beside(drafts)];
        held.assertHeld();
        const own = targets.map((target, i): NewFile => [basename(target), { draft: drafts[i]! }]);
        // All together where they lie in one folder, and that of the record last.
        const home = await realpath(dirname(file));
        const folders = await Promise.all(targets.map((target) => realpath(dirname(target))));
        for (const folder of new Set(folders.filter((each) => each !== home))) {
          await writeIntoFolder(
            folder,
            own.filter((_, i) => folders[i] === folder),
          );
        }
        const atHome = [...own.filter((_, i) => folders[i] === home), ...further];
        if (atHome.length > 0) await writeIntoFolder(dirname(file), atHome);
      }),
    close,
  };
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false; // Nothing is there; what else is wrong with the path its hold says.
  }
}

/** @throws {InputError} for what may not be replaced */
async function refuseWhatIsThere(name: string, force: boolean): Promise<void> {
  const found = await stat(name).catch(() => undefined);
  if (found === undefined && isLink(name)) {
    throw new InputError(`cannot write ${name}: it is a link to nothing; remove it first.`);
  }
  if (found !== undefined && !found.isFile())
    throw new InputError(`cannot write ${name}: it is no plain file.`);
  if (found !== undefined && !force) throw new InputError(`${name} exists; pass --force to overwrite it.`);
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
