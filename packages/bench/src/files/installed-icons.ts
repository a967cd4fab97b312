import type { Icon } from '@slipform/icons';
import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import type { RawImage } from '../encoders/encoder';
import { importPeer } from '../encoders/import-peer';
import { duoPictureName, type FindDuo, type WantedIcons } from '../loaders/icons/duo';
import {
  type BenchmarkImage,
  isLazyImage,
  isMissingImage,
  type LazyImage,
  missingImage,
} from '../questions/question';

/** Drawn at a time, in a process of its own; as many as a model is asked about in one call. */
const AT_ONCE = 256;
/** Parts that are kept: a picture of 224 pixels takes 150 kB. */
const KEPT = 4;

const pictureName = (set: string, name: string) => `${set}_${name}.png`;

interface InstalledIcons {
  /** The function that a message begins with. */
  readonly caller: string;
  readonly wanted: WantedIcons;
  readonly size: number;
  readonly root: string;
  /** As `drawIcons` has it. */
  readonly padding?: number;
  readonly onWarning: (warning: string) => void;
}

/** Finds icons in the sets that are installed, and draws them when a model asks for them, in the order of the questions. */
async function installedIcons(
  options: InstalledIcons,
): Promise<(set: string, name: string) => BenchmarkImage> {
  const { caller, wanted, size, root, padding = 0, onWarning } = options;
  const library = await importIcons(caller);
  const found = new Map<string, Icon>();
  const absent: string[] = [];
  const others: string[] = [];
  for (const [set, names] of wanted.names) {
    const corpus = await library.openCorpus({ root, sets: [set] }).catch((error: unknown) => {
      if (codeOf(error) === 'NOT_INSTALLED') return undefined;
      throw error;
    });
    if (!corpus) {
      absent.push(set);
      continue;
    }
    const icons = new Map(corpus.icons.map((icon) => [icon.name, icon]));
    for (const name of names) {
      const icon = icons.get(name);
      if (icon) found.set(pictureName(set, name), icon);
    }
    const { package: from, version } = wanted.sets[set]!;
    if (corpus.versions[from] !== version) others.push(set);
  }
  const install = `npm install ${[...new Set([...absent, ...others].map((set) => specifierOf(wanted.sets[set]!)))].join(' ')}`;
  if (found.size === 0) {
    throw new InputError(
      `${caller}: the icon sets that the questions are about are not installed in ${root} or above; ${install}.`,
    );
  }
  if (absent.length + others.length > 0) {
    onWarning(
      `${caller}: ${[
        absent.length > 0 && `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} not installed`,
        others.length > 0 &&
          `${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} of another version than the questions`,
      ]
        .filter(Boolean)
        .join(', and ')}, so that the scores are not those that others quote; ${install}.`,
    );
  }
  const pictures = lazyPictures(found, (icons) => library.drawIcons(icons, { size, padding }), size);
  return (set, name) => pictures.get(pictureName(set, name)) ?? missingImage(pictureName(set, name));
}

/**
 * Finds pictures of two icons of one installed set, each with half of the edge, and composes them when a model asks for them.
 *
 * @throws InputError if none of the sets is installed, or @slipform/icons is not
 *
 * @example
 * const pictureOf = await installedDuos({ caller: 'mine', wanted, size: 96, root: '.', onWarning: console.warn });
 * pictureOf('lucide', ['bell-off', 'cloud-check'], 'beside');
 */
export async function installedDuos(options: InstalledIcons): Promise<FindDuo> {
  const half = options.size / 2;
  await importIcons(options.caller);
  const { DUO_PADDING, duoPixels } = await import('@slipform/icons');
  const iconOf = await installedIcons({ ...options, size: half, padding: DUO_PADDING });
  const known = new Map<string, LazyImage>();
  const pixelsOf = async (image: LazyImage) => (await (image.load() as Promise<RawImage>)).data as Uint8Array;
  return (set, names, layout) => {
    const key = duoPictureName(set, names, layout);
    const [first, second] = [iconOf(set, names[0]), iconOf(set, names[1])];
    if (!(isDrawn(first) && isDrawn(second))) return missingImage(key);
    const picture: LazyImage = known.get(key) ?? {
      key,
      async load(): Promise<RawImage> {
        const drawings = [await pixelsOf(first), await pixelsOf(second)] as const;
        const edge = options.size;
        return { width: edge, height: edge, data: duoPixels(drawings, layout, { half }), name: key };
      },
    };
    known.set(key, picture);
    return picture;
  };
}

const isDrawn = (image: BenchmarkImage): image is LazyImage => !isMissingImage(image) && isLazyImage(image);

const specifierOf = ({ package: from, version }: { package: string; version: string }) =>
  `${from}@${version}`;

type Draw = (icons: readonly Icon[]) => Promise<{ readonly pixels: Uint8Array }>;

/** Pictures that are drawn part by part, since those of a benchmark may take more memory than there is. */
function lazyPictures(
  icons: ReadonlyMap<string, Icon>,
  draw: Draw,
  size: number,
): ReadonlyMap<string, LazyImage> {
  const list = [...icons.values()];
  const parts = new Map<number, Promise<Uint8Array>>();
  const partOf = (index: number) => {
    const known = parts.get(index);
    if (known) return known;
    const drawn = draw(list.slice(index * AT_ONCE, (index + 1) * AT_ONCE)).then(({ pixels }) => pixels);
    parts.set(index, drawn);
    const [oldest] = parts.keys();
    if (parts.size > KEPT) parts.delete(oldest!);
    return drawn;
  };
  const bytes = size * size * 3;
  return new Map(
    [...icons.keys()].map((key, at) => [
      key,
      {
        key,
        async load(): Promise<RawImage> {
          const pixels = await partOf(Math.floor(at / AT_ONCE));
          const start = (at % AT_ONCE) * bytes;
          return { width: size, height: size, data: pixels.slice(start, start + bytes), name: key };
        },
      },
    ]),
  );
}

/** `@slipform/icons/files`, an optional peer. */
const importIcons = (caller: string) =>
  importPeer(
    `${caller} draws with`,
    ['@slipform/icons', '@resvg/resvg-js'],
    () => import('@slipform/icons/files'),
  );
