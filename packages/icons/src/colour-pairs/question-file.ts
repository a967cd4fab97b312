import { createRequire } from 'node:module';
import { InputError } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { parseJsonObject } from '@slipform/kit/formats/parse-json';
import {
  dictionary,
  exactly,
  list,
  misfit,
  object,
  oneOf,
  type Shape,
  text,
} from '@slipform/kit/formats/shape';
import { type ColourPair, PAIR_JOINERS, type PairPlace, readPairCaption } from './pair-caption';
import type { PairKind, PairQuestion } from './pair-questions';

/** Where the icons of a set are found, and who drew them. */
export interface QuestionSet {
  /** The package on npm and its version, `@iconify-json/bi`, `1.2.7`. */
  readonly package: string;
  readonly version: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
}

/** Two pictures, their captions, and perhaps a freer wording of each. */
export interface PairEntry {
  readonly kind: PairKind;
  readonly pairs: readonly [ColourPair, ColourPair];
  readonly places: readonly [PairPlace, PairPlace];
  readonly captions: readonly [string, string];
  readonly wordings: readonly [string, string] | undefined;
  /** One of the drawings is nearly that of an icon of a training set. */
  readonly isCopy: boolean;
}

/** What questions in the second wording are called: `swap, freely`. */
const WORDINGS = ['freely', 'in a sentence'] as const;
export type Wording = (typeof WORDINGS)[number];

interface PairFile {
  readonly about: string;
  /** Default `freely`. */
  readonly wordings?: Wording;
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly questions: Readonly<Record<string, readonly PairEntry[]>>;
}

const KINDS = ['swap', 'place', 'thing', 'colour'] as const satisfies readonly PairKind[];
const PLACES = ['left', 'right', 'above', 'below'] as const satisfies readonly PairPlace[];
const OPPOSITE = { left: 'right', right: 'left', above: 'below', below: 'above' } as const;

const fileShape = object(
  {
    format: exactly('slipform-colour-pairs'),
    version: exactly(1),
    about: text,
    sets: dictionary<QuestionSet>(
      object({ package: text, version: text, artist: text, family: text, licence: text }),
    ),
    questions: dictionary(list((value: unknown) => value)),
  },
  { wordings: oneOf(WORDINGS) },
);

/** `[kind, place, caption, other caption, 'd' or '', wording?, other wording?]`; `d`: a near-duplicate of a training icon. */
const entry: Shape<PairEntry> = (value, at) => {
  if (!Array.isArray(value)) throw misfit(at, 'a list', value);
  const kind = oneOf(KINDS)(value[0], `${at}[0]`);
  const place = oneOf(PLACES)(value[1], `${at}[1]`);
  const captions = [text(value[2], `${at}[2]`), text(value[3], `${at}[3]`)] as const;
  const places = [place, kind === 'place' ? OPPOSITE[place] : place] as const;
  const [first, second] = captions.map((caption, index) => {
    const pair = readPairCaption(caption);
    const true_: readonly PairPlace[] = pair ? PAIR_JOINERS[pair.joiner] : [];
    if (pair && true_.includes(places[index]!)) return pair;
    throw misfit(
      `${at}[${2 + index}]`,
      `the caption of two coloured things that lie so (${places[index]})`,
      caption,
    );
  });
  if (captions[0] === captions[1]) throw new InputError(`${at}: the two captions must differ.`);
  return {
    ...{ kind, places, captions, pairs: [first!, second!] as const },
    isCopy: oneOf(['', 'd'])(value[4], `${at}[4]`) === 'd',
    wordings:
      value[5] === undefined
        ? undefined
        : ([text(value[5], `${at}[5]`), text(value[6], `${at}[6]`)] as const),
  };
};

/**
 * Reads a file of questions about pairs in colours.
 *
 * @param source path or parsed content; `''` or undefined: the file that this package brings
 * @throws {InputError} with file and row for what is no such file
 */
export async function readPairQuestions(source: unknown): Promise<PairFile> {
  const isOwn = source === undefined || source === '';
  const path = isOwn
    ? createRequire(import.meta.url).resolve('@slipform/icons/data/colour-pairs.json')
    : source;
  const [called, value] = typeof path === 'string' ? [path, await readJson(path)] : ['colourPairs', path];
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

/**
 * The text of such a file, a line for each question.
 *
 * @param isCopy whether an icon is a near-duplicate of one of training
 *
 * @example
 * const things = pairIcons(corpus.icons, await pairWords());
 * const octicon = { package: '@iconify-json/octicon', version: '1.2.0', artist: 'GitHub', family: 'github', licence: 'MIT' };
 * await writeFile('pairs.json', stringifyPairQuestions('mine', { octicon }, pairQuestions(things), () => false));
 */
export function stringifyPairQuestions(
  about: string,
  sets: Readonly<Record<string, QuestionSet>>,
  questions: readonly PairQuestion[],
  isCopy: (icon: PairQuestion['icons'][number]) => boolean,
): string {
  const lists = Object.keys(sets).map((set) => {
    const rows = questions
      .filter((question) => question.set === set)
      .map(({ kind, places, captions, icons, wordings = [] }) =>
        JSON.stringify([kind, places[0], ...captions, icons.some(isCopy) ? 'd' : '', ...wordings]),
      );
    return `"${set}":[\n${rows.join(',\n')}\n]`;
  });
  return `{"format":"slipform-colour-pairs","version":1,\n"about":${JSON.stringify(about)},\n"sets":${JSON.stringify(sets)},\n"questions":{${lists.join(',\n')}}}\n`;
}
