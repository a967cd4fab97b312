import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { isFolder } from './find-images';
import { nodeFiles } from './node-modules';
import { readJsonSource, type Source } from './read-source';

/**
 * The files of a folder that are there, of the subsets that a benchmark has; or the same, parsed, by subset.
 *
 * @throws InputError where there is no such folder, or it holds no file of these
 */
export function readSubsets(
  place: string,
  folder: string | Readonly<Record<string, unknown>>,
  subsets: readonly string[],
): Map<string, Source> {
  const found = new Map<string, Source>();
  if (typeof folder !== 'string') {
    if (!isJsonObject(folder))
      throw new InputError(`${place}: pass a folder, or the parsed files by subset.`);
    for (const subset of subsets) {
      if (Object.hasOwn(folder, subset)) found.set(subset, { name: subset, value: folder[subset] });
    }
  } else {
    const { fs, path } = nodeFiles(place);
    if (!isFolder(fs, folder)) {
      const problem = fs.existsSync(folder) ? `${folder} is a file` : `there is no folder ${folder}`;
      throw new InputError(
        `${place}: ${problem}; give the folder that holds ${subsets[0]}.json and the others.`,
      );
    }
    for (const subset of subsets) {
      const file = path.join(folder, `${subset}.json`);
      if (fs.existsSync(file)) found.set(subset, { ...readJsonSource(place, file), folder });
    }
  }
  if (found.size === 0) {
    const where = typeof folder === 'string' ? folder : 'what was passed';
    throw new InputError(
      `${place}: ${where} holds none of ${subsets.map((name) => `${name}.json`).join(', ')}.`,
    );
  }
  return found;
}
