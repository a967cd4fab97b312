import { type FileHandle, rename } from 'node:fs/promises';
import { writing } from '@slipform/kit/errors/file-error';
import type { Lock } from '@slipform/kit/files/lock';
import { draftBeside, dropDraft, keepDraft, openDraft } from '@slipform/kit/files/write-file';
import { countedOutput, type Output } from './output';

/**
 * An output that can't be resumed: it is written beside its place, from the first byte on and not before, and an
 * interruption takes it away.
 */
export function passingOutput(file: string, target: string, lock: Lock): Output {
  let draft: { readonly name: string; readonly handle: FileHandle } | undefined;
  const begin = async () => {
    const name = draftBeside(target);
    draft = { name, handle: await openDraft(name, target) };
    return draft;
  };
  return countedOutput({
    isFile: true,
    write: (bytes) => writing(file, async () => (draft ?? (await begin())).handle.writeFile(bytes)),
    async commit() {
      await writing(file, async () => {
        const { name, handle } = draft ?? (await begin());
        await handle.sync();
        await handle.close();
        lock.assertHeld();
        await rename(name, target);
        keepDraft(name);
      });
      lock.release();
    },
    async discard() {
      await draft?.handle.close().catch(() => {});
      if (draft) dropDraft(draft.name);
      lock.release();
    },
  });
}
