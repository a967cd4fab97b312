import type { Answer, Result } from '@slipform/bench';
import type { ExperimentRecord } from '@slipform/bench/report';
import { type ScenesBenchmark, STYLE_NAMES, sceneDataUri } from '@slipform/scenes';

type Example = ExperimentRecord['examples'][number];

/** How many a report shows, if the test pictures have as many. */
const WANTED = 12;

/**
 * For each kind of change the first question that the models disagree on, then for each the first that they agree on,
 * right or wrong, then those that all get wrong, until there are twelve; no picture comes twice. A fixed rule, so that
 * nobody picks the pretty ones.
 */
export function pickExamples(benchmark: ScenesBenchmark, results: readonly Result[]): Example[] {
  const seed = results.find((result) => result.trainingSeed !== undefined)?.trainingSeed;
  const own = results.filter(
    (result) =>
      result.benchmark === benchmark.name &&
      (result.trainingSeed === undefined || result.trainingSeed === seed),
  );
  if (own.length === 0) return [];
  const questions = benchmark.questions.map((item, index) => {
    const answers = own.map((result) => ({ model: result.model, ...result.answers[index]! }));
    const right = answers.filter(isCorrect).length;
    return { item, answers, agreed: right === 0 || right === own.length, allWrong: right === 0 };
  });
  const kinds = [...new Set(benchmark.questions.map((item) => item.kind))];
  const chosen: (typeof questions)[number][] = [];
  const shown = new Set<string>();
  const take = (wanted: (question: (typeof questions)[number]) => boolean) => {
    if (chosen.length === WANTED) return;
    const question = questions.find((candidate) => wanted(candidate) && !shown.has(candidate.item.group));
    if (!question) return;
    shown.add(question.item.group);
    chosen.push(question);
  };
  for (const agreed of [false, true]) {
    for (const kind of kinds) take((question) => question.item.kind === kind && question.agreed === agreed);
  }
  while (chosen.length < WANTED) {
    const before = chosen.length;
    take(({ allWrong }) => allWrong);
    if (chosen.length === before) take(({ agreed }) => !agreed);
    if (chosen.length === before) break;
  }
  return chosen
    .sort((a, b) => kinds.indexOf(a.item.kind) - kinds.indexOf(b.item.kind))
    .map(({ item, answers }) => ({
      kind: item.kind,
      picture: sceneDataUri(benchmark.scenes[Number(item.group)]!, { style: benchmark.style, scale: 3 }),
      pictureText: `${item.caption}: two drawings on coloured tiles in a grid of three by three`,
      style: `${STYLE_NAMES[benchmark.style]} drawings`,
      caption: item.caption,
      negative: item.negative,
      answers: answers.map(({ model, right, wrong }) => ({ model, right, wrong })),
    }));
}

function isCorrect({ right, wrong }: Pick<Answer, 'right' | 'wrong'>): boolean {
  return right > wrong;
}
