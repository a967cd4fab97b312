import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes beside the target and renames, so that a run that is cut off leaves no half file. */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
