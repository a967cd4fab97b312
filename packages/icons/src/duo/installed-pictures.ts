import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import type { Icon } from '../corpus/icon';
import { drawIcons } from '../drawing/draw-icons';
import { openCorpus } from '../files/open-corpus';
import { DUO_PADDING, duoPixels } from './duo-picture';
import type { DuoLayout } from './duo-wording';
import type { QuestionSet } from './question-file';

/** A picture that is drawn when it is needed, in the form of `@slipform/bench`. */
export interface DuoPicture {
  readonly key: string;
  /** There is none: it has nothing to load. */
  readonly missing?: true;
  load(): Promise<RgbPicture>;
}

interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly name: string;
}

/** Icons that questions ask about, by set. */
interface WantedIcons {
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

type FindPicture = (set: string, names: readonly [string, string], layout: DuoLayout) => DuoPicture;

/** Drawn at a time, in a process of its own; as many as a model is asked about in one call. */
const AT_ONCE = 256;
/** Parts that are kept: a picture of 224 pixels takes 150 kB. */
const KEPT = 4;

interface InstalledPictures extends WantedIcons {
  readonly size: number;
  readonly root: string;
  readonly onWarning: (warning: string) => void;
}

/** The name of a picture: as slipform-icons exports it, and for embeddings that were computed elsewhere. */
export const duoPictureName = (set: string, [one, other]: readonly [string, string], layout: string) =>
  `${set}_${one}+${other}_${layout}.png`;

/** Stands for a picture that isn't there: a text-only model is asked its questions all the same. */
export const missingPicture = (key: string): DuoPicture => ({ key, missing: true, load: refuse });

// One function for all of them, so that two readings of a file are equal.
async function refuse(this: DuoPicture): Promise<never> {
  throw new InputError(`duo: there is no picture ${this.key}.`);
}

/**
 * Finds pictures of two icons of one installed set, each with half of the edge, black on white; they are drawn when a model
 * asks for them, in the order of the questions.
 *
 * @throws InputError where no set of all is installed, with the command that installs what the questions ask about
 */
export async function installedPictures(options: InstalledPictures): Promise<FindPicture> {
  const { size: edge } = options;
  const half = edge / 2;
  const icons = lazyIcons(await installedIcons(options), half);
  const known = new Map<string, DuoPicture>();
  return (set, names, layout) => {
    const key = duoPictureName(set, names, layout);
    const [first, second] = [icons.get(keyOf(set, names[0])), icons.get(keyOf(set, names[1]))];
    if (first === undefined || second === undefined) return missingPicture(key);
    const picture: DuoPicture = known.get(key) ?? {
      key,
      async load() {
        const drawings = [await first(), await second()] as const;
        return { width: edge, height: edge, data: duoPixels(drawings, layout, { half }), name: key };
      },
    };
    known.set(key, picture);
    return picture;
  };
}

const keyOf = (set: string, name: string) => `${set}:${name}`;

/** The icons that are there, by set and name; one sentence tells of sets that aren't, or are of another version. */
async function installedIcons({
  sets,
  names: wanted,
  root,
  onWarning,
}: InstalledPictures): Promise<ReadonlyMap<string, Icon>> {
  const found = new Map<string, Icon>();
  const absent: string[] = [];
  const others: string[] = [];
  for (const [set, names] of wanted) {
    const corpus = await openCorpus({ root, sets: [set] }).catch((error: unknown) => {
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
      if (icon) found.set(keyOf(set, name), icon);
    }
    const { package: from, version } = sets[set]!;
    if (corpus.versions[from] !== version) others.push(set);
  }
  const install = `npm install ${[...new Set([...absent, ...others].map((set) => specifierOf(sets[set]!)))].join(' ')}`;
  if (found.size === 0) {
    throw new InputError(
      `duo: the icon sets that the questions are about are not installed in ${root} or above; ${install}.`,
    );
  }
  if (absent.length + others.length > 0) {
    onWarning(
      `duo: ${[
        absent.length > 0 && `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} not installed`,
        others.length > 0 &&
          `${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} of another version than the questions`,
      ]
        .filter(Boolean)
        .join(', and ')}, so that the scores are not those that others quote; ${install}.`,
    );
  }
  return found;
}

const specifierOf = ({ package: from, version }: { package: string; version: string }) =>
  `${from}@${version}`;

/** Pixels of icons, which are drawn part by part, since those of a benchmark may take more memory than there is. */
function lazyIcons(
  icons: ReadonlyMap<string, Icon>,
  size: number,
): ReadonlyMap<string, () => Promise<Uint8Array>> {
  const list = [...icons.values()];
  const parts = new Map<number, Promise<Uint8Array>>();
  const partOf = (index: number) => {
    const known = parts.get(index);
    if (known) return known;
    const part = list.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
    const drawn = drawIcons(part, { size, padding: DUO_PADDING }).then(({ pixels }) => pixels);
    parts.set(index, drawn);
    const [oldest] = parts.keys();
    if (parts.size > KEPT) parts.delete(oldest!);
    return drawn;
  };
  const bytes = size * size * 3;
  return new Map(
    [...icons.keys()].map((key, at) => [
      key,
      async () => {
        const start = (at % AT_ONCE) * bytes;
        return (await partOf(Math.floor(at / AT_ONCE))).slice(start, start + bytes);
      },
    ]),
  );
}
