import { InputError } from '@slipform/clip';
import type { BenchmarkImage } from '../benchmark';
import { nodeFiles } from './node-modules';

/** Where pictures are: a folder, several, or a function that finds a picture by the name in the file. */
export type ImageSource = string | readonly string[] | ((name: string) => BenchmarkImage | undefined);

export interface ImageOptions {
  /**
   * Where the pictures are. Default: the folder `images` beside the file, and the file's own folder. Rows whose
   * picture isn't there are counted in the result's `coverage` and not scored.
   */
  readonly images?: ImageSource;
}

/** Finds pictures by name; undefined where there is none. `fail` tells of a name that leads out of its folder. */
export type FindImage = (name: string, fail: (what: string) => never) => BenchmarkImage | undefined;

/**
 * Names of COCO's pictures changed between its releases (COCO_val2014_000000001234.jpg, 000000001234.jpg), so
 * each is looked for under both; names without an ending, as Winoground's, are looked for with `.png` and `.jpg`.
 */
export function findImages(
  place: string,
  images: ImageSource | undefined,
  folder: string | undefined,
): FindImage {
  if (typeof images === 'function') return (name) => images(name);
  const named = images === undefined ? [] : [images].flat();
  if (images === undefined && folder === undefined) {
    throw new InputError(
      `${place}: images must say where the pictures are: a folder, or a function of the name`,
    );
  }
  const { fs, path } = nodeFiles(place);
  for (const each of named) {
    if (!fs.statSync(each, { throwIfNoEntry: false })?.isDirectory()) {
      throw new InputError(`${place}: images: there is no folder ${each}`);
    }
  }
  const folders = images === undefined ? [path.join(folder!, 'images'), folder!] : named;
  const known = new Map<string, string | undefined>();
  return (name, fail) => {
    if (!known.has(name)) {
      if (!isInside(name)) fail(`the picture's name ${JSON.stringify(name)} must not lead out of its folder`);
      const paths = folders.flatMap((each) => namesOf(name).map((other) => path.join(each, other)));
      known.set(
        name,
        paths.find((each) => fs.statSync(each, { throwIfNoEntry: false })?.isFile()),
      );
    }
    return known.get(name);
  };
}

function isInside(name: string): boolean {
  return !/^([/\\]|[A-Za-z]:)/.test(name) && !name.includes('\0') && !name.split(/[/\\]/).includes('..');
}

function namesOf(name: string): string[] {
  const base = name.split('/').at(-1)!;
  const bare = base.replace(/^COCO_(train|val|test)20\d\d_/, '');
  const names = [name, base, bare];
  if (/^\d{12}\.jpg$/.test(bare)) names.push(`COCO_val2014_${bare}`, `COCO_train2014_${bare}`);
  if (!/\.[A-Za-z]{3,4}$/.test(base)) names.push(`${base}.png`, `${base}.jpg`);
  return [...new Set(names)];
}
