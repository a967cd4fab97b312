import { type Icon, type Split, splitOf } from '@slipform/icons';
import { type Corpus, drawIcons, openCorpus } from '@slipform/icons/files';
import { type IconWorld, iconWorld, joinedWorlds } from './icon-world';

export interface OpenIconWorldOptions {
  /** Folder above or beside whose node_modules the sets lie. Default: the working directory. */
  readonly root?: string;
  /** Default: the core. */
  readonly sets?: 'core' | 'all' | string[];
  /** Artists of these sides alone. Default: all. */
  readonly splits?: readonly Split[];
  /** Icons that are wanted. Default: all. */
  readonly wanted?: (icon: Icon) => boolean;
  /** Edge of each drawing in pixels. Default 32. */
  readonly size?: number;
  /** Folder that keeps drawings. Default: none. */
  readonly cache?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface OpenedWorld {
  readonly corpus: Corpus;
  readonly world: IconWorld;
  /** Icons without a drawing. */
  readonly skipped: readonly string[];
}

const ALL_SPLITS: readonly Split[] = ['train', 'validation', 'test'];

/** So many are drawn at once, so that their colours need not be in memory together. */
const AT_ONCE = 40_000;

/** Reads the corpus and draws the icons that are wanted: those of one side of the split, then those of the next. */
export async function openIconWorld(options: OpenIconWorldOptions = {}): Promise<OpenedWorld> {
  const {
    root,
    sets = 'core',
    splits = ALL_SPLITS,
    wanted = () => true,
    size = 32,
    cache,
    signal,
    onProgress,
  } = options;
  const stop = signal === undefined ? {} : { signal };
  const corpus = await openCorpus({ ...(root === undefined ? {} : { root }), sets, tags: true, ...stop });
  const icons = corpus.icons.filter((icon) => wanted(icon));
  const sides = splits.map((split) => icons.filter((icon) => splitOf(icon) === split));
  const total = sides.reduce((sum, side) => sum + side.length, 0);
  const parts: IconWorld[] = [];
  const skipped: string[] = [];
  let before = 0;
  // Side by side of the split, so that what is kept of one serves for any others.
  for (const side of sides) {
    for (let start = 0; start < side.length; start += AT_ONCE) {
      const some = side.slice(start, start + AT_ONCE);
      const drawings = await drawIcons(some, {
        size,
        ...(cache === undefined ? {} : { cache }),
        ...stop,
        onProgress: ({ done }) => onProgress?.(before + done, total),
      });
      before += some.length;
      parts.push(iconWorld(some, drawings));
      skipped.push(...drawings.skipped.map(({ icon }) => icon.id));
    }
  }
  return { corpus, world: joinedWorlds(size, parts), skipped };
}
