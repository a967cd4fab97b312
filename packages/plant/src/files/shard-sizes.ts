import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '@slipform/concreteness';
import { isThere } from './journal';

/**
 * webdataset's `sizes.json` beside a shard: how many samples each shard of the folder has. Entries of other shards stay.
 *
 * @throws {InputError} if what lies there is no such file
 */
export async function openShardSizes(shard: string): Promise<{ set(samples: number): Promise<void> }> {
  const file = join(dirname(shard), 'sizes.json');
  const read = async (): Promise<object> => {
    if (!(await isThere(file))) return {};
    const value: unknown = await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new InputError(
      `${file} is no list of shard sizes, which a shard needs beside it; move it or write to another folder.`,
    );
  };
  await read();
  return {
    async set(samples) {
      const sizes = { ...(await read()), [basename(shard)]: samples };
      const temporary = `${file}.${process.pid}.tmp`;
      await writeFile(temporary, `${JSON.stringify(sizes, null, 2)}\n`, { flag: 'wx' });
      await rename(temporary, file);
    },
  };
}
