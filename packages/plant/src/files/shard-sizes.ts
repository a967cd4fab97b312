import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@slipform/kit/errors/input-error';
import { acquireLock, lockBeside } from '@slipform/kit/files/lock';
import type { NamedFile } from '@slipform/kit/files/output-guard';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { parseJsonObject } from '@slipform/kit/formats/parse-json';
import { isThere } from '@slipform/kit/shards/done-record';

type Sizes = Readonly<Record<string, number>>;

/** A folder of a million shards has some 30 MB. */
const longest = 64 * 1024 * 1024;

/** What is written beside a shard in the name of its folder. */
export function sizesFilesOf(shard: string): readonly NamedFile[] {
  const file = sizesFileOf(shard);
  return [
    { file, name: 'the list of shard sizes beside the output' },
    { file: lockBeside(file), name: 'the lock of the list of shard sizes' },
  ];
}

/**
 * webdataset's `sizes.json` beside a shard: how many samples each shard of the folder has. Entries of other shards stay,
 * those too that other processes set at the same time.
 *
 * @throws {InputError} if what lies there is no such file
 */
export async function openShardSizes(shard: string): Promise<{ set(samples: number): Promise<void> }> {
  const file = sizesFileOf(shard);
  await readSizes(file);
  return {
    set: (samples) => change(file, (before) => ({ ...before, [basename(shard)]: samples })),
  };
}

/** Writes the list of all shards of a folder, in place of one that is there. @throws {InputError} if what lies there is no such list */
export function writeShardSizes(folder: string, sizes: Sizes): Promise<void> {
  return change(join(folder, 'sizes.json'), () => sizes);
}

async function change(file: string, changed: (before: Sizes) => Sizes): Promise<void> {
  const lock = await acquireLock(lockBeside(file), { what: file, wait: true });
  try {
    const before = await readSizes(file);
    const sizes = changed(before);
    if (isDeepStrictEqual(sizes, before)) return;
    lock.assertHeld();
    await writeFileWhole(file, `${JSON.stringify(sizes, null, 2)}\n`);
  } finally {
    lock.release();
  }
}

function sizesFileOf(shard: string): string {
  return join(dirname(shard), 'sizes.json');
}

async function readSizes(file: string): Promise<Sizes> {
  if (!isThere(file)) return {};
  try {
    if ((await stat(file)).size <= longest) {
      const sizes = parseJsonObject(await readFile(file), file, { maxDepth: 1 });
      if (isSizes(sizes)) return sizes;
    }
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
  }
  throw new InputError(
    `${file} is no list of shard sizes, which a shard needs beside it; move it or write to another folder.`,
  );
}

function isSizes(value: Readonly<Record<string, unknown>>): value is Sizes {
  return Object.values(value).every((size) => Number.isSafeInteger(size) && Number(size) >= 0);
}
