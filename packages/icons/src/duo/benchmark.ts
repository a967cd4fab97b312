import { InputError } from '@slipform/kit/errors/input-error';
import { callback, defineOptions, optional, rule, text } from '@slipform/kit/options/options';
import { type DuoPicture, duoPictureName, installedPictures, missingPicture } from './installed-pictures';
import { type DuoEntry, ENTRY_KINDS, readDuoQuestions } from './question-file';

export interface DuoOptions {
  /** Finds a picture by its name, `carbon_bell-off+cloud-plus_beside.png`, in place of those that are drawn. */
  readonly images?: (name: string) => DuoPicture | undefined;
  /** Edge of a picture in pixels, a multiple of 4 from 16 to 1,024; an icon has half of it. Default 96. Not with `images`. */
  readonly size?: number;
  /** Where icon sets are installed: in `node_modules` of this folder or of those above. Default the working directory. */
  readonly root?: string;
  /** Called with a sentence where an installed set is of another version than the questions. Default `console.warn`. */
  readonly onWarning?: (warning: string) => void;
}

interface DuoPairing {
  readonly image: DuoPicture;
  readonly text: string;
}

/** Two pictures, two captions, and one of the five ways to ask which belongs to which. */
interface AskedDuo {
  readonly id: string;
  /** What differs and how it is asked: `'swap pairing'`. */
  readonly kind: string;
  /** The two pictures, which their questions share. */
  readonly group: string;
  readonly clusters: { readonly words: readonly string[]; readonly artist: string };
  readonly by: Readonly<Record<string, string>>;
  readonly right: readonly DuoPairing[];
  readonly wrong: readonly DuoPairing[];
  readonly rule: 'all' | 'sum';
}

