import { isCorrect, type Result } from '../result';
import { sceneDataUri } from '../scenes/draw-scene';
import type { ScenesBenchmark } from '../scenes/scenes';
import { STYLE_NAMES } from '../scenes/sprites';
import type { Example } from './record';

/**
 * For each kind of change two questions: the first that the models disagree on, then the first that they all agree
 * on, right or wrong; no picture comes twice. A fixed rule, so that nobody picks the pretty ones.
 */
export function pickExamples(benchmark: ScenesBenchmark, results: readonly Result[]): Example[] {
  const seed = results.find((result) => result.seed !== undefined)?.seed;
  const own = results.filter(
    (result) => result.benchmark === benchmark.name && (result.seed === undefined || result.seed === seed),
  );
  if (own.length === 0) return [];
  const questions = benchmark.items.map((item, index) => ({
    item,
    answers: own.map((result) => ({ model: result.model, ...result.items[index]! })),
  }));
  const agree = ({ answers }: (typeof questions)[number]) => new Set(answers.map(isCorrect)).size === 1;
  const shown = new Set<string>();
  const examples: Example[] = [];
  for (const kind of new Set(benchmark.items.map((item) => item.kind))) {
    for (const agreed of [false, true]) {
      const question = questions.find(
        (candidate) =>
          candidate.item.kind === kind && agree(candidate) === agreed && !shown.has(candidate.item.group),
      );
      if (!question) continue;
      const { item, answers } = question;
      shown.add(item.group);
      examples.push({
        kind,
        picture: sceneDataUri(benchmark.scenes[Number(item.group)]!, { style: benchmark.style, scale: 3 }),
        pictureText: `${item.caption}: two drawings on coloured tiles in a grid of three by three`,
        style: `${STYLE_NAMES[benchmark.style]} drawings`,
        caption: item.caption,
        negative: item.negative,
        answers: answers.map(({ model, caption, negative }) => ({ model, caption, negative })),
      });
    }
  }
  return examples;
}
