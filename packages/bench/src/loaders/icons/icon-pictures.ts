import { callback, integer, optional, type RowsFor, text } from '@slipform/kit/options/options';
import type { BenchmarkImage } from '../../questions/question';
import { findImages, type ImageOptions, type ImageSource, imageRows } from '../find-images';
import { importFiles } from '../node-modules';
import type { QuestionSet } from './question-file';

export interface IconImageOptions extends ImageOptions {
  /** Edge of the pictures in pixels, from 8 to 1,024: drawings have no size of their own. Default 48. Not with `images`. */
  readonly size?: number;
  /** Where icon sets are installed: in `node_modules` of this folder or of those above. Default the working directory. */
  readonly root?: string;
  /** Called with a sentence where an installed set is of another version than the questions. Default `console.warn`. */
  readonly onWarning?: (warning: string) => void;
}

/** The options of the benchmarks of icons. */
export const iconImageRows = () =>
  ({
    ...imageRows,
    size: optional(integer({ min: 8, max: 1024 }), 48),
    root: optional(text('the name of a folder'), '.'),
    onWarning: optional(callback<(warning: string) => void>()),
  }) satisfies RowsFor<IconImageOptions>;

/** Icons that questions ask about, by set. */
export interface WantedIcons {
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** The name of an icon’s picture: as slipform-icons exports it, and for embeddings that were computed elsewhere. */
export const pictureName = (set: string, name: string) => `${set}_${name}.png`;

/**
 * Pictures of icons: where `images` says, or drawn from the sets that are installed, black on white.
 *
 * @throws InputError where no set of all is installed, with the command that installs what the questions ask about
 */
export async function iconPictures(
  caller: string,
  wanted: WantedIcons,
  options: IconImageOptions,
): Promise<(set: string, name: string) => BenchmarkImage> {
  const { images, size = 48, root = '.', onWarning = console.warn } = options;
  if (images !== undefined) {
    const find = findByName(caller, images);
    return (set, name) => find(pictureName(set, name));
  }
  const { installedIcons } = await importFiles();
  return installedIcons({ caller, wanted, size, root, onWarning });
}

/** Pictures by names that this package makes, which lead out of no folder. */
export function findByName(caller: string, images: ImageSource): (name: string) => BenchmarkImage {
  const find = findImages(caller, images, undefined);
  const fail = (what: string): never => {
    throw new Error(what);
  };
  return (name) => find(name, fail);
}

/** The icons of each set that its questions ask about, each once. */
export const namesBySet = <T>(
  lists: Readonly<Record<string, readonly T[]>>,
  names: (entry: T) => readonly string[],
) => new Map(Object.entries(lists).map(([set, list]) => [set, [...new Set(list.flatMap(names))]]));
