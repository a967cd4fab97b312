import { InputError } from '@slipform/kit/errors/input-error';
import {
  dictionary,
  exactly,
  list,
  misfit,
  number,
  object,
  type Shape,
  text,
  whole,
} from '../../checks/shape';
import { nodeFiles } from '../node-modules';
import { readJsonSource, type Source } from '../read-source';

/** Where the icons of a set are found, and who drew them. */
export interface QuestionSet {
  /** The package on npm and its version, `@iconify-json/bi`, `1.2.7`. */
  readonly package: string;
  readonly version: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
}

/** An icon that is to be found by its caption. */
export interface IconEntry {
  readonly name: string;
  readonly caption: string;
  /** Its picture is nearly that of an icon of a training set. */
  readonly isCopy: boolean;
  /** An icon of a training set has this caption. */
  readonly isSeen: boolean;
  /** It is in the gallery over all sets, where each caption stands once. */
  readonly isInAll: boolean;
}

/** Two icons of a set whose captions differ in one word. */
export interface PairEntry {
  readonly names: readonly [string, string];
  readonly captions: readonly [string, string];
  /** The word of each, and how concrete it is, 1 to 5; undefined where it has no rating. */
  readonly words: readonly [string, string];
  readonly ratings: readonly [number | undefined, number | undefined];
  /** One of the pictures is nearly that of an icon of a training set. */
  readonly isCopy: boolean;
  /** The two words are also exchanged for each other in a minimal pair of a training set. */
  readonly isSeen: boolean;
}

/** What a file of questions about icons holds: names, no pictures. */
export interface IconQuestions {
  /** One sentence on how it was made. */
  readonly about: string;
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly pairs: Readonly<Record<string, readonly PairEntry[]>>;
  readonly icons: Readonly<Record<string, readonly IconEntry[]>>;
}

/** A list of values, the last of which may be left out, as short as JSON has it. */
const row: Shape<readonly unknown[]> = (value, place) => {
  if (Array.isArray(value)) return value;
  throw misfit(place, 'a list', value);
};

/** Where a file says that a set is found. */
export const questionSet: Shape<QuestionSet> = (value, place) =>
  object({ package: text, version: text, artist: text, family: text, licence: text })(value, place);

/** Made when it is asked for, so that a bundle without these benchmarks has none of it. */
const fileShape = () =>
  object({
    format: exactly('slipform-icon-questions'),
    version: exactly(1),
    about: text,
    sets: dictionary<QuestionSet>(questionSet),
    pairs: dictionary(list(row)),
    icons: dictionary(list(row)),
  });

/** `d`: near-duplicate of a training drawing, `s`: seen in training, `a`: in the gallery over all sets. */
const flags: Shape<string> = (value, place) => {
  const found = text(value ?? '', place);
  if (/^[dsa]*$/.test(found)) return found;
  throw misfit(place, 'letters of d, s and a', value);
};

/** A name says its caption, but where the set's names say style and size as well. */
const captionOfName = (name: string) => name.replaceAll('-', ' ');

const pairOf: Shape<PairEntry> = (value, place) => {
  const [one, other, slot, ...rest] = row(value, place);
  const names = [text(one, `${place}[0]`), text(other, `${place}[1]`)] as const;
  const ratings = [rest[0], rest[1]].map((each, at) =>
    each === null ? undefined : number({ from: 1, to: 5 })(each, `${place}[${at + 3}]`),
  );
  const marks = flags(rest[2], `${place}[5]`);
  const captions = names.map((name, at) =>
    rest[at + 3] === undefined ? captionOfName(name) : text(rest[at + 3], `${place}[${at + 6}]`),
  );
  const [first, second] = captions.map((caption) => caption.split(' '));
  const at = whole(0)(slot, `${place}[2]`);
  const [word, otherWord] = [first![at], second![at]];
  if (
    word === undefined ||
    otherWord === undefined ||
    word === otherWord ||
    first!.length !== second!.length
  ) {
    throw new InputError(
      `${place}: "${captions.join('" and "')}" must differ in word ${at}, counted from 0.`,
    );
  }
  return {
    names,
    captions: [captions[0]!, captions[1]!],
    words: [word, otherWord],
    ratings: [ratings[0], ratings[1]],
    isCopy: marks.includes('d'),
    isSeen: marks.includes('s'),
  };
};

const iconOf: Shape<IconEntry> = (value, place) => {
  const [name, marks, caption] = row(value, place);
  const own = text(name, `${place}[0]`);
  const letters = flags(marks, `${place}[1]`);
  return {
    name: own,
    caption: caption === undefined ? captionOfName(own) : text(caption, `${place}[2]`),
    isCopy: letters.includes('d'),
    isSeen: letters.includes('s'),
    isInAll: letters.includes('a'),
  };
};

/**
 * Reads a file of questions about icons.
 *
 * @param source path or parsed content; `''` or undefined: the file `name` that this package brings
 * @throws InputError with file and row for what is no such file
 */
export function readIconQuestions(caller: string, source: unknown, name: string): IconQuestions {
  const { value, name: called } = readQuestionFile(caller, source, name);
  const file = fileShape()(value, called);
  return {
    ...file,
    pairs: readRows(called, file, 'pairs', pairOf),
    icons: readRows(called, file, 'icons', iconOf),
  };
}

/** @param source path or parsed content; `''` or undefined: the file `name` that this package brings */
export function readQuestionFile(caller: string, source: unknown, name: string): Source {
  const isOwn = source === undefined || source === '';
  return readJsonSource(caller, isOwn ? ownFile(caller, name) : source);
}

/** The rows of each set, of the lists that a file has under a key. */
export function readRows<Key extends string, T>(
  called: string,
  file: { readonly sets: object } & Readonly<Record<Key, Readonly<Record<string, readonly unknown[]>>>>,
  key: Key,
  shape: Shape<T>,
): Readonly<Record<string, readonly T[]>> {
  return Object.fromEntries(
    Object.entries<readonly unknown[]>(file[key]).map(([set, rows]) => {
      if (!Object.hasOwn(file.sets, set)) throw new InputError(`${called}: sets must name ${set}.`);
      return [set, rows.map((each, at) => shape(each, `${called}: ${key}.${set}[${at}]`))];
    }),
  );
}

/** The part of `drawing` that a question is of. */
export const drawingOf = ({ isCopy }: { readonly isCopy: boolean }) =>
  isCopy ? 'like one of training' : 'of its own';

/** The path of a file of this package, wherever its code was bundled to. */
function ownFile(caller: string, name: string): string {
  nodeFiles(caller);
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(import.meta.url).resolve(`@slipform/bench/data/${name}`);
}

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
export const bandNames = (): readonly string[] => [...BANDS.map(([name]) => name), UNRATED];

/** The band of the mean of two words' ratings. */
export function bandOf([one, other]: PairEntry['ratings']): string {
  if (one === undefined || other === undefined) return UNRATED;
  return BANDS.find(([, limit]) => (one + other) / 2 < limit)![0];
}
