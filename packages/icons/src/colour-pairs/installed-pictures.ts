import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import type { Icon } from '../corpus/icon';
import { mainDrawings } from '../corpus/minimal-pairs/main-drawings';
import { drawIcons } from '../drawing/draw-icons';
import { openCorpus } from '../files/open-corpus';
import type { ColourPair, PairPlace } from './pair-caption';
import { PAIR_PADDING, pairPixels } from './pair-picture';
import type { QuestionSet } from './question-file';

/** A picture that is drawn when it is needed, in the form of `@slipform/bench`. */
export interface PairPicture {
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

type FindPicture = (set: string, pair: ColourPair, place: PairPlace) => PairPicture;

export interface InstalledPictures {
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly size: number;
  readonly root: string;
  readonly onWarning: (warning: string) => void;
}

/** `carbon_red-bell_blue-cloud_left.png`: for embeddings that were computed elsewhere. */
export const pairPictureName = (set: string, { things }: ColourPair, place: PairPlace) =>
  `${set}_${things.map(({ colour, thing }) => `${colour}-${thing.replaceAll(' ', '-')}`).join('_')}_${place}.png`;

/** Stands for a picture that isn't there: a text-only model is asked its questions all the same. */
export const missingPicture = (key: string): PairPicture => ({ key, missing: true, load: refuse });

// One function for all of them, so that two readings of a file are equal.
async function refuse(this: PairPicture): Promise<never> {
  throw new InputError(`colourPairs: there is no picture ${this.key}.`);
}

/**
 * Finds pictures of two icons of an installed set. A set is drawn, in shades of grey, when the first of its pictures is asked for.
 *
 * @throws {InputError} where no set of all is installed, with the command that installs them
 */
export async function installedPictures({
  sets,
  size,
  root,
  onWarning,
}: InstalledPictures): Promise<FindPicture> {
  const half = size / 2;
  const found = new Map<string, ReadonlyMap<string, () => Promise<Uint8Array>>>();
  const absent: string[] = [];
  const others: string[] = [];
  for (const [set, { package: from, version }] of Object.entries(sets)) {
    const corpus = await openCorpus({ root, sets: [set] }).catch((error: unknown) => {
      if (codeOf(error) === 'NOT_INSTALLED') return undefined;
      throw error;
    });
    if (!corpus) absent.push(set);
    else found.set(set, drawnOnce(mainDrawings(corpus.icons), half));
    if (corpus && corpus.versions[from] !== version) others.push(set);
  }
  const packages = [
    ...new Set([...absent, ...others].map((set) => `${sets[set]!.package}@${sets[set]!.version}`)),
  ];
  const install = `npm install ${packages.join(' ')}`;
  if (found.size === 0) {
    throw new InputError(
      `colourPairs: the icon sets that the questions are about are not installed in ${root} or above; ${install}.`,
    );
  }
  if (packages.length > 0) {
    const say = (list: readonly string[], one: string, more: string) =>
      list.length > 0 ? [`${list.join(', ')} ${list.length === 1 ? one : more}`] : [];
    const why = [
      ...say(absent, 'is not installed', 'are not installed'),
      ...say(others, 'is of another version than the questions', 'are of another version than the questions'),
    ];
    onWarning(
      `colourPairs: ${why.join(', and ')}, so that the scores are not those that others quote; ${install}.`,
    );
  }
  const known = new Map<string, PairPicture>();
  return (set, pair, place) => {
    const key = pairPictureName(set, pair, place);
    const drawings = pair.things.map(({ thing }) => found.get(set)?.get(thing));
    const [first, second] = drawings;
    if (first === undefined || second === undefined) return missingPicture(key);
    const picture: PairPicture = known.get(key) ?? {
      key,
      async load() {
        const data = pairPixels([await first(), await second()], pair, place, { half });
        return { width: size, height: size, data, name: key };
      },
    };
    known.set(key, picture);
    return picture;
  };
}

/** Icons by their caption; all are drawn when the first is wanted: a set's few hundred words take some megabytes. */
function drawnOnce(icons: readonly Icon[], half: number): ReadonlyMap<string, () => Promise<Uint8Array>> {
  let drawing: Promise<Uint8Array> | undefined;
  const area = half * half;
  const greys = () => {
    drawing ??= drawIcons(icons, { size: half, padding: PAIR_PADDING }).then(({ pixels }) =>
      // Black ink: its three channels are alike.
      Uint8Array.from({ length: pixels.length / 3 }, (_, at) => pixels[3 * at]!),
    );
    return drawing;
  };
  return new Map(
    icons.map(({ caption }, at) => [
      caption,
      async () => (await greys()).subarray(at * area, (at + 1) * area),
    ]),
  );
}
