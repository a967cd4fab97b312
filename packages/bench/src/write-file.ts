import { rename, rm, writeFile } from 'node:fs/promises';
import { InputError } from '@slipform/clip';

/** Writes beside the target and renames, so that a run that is cut off leaves no half file. */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new InputError(`${path} can't be written: its folder does not exist; make it first`);
    }
    throw error;
  }
}
