import { InputError } from '@slipform/kit/errors/input-error';
import { defineOptions, integer, optional, type RowsFor, rule, text } from '@slipform/kit/options/options';
import { seed as anySeed } from '../checks/seed';
import type { Benchmark } from '../questions/benchmark';
import { checkBenchmark } from '../questions/check-benchmark';
import type { BenchmarkText, Question } from '../questions/question';
import { createRandom } from '../statistics/random';
import { mean } from '../statistics/seed-interval';
import { bigramLikelihood } from './blind-scorer';
import { answerQuestion } from './evaluate';
import type { Answer, Result } from './result';
import { summariseAnswers } from './summarise-answers';

export interface BlindOptions {
  /**
   * Captions that the text-only model learns from, of other pictures than the benchmark's. Without them it learns from
   * the benchmark's own true captions, always of other pictures than the one that it is asked about.
   */
  readonly captions?: Iterable<string>;
  /** Parts that the pictures are split into, where the benchmark's own captions teach. Default 10. */
  readonly folds?: number;
  /** Decides the parts, and the bootstrap. Default 0. */
  readonly seed?: number;
  /** Default `'text only'`. */
  readonly name?: string;
}

const table = () =>
  defineOptions('evaluateBlind', {
    captions: optional(
      rule<Iterable<string>>(
        'a list of texts',
        (value) => typeof value === 'object' && value !== null && Symbol.iterator in value,
      ),
    ),
    folds: optional(integer({ min: 2 }), 10),
    seed: optional(anySeed, 0),
    name: optional(text(), 'text only'),
  } satisfies RowsFor<BlindOptions>);

/**
 * What a model that never sees a picture gets on a benchmark, {@link blindScorer}: a composition score tells of seeing
 * only as far as it lies above this one. Rows whose picture is missing are asked like all others; questions about two
 * texts and classes of pictures are not.
 *
 * @throws InputError where the benchmark has no questions that a text can answer
 *
 * @example
 * const blind = await evaluateBlind(benchmark); // what the texts alone give away
 */
export async function evaluateBlind(benchmark: Benchmark, options: BlindOptions = {}): Promise<Result> {
  checkBenchmark('evaluateBlind', benchmark);
  const { captions, folds, seed, name } = table().read(options);
  const asked = blindQuestions(benchmark);
  if (asked.length === 0)
    throw new InputError(`evaluateBlind: ${benchmark.name} asks nothing that a text can answer.`);
  const answers = new Map<Question, Answer | undefined>();
  for (const { test, train } of captions !== undefined
    ? [{ test: asked, train: captions }]
    : split(asked, folds, seed)) {
    const likelihood = bigramLikelihood(train);
    const table = { image: (_: unknown, text: BenchmarkText) => mean([text].flat().map(likelihood)) };
    for (const question of test) answers.set(question, answerQuestion(question, table));
  }
  const inOrder = asked.flatMap((question) => answers.get(question) ?? []);
  return {
    ...summariseAnswers({ ...benchmark, questions: asked }, { answers: inOrder }, { name, seed }),
    blind: true,
  };
}

/** Questions that a text-only model can be asked, whether their pictures are there or not. */
export function blindQuestions({ questions, withoutImage = [] }: Benchmark): Question[] {
  return [...questions, ...withoutImage].filter((question) => trueCaptions(question).length > 0);
}

/** Parts by picture: a question's picture, and whatever else was said of it, is never among what teaches. */
function split(
  questions: readonly Question[],
  folds: number,
  seed: number,
): { test: Question[]; train: Iterable<string> }[] {
  const groups = createRandom(seed, 'blind folds').shuffle(
    [...new Set(questions.map(({ group }) => group))].sort(),
  );
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  return Array.from({ length: folds }, (_, fold) => ({
    test: questions.filter(({ group }) => foldOf.get(group) === fold),
    train: new Set(questions.filter(({ group }) => foldOf.get(group) !== fold).flatMap(trueCaptions)),
  }));
}

/** Texts that are true of a picture; none where the texts are prompts of classes, or no picture is asked about. */
function trueCaptions({ right }: Question): string[] {
  return right.flatMap((pairing) =>
    'image' in pairing && typeof pairing.text === 'string' ? [pairing.text] : [],
  );
}
