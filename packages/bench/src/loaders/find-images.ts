import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { optional, type RowsFor, rule } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { type BenchmarkImage, missingImage } from '../questions/question';
import { nodeFiles } from './node-modules';
import type { Row } from './row';

/**
 * Where pictures are: a folder, several, or a function that finds a picture by the name in the file. The function answers
 * at once; what takes time belongs into the `load` of a {@link LazyImage}.
 */
export type ImageSource = string | readonly string[] | ((name: string) => BenchmarkImage | null | undefined);

export interface ImageOptions {
  /**
   * Where the pictures are. Default: the folder `images` beside the file, and the file's own folder. Rows whose
   * picture isn't there are counted in the result's `coverage` and not scored.
   */
  readonly images?: ImageSource;
}

const isFolderName = (value: unknown) => typeof value === 'string';

/**
 * The option `images` of a loader. Loaders' tables are functions: made at the top level, each would stay in the bundle of who
 * loads another benchmark.
 */
export const imageRows = {
  images: optional(
    rule<ImageSource>(
      'a folder, a list of folders or a function of the name',
      (value) =>
        isFolderName(value) ||
        typeof value === 'function' ||
        (Array.isArray(value) && Array.from(value).every(isFolderName)),
    ),
  ),
} satisfies RowsFor<ImageOptions>;

/** Finds pictures by name, see {@link missingImage}; `fail` tells of a name that leads out of its folder. */
export type FindImage = (name: string, fail: (what: string) => never) => BenchmarkImage;

/**
 * Names of COCO's pictures changed between its releases (COCO_val2014_000000001234.jpg, 000000001234.jpg), so
 * each is looked for under both; names without an ending, as Winoground's, are looked for with `.png` and `.jpg`.
 *
 * @param inside folders of the folders, in which pictures are looked for first
 */
export function findImages(
  place: string,
  images: ImageSource | undefined,
  folder: string | undefined,
  inside: readonly string[] = [],
): FindImage {
  if (typeof images === 'function') return (name) => pictureOf(place, name, images(name));
  const named = images === undefined ? [] : [images].flat();
  if (images === undefined && folder === undefined) {
    throw new InputError(
      `${place}: images must say where the pictures are: a folder, or a function of the name.`,
    );
  }
  const { fs, path } = nodeFiles(place);
  for (const each of named) {
    if (!isFolder(fs, each)) {
      throw new InputError(`${place}: images: there is no folder ${each}.`);
    }
  }
  const bases = images === undefined ? [path.join(folder!, 'images'), folder!] : named;
  const folders = bases.flatMap((base) => [...inside.map((each) => path.join(base, each)), base]);
  const known = new Map<string, string | undefined>();
  return (name, fail) => {
    if (!known.has(name)) {
      if (!isInside(name)) fail(`the picture's name ${JSON.stringify(name)} must not lead out of its folder`);
      const paths = folders.flatMap((each) => namesOf(name).map((other) => path.join(each, other)));
      known.set(
        name,
        paths.find((each) => isFile(fs, each)),
      );
    }
    return known.get(name) ?? missingImage(name);
  };
}

/** A promise would be handed to the model as if it were the picture. */
function pictureOf(place: string, name: string, found: BenchmarkImage | null | undefined): BenchmarkImage {
  if (found === undefined || found === null) return missingImage(name);
  const isPromise = typeof found === 'object' && 'then' in found;
  if (isPromise || (typeof found !== 'object' && typeof found !== 'string')) {
    refuse(
      place,
      'images',
      'must return a picture or undefined',
      `${isPromise ? 'a promise' : shown(found)} for ${name}`,
      'for one that takes time return { key, load }',
    );
  }
  return found;
}

/** A name that is too long, or that may not be looked at, is no file either. */
function isFile(fs: typeof import('node:fs'), path: string): boolean {
  try {
    return fs.statSync(path).isFile();
  } catch {
    return false;
  }
}

export function isFolder(fs: typeof import('node:fs'), path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
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

/** What a row holds of a picture: its bytes, or its name, by which it is to be found. */
export function pictureIn(
  row: Row,
  column: string,
  value: unknown,
): Exclude<BenchmarkImage, string> | string {
  if (value instanceof Uint8Array) return value;
  if (isJsonObject(value) && value.bytes instanceof Uint8Array) {
    const { bytes, path: key } = value;
    // By its name a picture that several rows hold is one.
    return typeof key === 'string' && key !== '' ? { key, load: async () => bytes } : bytes;
  }
  const name = isJsonObject(value) ? value.path : value;
  if (typeof name === 'string' && name.trim() !== '') return name;
  return row.fail(`${column} must be the name of a picture or its bytes, got ${shown(value)}`);
}
