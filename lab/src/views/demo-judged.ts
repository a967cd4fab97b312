import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { InputError } from '@slipform/kit/errors/input-error';
import type { DemoAnswers, DemoQuestions } from '../demo/demo-answers';
import type { BySeed } from '../demo/demo-contrast';

/** Models in the order of tables. */
export const DEMO_MODELS = ['checkpoint', 'InfoNCE', 'hard captions', 'Cement'] as const;

export type DemoModel = (typeof DEMO_MODELS)[number];

/** What they are, in words that need no other. */
export const MODEL_NOTES: Readonly<Record<DemoModel, string>> = {
  checkpoint: 'the committed model, where all training starts',
  InfoNCE: 'trained on with CLIP’s loss: other pictures’ captions are wrong',
  'hard captions': 'the same, and wrong too: its own words bound the other way',
  Cement: 'the same with a margin, larger for more concrete words',
};

/** What tables and sentences are made of. */
export interface Judged {
  readonly questions: DemoQuestions;
  /** By model; those that were judged. */
  readonly answers: ReadonlyMap<DemoModel, BySeed>;
}

/** The comparisons that the demo is about: what negatives add to InfoNCE, and a margin to negatives. */
export const DEMO_CONTRASTS: readonly (readonly [model: DemoModel, against: DemoModel])[] = [
  ['hard captions', 'InfoNCE'],
  ['Cement', 'hard captions'],
  ['Cement', 'InfoNCE'],
];

/** Answers to single questions, which the demo keeps beside its rows. */
export const JUDGED_FILE = 'demo.answers.json.gz';

/** Of a rank it counts whether it is 1, and whether it is at most 10. */
const LAST_RANK = 11;

/** As a file: all answers. */
export async function judgedFile({ questions, answers }: Judged): Promise<Buffer> {
  const short = (ranks: readonly number[]) => ranks.map((rank) => Math.min(rank, LAST_RANK));
  const kept = [...answers].flatMap(([model, bySeed]) =>
    [...bySeed].map(([seed, { scores, captionRanks, pictureRanks }]) => ({
      ...{ model, seed, scores },
      ...{ captionRanks: short(captionRanks), pictureRanks: short(pictureRanks) },
    })),
  );
  return promisify(gzip)(JSON.stringify({ questions, answers: kept }));
}

/** @throws InputError if the folder has no answers of the demo */
export async function readJudged(folder: string): Promise<Judged> {
  const file = join(folder, JUDGED_FILE);
  if (!existsSync(file)) {
    throw new InputError(`There is no ${file} yet; run the demo to its end, or name another --out.`);
  }
  const {
    questions,
    answers,
  }: { questions: DemoQuestions; answers: (DemoAnswers & { model: DemoModel; seed: number })[] } = JSON.parse(
    (await promisify(gunzip)(await readFile(file))).toString(),
  );
  return judged(questions, answers);
}

/** Answers by model and seed, the models in the order of tables. */
export function judged(
  questions: DemoQuestions,
  answers: readonly (DemoAnswers & { readonly model: DemoModel; readonly seed: number })[],
): Judged {
  return {
    questions,
    answers: new Map(
      DEMO_MODELS.flatMap((model) => {
        const own = answers.filter((each) => each.model === model);
        return own.length > 0 ? [[model, new Map(own.map((each) => [each.seed, each]))]] : [];
      }),
    ),
  };
}
