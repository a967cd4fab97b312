import { createRequire } from 'node:module';
import { InputError } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { parseJsonObject } from '@slipform/kit/formats/parse-json';
import {
  dictionary,
  exactly,
  list,
  misfit,
  number,
  object,
  oneOf,
  type Shape,
  text,
} from '@slipform/kit/formats/shape';
import type { DuoKind } from './duo-questions';
import type { DuoLayout } from './duo-wording';

/** Where the icons of a set are found, and who drew them. */
export interface QuestionSet {
  /** The package on npm and its version, `@iconify-json/bi`, `1.2.7`. */
  readonly package: string;
  readonly version: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
}

/** What two pictures differ in; `sentence`: people's words for either picture of such a question. */
export const ENTRY_KINDS = ['swap', 'thing', 'sign', 'sentence'] as const satisfies readonly (
  | DuoKind
  | 'sentence'
)[];

/** Two pictures of two icons each, and a caption for each. */
export interface DuoEntry {
  readonly kind: (typeof ENTRY_KINDS)[number];
  readonly layout: DuoLayout;
  /** Names of the icons of each picture: left and right, or upper and lower. */
  readonly pictures: readonly [readonly [string, string], readonly [string, string]];
  readonly captions: readonly [string, string];
  /** Mean rating of the words that differ or change places, 1 to 5; undefined where one has none. */
  readonly rating: number | undefined;
  /** One of the drawings is nearly that of an icon of a training set. */
  readonly isCopy: boolean;
  /** An icon of a training set has each of the names. */
  readonly isSeen: boolean;
}

interface DuoQuestions {
  readonly about: string;
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly questions: Readonly<Record<string, readonly DuoEntry[]>>;
}

const fileShape = object({
  format: exactly('slipform-duo-questions'),
  version: exactly(1),
  about: text,
  sets: dictionary<QuestionSet>(
    object({ package: text, version: text, artist: text, family: text, licence: text }),
  ),
  questions: dictionary(list((value: unknown) => value)),
});

const two =
  <T>(shape: Shape<T>): Shape<readonly [T, T]> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length !== 2) throw misfit(place, 'a list of two', value);
    return [shape(value[0], `${place}[0]`), shape(value[1], `${place}[1]`)];
  };

/** `[kind, layout, [names, names], [caption, caption], rating or null, marks]`: `d` near-duplicate, `s` all names seen in training. */
const entry: Shape<DuoEntry> = (value, place) => {
  if (!Array.isArray(value)) throw misfit(place, 'a list', value);
  const [kind, layout, pictures, captions, rating, marks] = value;
  const found = text(marks ?? '', `${place}[5]`);
  if (!/^[ds]*$/.test(found)) throw misfit(`${place}[5]`, 'letters of d and s', marks);
  const read = {
    kind: oneOf(ENTRY_KINDS)(kind, `${place}[0]`),
    layout: oneOf(['beside', 'above'])(layout, `${place}[1]`),
    pictures: two(two(text))(pictures, `${place}[2]`),
    captions: two(text)(captions, `${place}[3]`),
  };
  if (read.captions[0] === read.captions[1] || read.pictures[0].join() === read.pictures[1].join()) {
    throw new InputError(`${place}: the two pictures, and their captions, must differ.`);
  }
  return {
    ...read,
    rating: rating === null ? undefined : number({ from: 1, to: 5 })(rating, `${place}[4]`),
    isCopy: found.includes('d'),
    isSeen: found.includes('s'),
  };
};

/**
 * Reads a file of questions about pictures of two icons.
 *
 * @param source path or parsed content; `''` or undefined: the file that this package brings
 * @throws InputError with file and row for what is no such file
 */
export async function readDuoQuestions(source: unknown): Promise<DuoQuestions> {
  const isOwn = source === undefined || source === '';
  const path = isOwn ? createRequire(import.meta.url).resolve('@slipform/icons/data/duo.json') : source;
  const [called, value] = typeof path === 'string' ? [path, await readJson(path)] : ['duo', path];
  const file = fileShape(value, called);
  const questions = Object.entries(file.questions).map(([set, rows]) => {
    if (!Object.hasOwn(file.sets, set)) throw new InputError(`${called}: sets must name ${set}.`);
    return [set, rows.map((each, at) => entry(each, `${called}: questions.${set}[${at}]`))] as const;
  });
  return { ...file, questions: Object.fromEntries(questions) };
}

async function readJson(file: string): Promise<unknown> {
  return parseJsonObject(await readWholeFile(file, { maxMebibytes: 256, kind: 'JSON' }), file);
}
