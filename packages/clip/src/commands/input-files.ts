import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../data/open-source';
import { type Inputs, imageName } from './list-inputs';

/** The files that an input of `embed` is read from: itself, what its pattern or its folder names, the images of a list. */
export async function inputFiles(input: string, inputs: Inputs): Promise<string[]> {
  const own = filesOf(input) ?? (await findFiles(input, 'embed'));
  const images = inputs.kind === 'images' ? inputs.items.map(({ image }) => image.file) : [];
  // Of an image by its name nothing is said here: no output has such a name.
  return [...new Set([...own, ...images.filter((file) => !imageName.test(file))])];
}

/** The files of a folder; undefined where it is not a folder. */
export function filesOf(folder: string): string[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return undefined;
  }
}
