import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Answers } from '../machine/answers-file';
import { answersName } from '../machine/answers-file';
import { keyOf } from '../machine/result-file';
import type { MeasuredRun } from '../row';
import type { PairedAnswer } from '../statistics/paired-contrast';
import type { IconQuestion, JudgedIcons } from '../studies/icon-study';

/** What a question is about, as far as its answers are compared. */
export type AskedQuestion = Pick<IconQuestion, 'id' | 'words' | 'slot' | 'concreteness' | 'family'> & {
  /** Whether one of its drawings resembles a drawing of training. */
  readonly resembles?: boolean;
};

/** What every run answered to the same questions. */
export interface IconAnswers {
  readonly questions: readonly AskedQuestion[];
  /** A digit a question; nothing for a run that kept none. */
  of(variant: string, seed: number): string | undefined;
}

/** File names of what is committed: all answers of an experiment, and the questions of all. */
const QUESTIONS = 'icons-questions.jsonl.gz';

/**
 * Answers beside the rows of an experiment: a file a run as a run writes it, or all in one as lab/results keeps them.
 *
 * @returns nothing where there are no answers or no questions
 */
export async function readIconAnswers(
  folder: string,
  experiment: string,
  runs: readonly MeasuredRun[],
): Promise<IconAnswers | undefined> {
  const isPilot = runs.every(({ seed }) => seed >= 900);
  const questions = await readQuestions(folder, isPilot ? 'validation' : 'test');
  if (!questions) return undefined;
  const found = await readAnswerTexts(folder, experiment, runs);
  if (found.size === 0) return undefined;
  return { questions, of: (variant, seed) => found.get(keyOf({ variant, seed })) };
}

/** What runs kept as their answers, by `keyOf` of the run. */
export async function readAnswerTexts(
  folder: string,
  experiment: string,
  runs: readonly MeasuredRun[],
): Promise<Map<string, string>> {
  const kept = await readKept(folder, experiment);
  const found = new Map<string, string>();
  for (const run of runs) {
    const name = answersName({ experiment, ...run });
    const own = kept.get(name) ?? (await readOwn(join(folder, 'answers', `${name}.json.gz`)));
    if (own) found.set(keyOf(run), own);
  }
  return found;
}

/** The questions of the studies, in the order of their answers. */
export async function readQuestions(
  folder: string,
  split: 'validation' | 'test',
): Promise<readonly AskedQuestion[] | undefined> {
  const kept = join(folder, QUESTIONS);
  if (split === 'test' && existsSync(kept)) return linesOf<AskedQuestion>(await unpacked(kept));
  const studies = existsSync(folder)
    ? (await readdir(folder)).filter((name) => /^icons-.*-study$/.test(name))
    : [];
  if (studies.length !== 1) return undefined;
  const beside: { readonly judged: Readonly<Record<string, JudgedIcons>> } = JSON.parse(
    await readFile(join(folder, studies[0]!, 'beside.json'), 'utf8'),
  );
  return beside.judged[split]!.questions;
}

async function readKept(folder: string, experiment: string): Promise<Map<string, string>> {
  const file = join(folder, `${experiment}.answers.jsonl.gz`);
  if (!existsSync(file)) return new Map();
  return new Map(
    linesOf<{ readonly variant: string; readonly seed: number; readonly answers: string }>(
      await unpacked(file),
    ).map(({ variant, seed, answers }) => [answersName({ experiment, variant, seed }), answers]),
  );
}

async function readOwn(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const { answers }: Answers = JSON.parse(await unpacked(file));
  return answers;
}

async function unpacked(file: string): Promise<string> {
  return (await promisify(gunzip)(await readFile(file))).toString();
}

function linesOf<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line));
}

/** Which digits count as right: 1 is that both pictures find their text, 2 that both texts find their picture, 3 both. */
const RIGHT = { group: /3/, text: /[13]/, image: /[23]/, either: /[123]/ } as const;

export interface Asked {
  readonly score?: keyof typeof RIGHT;
  readonly wanted?: (question: AskedQuestion) => boolean;
  /** What each question's difference counts for. */
  readonly weightOf?: (question: AskedQuestion) => number;
}

/** The answers of one arm less those of another, of all seeds that both have. */
export function pairedAnswers(
  { questions, of }: IconAnswers,
  seeds: readonly number[],
  [variant, against]: readonly [string, string],
  { score = 'group', wanted = () => true, weightOf }: Asked = {},
): PairedAnswer[] {
  const isRight = (digit: string) => Number(RIGHT[score].test(digit));
  const asked = [...questions.keys()].filter((at) => wanted(questions[at]!));
  return seeds.flatMap((seed) => {
    const [one, other] = [of(variant, seed), of(against, seed)];
    if (one === undefined || other === undefined) return [];
    return asked.map((at): PairedAnswer => {
      const question = questions[at]!;
      return {
        ...{ seed, words: question.words, artist: question.family },
        difference: isRight(one[at]!) - isRight(other[at]!),
        ...(weightOf ? { weight: weightOf(question) } : {}),
      };
    });
  });
}
