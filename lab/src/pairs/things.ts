import {
  type ColourPair,
  type Icon,
  PAIR_PADDING,
  type PairPlace,
  pairIcons,
  pairPixels,
  type SetInfo,
  type Split,
  splitOf,
} from '@slipform/icons';
import { drawIcons, openCorpus, pairWords } from '@slipform/icons/files';
import { ICON_CACHE } from './folders';

/** Edge of a picture of two things, in pixels; a thing has half of it. */
export const PAIR_SIZE = 48;
const HALF = PAIR_SIZE / 2;
const AREA = HALF * HALF;

export interface OpenThingsOptions {
  /** Where the sets are installed. */
  readonly root: string;
  readonly sets: 'core' | 'all';
  readonly split: Split;
  readonly signal?: AbortSignal;
  readonly onDrawn?: (done: number, total: number) => void;
}

/** Icons that captions of coloured things can name, drawn in shades of grey. */
export interface Things {
  readonly icons: readonly Icon[];
  readonly versions: Readonly<Record<string, string>>;
  readonly sets: readonly SetInfo[];
  /** The picture of a pair by a set's artist, RGB; undefined where the set lacks one of the things. */
  draw(set: string, pair: ColourPair, place: PairPlace): Uint8Array | undefined;
}

export async function openThings({ root, sets, split, signal, onDrawn }: OpenThingsOptions): Promise<Things> {
  const corpus = await openCorpus({ root, sets, ...(signal && { signal }) });
  const isPlain = new Set(corpus.sets.filter(({ isColoured }) => !isColoured).map(({ set }) => set));
  const asked = pairIcons(
    corpus.icons.filter((icon) => isPlain.has(icon.set) && splitOf(icon) === split),
    await pairWords(),
  );
  const drawings = await drawIcons(asked, {
    ...{ size: HALF, padding: PAIR_PADDING, cache: ICON_CACHE, ...(signal && { signal }) },
    onProgress: ({ done, total }) => onDrawn?.(done, total),
  });
  const icons = asked.filter((_, at) => drawings.has(at));
  const greyOf = new Map<string, Uint8Array>();
  for (const [at, { set, caption }] of asked.entries()) {
    if (!drawings.has(at)) continue;
    // Black ink: its three channels are alike.
    const grey = Uint8Array.from({ length: AREA }, (_, pixel) => drawings.pixels[(at * AREA + pixel) * 3]!);
    greyOf.set(`${set}:${caption}`, grey);
  }
  return {
    icons,
    versions: corpus.versions,
    sets: corpus.sets.filter(({ set }) => icons.some((icon) => icon.set === set)),
    draw(set, pair, place) {
      const [first, second] = pair.things.map(({ thing }) => greyOf.get(`${set}:${thing}`));
      return first && second && pairPixels([first, second], pair, place, { half: HALF });
    },
  };
}

/** Pictures of one size as one array. */
export function joined(pictures: readonly Uint8Array[]): Uint8Array {
  const bytes = PAIR_SIZE * PAIR_SIZE * 3;
  const all = new Uint8Array(pictures.length * bytes);
  for (const [at, picture] of pictures.entries()) all.set(picture, at * bytes);
  return all;
}