/** A benchmark as `evaluate` of `@slipform/bench` takes it. */
export interface DuoBenchmark {
  readonly name: string;
  readonly questions: readonly AskedDuo[];
  /** Those of which a picture is missing. */
  readonly withoutImage: readonly AskedDuo[];
  readonly coverage: Readonly<Record<string, { readonly scored: number; readonly total: number }>>;
  readonly chance: number;
  readonly chances: Readonly<Record<string, number>>;
  readonly means: Readonly<Record<string, readonly string[]>>;
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

const table = defineOptions('duo', {
  images: optional(callback<(name: string) => DuoPicture | undefined>()),
  size: optional(
    rule<number>(
      'a multiple of 4 from 16 to 1024',
      (value) =>
        Number.isInteger(value) &&
        (value as number) % 4 === 0 &&
        (value as number) >= 16 &&
        (value as number) <= 1024,
    ),
    96,
  ),
  root: optional(text('the name of a folder'), '.'),
  onWarning: optional(callback<(warning: string) => void>()),
});

/** Bands of concreteness, each up to its limit, exclusive. */
const BANDS: readonly (readonly [name: string, limit: number])[] = [
  ['below 2.5', 2.5],
  ['2.5 to 3', 3],
  ['3 to 3.5', 3.5],
  ['3.5 to 4', 4],
  ['4 to 4.5', 4.5],
  ['4.5 and above', Number.POSITIVE_INFINITY],
];
const UNRATED = 'not rated';

/** From abstract to concrete. */
const bandNames = (): readonly string[] => [...BANDS.map(([name]) => name), UNRATED];

function bandOf(rating: number | undefined): string {
  if (rating === undefined) return UNRATED;
  return BANDS.find(([, limit]) => rating < limit)![0];
}

/** What is measured of each kind, and what guessing gets. */
const MEASURES = { pairing: 1 / 2, choice: 1 / 2, text: 1 / 4, image: 1 / 4, group: 1 / 6 } as const;
type Measure = keyof typeof MEASURES;

const kindOf = (kind: DuoEntry['kind'], measure: Measure) => `${kind} ${measure}`;

/**
 * Attribute binding, with two icons in one picture: which has which sign? "bell off next to cloud plus" or "bell plus next to cloud off"? A
 * picture is two icons that one artist drew, side by side or one above the other; its caption is the artist's two names.
 *
 * What differs is its kind: `swap` (the signs, or the objects, change places: the same words), `thing` (another object has
 * the sign), `sign` (another sign is on the object), and `sentence` (one of these, in words that people say). Each wrong
 * caption is the true caption of the other picture, so that it is as often right as wrong.
 *
 * Of each kind: `pairing`, the headline of swaps (the two right pairs score more in sum than the two wrong ones; chance 1/2;
 * what a model adds to all scores of a text or a picture cancels), `choice` (of one picture, which caption; 1/2, and exactly
 * that for a model that sees no picture), and as in Winoground `text` (1/4), `image` (1/4) and `group` (1/6). A tie is wrong.
 *
 * By `names` (whether training sets have an icon of each name), `drawing`, `concreteness` of what differs, and `set`;
 * intervals hold for other words and other artists.
 *
 * @param file a file of questions as that of this package, or its parsed content; default that file, of sets of artists that
 *   no model of ours is trained on
 * @throws {InputError} with file and row where the file is not of this kind, or if no set is installed
 *
 * @example
 * const result = await evaluate(encoder, await duo());
 * result.kinds['swap pairing']; // { correct, total, value, interval }
 */
export async function duo(file?: unknown, options: DuoOptions = {}): Promise<DuoBenchmark> {
  const given = table.read(options);
  const { sets, questions: lists } = await readDuoQuestions(file);
  const entries = Object.entries(lists).flatMap(([set, list]) => list.map((entry) => ({ set, entry })));
  const keyOf = (set: string, { pictures, layout }: DuoEntry) =>
    `${set}/${pictures.map((two) => two.join('+')).join('/')}/${layout}`;
  // What a sentence asks is what the question in the artist's words asks of the same pictures.
  const asked = new Map(
    entries.flatMap(({ set, entry }) =>
      entry.kind === 'sentence' ? [] : [[keyOf(set, entry), entry.kind] as const],
    ),
  );
  if (entries.length === 0) throw new InputError('duo: the file of questions holds no questions.');
  const names = new Map(
    Object.entries(lists).map(([set, list]) => [
      set,
      [...new Set(list.flatMap(({ pictures }) => pictures.flat()))],
    ]),
  );
  const { images, size = 96, root = '.', onWarning = console.warn } = given;
  const draw = images === undefined && (await installedPictures({ sets, names, size, root, onWarning }));
  const find = (set: string, names: readonly [string, string], layout: DuoEntry['layout']) => {
    if (draw) return draw(set, names, layout);
    const key = duoPictureName(set, names, layout);
    return images?.(key) ?? missingPicture(key);
  };
  const questions: AskedDuo[] = [];
  const withoutImage: AskedDuo[] = [];
  const counts = new Map<string, { scored: number; total: number }>();
  for (const { set, entry } of entries) {
    const { kind, layout, pictures, captions } = entry;
    const [first, second] = [find(set, pictures[0], layout), find(set, pictures[1], layout)];
    const isMissing = first.missing === true || second.missing === true;
    const list = isMissing ? withoutImage : questions;
    const key = keyOf(set, entry);
    const of = kind === 'sentence' ? asked.get(key) : undefined;
    const traits = traitsOf(entry, set, sets[set]!.family, of);
    const rightOfFirst = { image: first, text: captions[0] };
    const rightOfSecond = { image: second, text: captions[1] };
    const wrongOfFirst = { image: first, text: captions[1] };
    const wrongOfSecond = { image: second, text: captions[0] };
    const right = [rightOfFirst, rightOfSecond];
    const ask = (measure: Measure, right: readonly DuoPairing[], wrong: readonly DuoPairing[], part = '') => {
      const name = kindOf(kind, measure);
      const rule = measure === 'pairing' ? 'sum' : 'all';
      list.push({ id: `${name}/${key}${part}`, kind: name, group: key, ...traits, right, wrong, rule });
      const count = counts.get(name) ?? { scored: 0, total: 0 };
      counts.set(name, count);
      count.total++;
      if (!isMissing) count.scored++;
    };
    // Each picture with the other's caption, and each caption with the other's picture.
    const [otherCaption, otherImage] = [
      [wrongOfFirst, wrongOfSecond],
      [wrongOfSecond, wrongOfFirst],
    ];
    ask('pairing', right, otherCaption);
    ask('choice', [rightOfFirst], [wrongOfFirst], '/0');
    ask('choice', [rightOfSecond], [wrongOfSecond], '/1');
    ask('text', right, otherCaption);
    ask('image', right, otherImage);
    ask('group', [...right, ...right], [...otherCaption, ...otherImage]);
  }
  const kinds = ENTRY_KINDS.filter((kind) => entries.some(({ entry }) => entry.kind === kind));
  const measures = Object.keys(MEASURES) as Measure[];
  return {
    name: 'Duo',
    questions,
    withoutImage,
    coverage: Object.fromEntries(counts),
    chance: 1 / 2,
    chances: Object.fromEntries(
      kinds.flatMap((kind) => measures.map((measure) => [kindOf(kind, measure), MEASURES[measure]])),
    ),
    means: Object.fromEntries(kinds.map((kind) => [kindOf(kind, 'pairing'), [kindOf(kind, 'pairing')]])),
    parts: { concreteness: bandNames() },
  };
}

function traitsOf(entry: DuoEntry, set: string, artist: string, of: string | undefined) {
  const { pictures, rating, isSeen } = entry;
  const words = new Set(pictures.flat().flatMap((name) => name.split('-')));
  return {
    // As many as a question may have labels for.
    clusters: { words: [...words].slice(0, 8), artist },
    by: {
      names: isSeen ? 'all seen in training' : 'one or more never seen',
      drawing: entry.isCopy ? 'like one of training' : 'of its own',
      concreteness: bandOf(rating),
      set,
      ...(of && { sentence: `of a ${of}` }),
    },
  };
}

/** For `slipform-bench run --module @slipform/icons/files`, which calls a loader by its name. */
export const benchmarks = {
  duo: (file: string, { size }: { readonly size?: number }): Promise<DuoBenchmark> =>
    duo(file, size === undefined ? {} : { size }),
};
