import { type FileHandle, open } from 'node:fs/promises';
import { writing } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import type { Lock } from '@slipform/kit/lock';
import { countedOutput, type Output } from './output';

/**
 * An output that is there and has no record of what made it: nothing is written, but each block is compared with the
 * file. Where all are the same, the run is as good as done before.
 *
 * @param record writes the record of the finished run
 */
export async function comparingOutput(
  file: string,
  target: string,
  lock: Lock,
  record: (bytes: number, summary: unknown) => Promise<void>,
): Promise<Output> {
  const handle: FileHandle = await writing(file, () => open(target, 'r'));
  const other = (position: number) =>
    new InputError(
      `${file} exists and is not what this run makes (they differ behind byte ${position}); pass --force to overwrite it.`,
    );
  return countedOutput({
    isFile: true,
    async write(bytes, position) {
      const there = Buffer.alloc(bytes.length);
      const { bytesRead } = await handle.read(there, 0, bytes.length, position);
      if (bytesRead < bytes.length || !there.equals(bytes)) throw other(position);
    },
    async commit(summary, position) {
      if ((await handle.stat()).size !== position) throw other(position);
      lock.assertHeld();
      await record(position, summary);
      await handle.close();
      lock.release();
      process.stderr.write(`slipform-plant: ${file} is what this run makes; it stays as it is.\n`);
    },
    async discard() {
      await handle.close().catch(() => {});
      lock.release();
    },
  });
}
