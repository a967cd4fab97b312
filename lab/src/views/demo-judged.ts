import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { InputError } from '@slipform/kit/errors/input-error';
import type { ViewInput } from '../experiment';
import type { AskedPairs, ModelAnswers } from '../pairs/answers';
import type { BySeed } from '../pairs/contrast';
import type { Prepared } from '../pairs/prepared';
import { askedPairs } from '../pairs/questions';

/** Models in the order of tables. */
export const DEMO_MODELS = ['checkpoint', 'InfoNCE', 'mined captions', 'Slipform'] as const;

export type DemoModel = (typeof DEMO_MODELS)[number];

/** What they are, in words that need no other. */
export const MODEL_NOTES: Readonly<Record<DemoModel, string>> = {
  checkpoint: 'the committed model, where all training starts',
  InfoNCE: 'fine-tuned with CLIP’s loss: other pictures’ captions are wrong',
  'mined captions': 'the same, and wrong too: the caption that ConcretePlant mined',
  Slipform: 'margin by concreteness, hard pictures, kept close to its start',
};

/** What tables and sentences are made of. */
export interface Judged<Model extends string = DemoModel> {
  readonly questions: AskedPairs;
  /** By model, in the order of tables; those that were judged. */
  readonly answers: ReadonlyMap<Model, BySeed>;
}

/** The comparisons that the demo is about: what negatives add to InfoNCE, and a margin to negatives. */
export const DEMO_CONTRASTS: readonly (readonly [model: DemoModel, against: DemoModel])[] = [
  ['mined captions', 'InfoNCE'],
  ['Slipform', 'mined captions'],
  ['Slipform', 'InfoNCE'],
];

/** Answers to single questions, which an experiment keeps beside its rows. */
export const answersFile = (experiment: string) => `${experiment}.answers.json.gz`;

/** What such a file holds. */
export interface Kept {
  readonly questions: AskedPairs;
  readonly answers: readonly JudgedAnswers<string>[];
}

/** Of a rank it counts whether it is 1, and whether it is at most 10. */
const LAST_RANK = 11;

/** As a file: all answers. */
export async function judgedFile({ questions, answers }: Judged<string>): Promise<Buffer> {
  const short = (ranks: readonly number[]) => ranks.map((rank) => Math.min(rank, LAST_RANK));
  const kept = [...answers].flatMap(([model, bySeed]) =>
    [...bySeed].map(([seed, { scores, captionRanks, pictureRanks }]) => ({
      ...{ model, seed, scores },
      ...{ captionRanks: short(captionRanks), pictureRanks: short(pictureRanks) },
    })),
  );
  return promisify(gzip)(JSON.stringify({ questions, answers: kept }));
}

/** @throws {InputError} if the folder has no such file of answers */
export async function readKept(experiment: string, folder: string): Promise<Kept> {
  const file = join(folder, answersFile(experiment));
  if (!existsSync(file)) {
    throw new InputError(`There is no ${file} yet; run the experiment to its end, or name another --out.`);
  }
  return JSON.parse((await promisify(gunzip)(await readFile(file))).toString());
}

/** The same by model and seed. @throws {InputError} */
export async function readJudged<Model extends string>(
  experiment: string,
  folder: string,
  models: readonly Model[],
): Promise<Judged<Model>> {
  const { questions, answers } = await readKept(experiment, folder);
  return judged(questions, answers as readonly JudgedAnswers<Model>[], models);
}

/** What a model of a seed answered. */
export type JudgedAnswers<Model extends string = DemoModel> = ModelAnswers & {
  readonly model: Model;
  readonly seed: number;
};

/** Answers by model and seed, the models in the order that is given. */
export function judged<Model extends string = DemoModel>(
  questions: AskedPairs,
  answers: readonly JudgedAnswers<Model>[],
  models = DEMO_MODELS as readonly string[] as readonly Model[],
): Judged<Model> {
  return {
    questions,
    answers: new Map(
      models.flatMap((model) => {
        const own = answers.filter((each) => each.model === model);
        return own.length > 0 ? [[model, new Map(own.map((each) => [each.seed, each]))]] : [];
      }),
    ),
  };
}

/** What the runs of a view answered. */
export async function judgedOf<Model extends string>(
  { runs, answers }: Pick<ViewInput, 'runs' | 'answers'>,
  { benchmarks }: Prepared,
  models: readonly Model[],
): Promise<Judged<Model>> {
  const found: JudgedAnswers<Model>[] = [];
  for (const run of runs) {
    const model = models.find((each) => each === run.variant);
    const own = (await answers(run))?.answers;
    if (model && own) found.push({ ...own, model, seed: run.seed });
  }
  return judged(askedPairs(...benchmarks), found, models);
}
