import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolder } from '@slipform/kit/files/output-file';
import { publishedBenchmarks } from '../loaders/published-table';
import { filesIn, type WantedBenchmark } from './wanted-benchmark';

/** Folders of pictures are these at most; each name is looked for in all of them. */
const maxFolders = 40;

/**
 * What of a suite is on the disk: FOLDER/NAME for each benchmark by its name, with pictures beside it, in its `images`, or
 * in FOLDER/images and the folders of that.
 *
 * @param suite `composition=FOLDER`
 */
export function suiteBenchmarks(suite: string, images: readonly string[] = []): WantedBenchmark[] {
  const [name, root] = [suite.split('=', 1)[0], suite.slice(suite.indexOf('=') + 1)];
  if (name !== 'composition' || !suite.includes('=') || root === '') {
    throw new UsageError(`--suite ${suite}: It must be composition=FOLDER.`);
  }
  if (!isFolder(root)) throw new InputError(`--suite: there is no folder ${root}.`);
  const shared = withFolders(join(root, 'images'));
  const asked = publishedBenchmarks().filter(([, { composition }]) => composition);
  const found = asked.flatMap(([each, about]): WantedBenchmark[] => {
    const folder = join(root, each);
    if (!isFolder(folder)) return [];
    const pictures = [join(folder, 'images'), folder, ...images, ...shared].filter((path) =>
      existsSync(path),
    );
    return filesIn(folder, about).map((path) => ({ name: each, path, images: pictures, fromSuite: true }));
  });
  if (found.length > 0) return found;
  throw new InputError(
    `--suite: ${root} holds no benchmark; give the folder of folders that are called ${asked.map(([each]) => each).join(', ')}.`,
  );
}

function withFolders(folder: string): string[] {
  if (!isFolder(folder)) return [];
  const inside = readdirSync(folder)
    .filter((name) => !/\.\w{3,4}$/.test(name))
    .map((name) => join(folder, name));
  return [folder, ...inside.filter(isFolder).slice(0, maxFolders)];
}
