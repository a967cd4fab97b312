import { isCorrect, type Result } from '../result';
import { sceneDataUri } from '../scenes/draw-scene';
import type { ScenesBenchmark } from '../scenes/scenes';
import { STYLE_NAMES } from '../scenes/sprites';
import type { Example } from './record';

/**
 * For each kind of change two questions: the first that the models disagree on, then the first that they all agree
 * on, right or wrong. A fixed rule, so that nobody picks the pretty ones.
 */
export function pickExamples(benchmark: ScenesBenchmark, results: readonly Result[]): Example[] {
  const seed = results.find((result) => result.seed !== undefined)?.seed;
  const own = results.filter(
    (result) => result.benchmark === benchmark.name && (result.seed === undefined || result.seed === seed),
  );
  if (own.length === 0) return [];
  const kinds = [...new Set(benchmark.items.map((item) => item.kind))];
  return kinds.flatMap((kind) => {
    const candidates = benchmark.items
      .map((item, index) => ({
        item,
        answers: own.map((result) => ({ model: result.model, ...result.items[index]! })),
      }))
      .filter(({ item }) => item.kind === kind);
    const agree = ({ answers }: (typeof candidates)[number]) => new Set(answers.map(isCorrect)).size === 1;
    const chosen = [candidates.find((candidate) => !agree(candidate)), candidates.find(agree)];
    return chosen
      .filter((candidate) => candidate !== undefined)
      .map(({ item, answers }) => {
        const scene = benchmark.scenes[Number(item.group)]!;
        return {
          kind,
          picture: sceneDataUri(scene, { style: benchmark.style, scale: 3 }),
          pictureText: `${item.caption}: two drawings on coloured tiles in a grid of three by three`,
          style: `${STYLE_NAMES[benchmark.style]} drawings`,
          caption: item.caption,
          negative: item.negative,
          answers: answers.map(({ model, caption, negative }) => ({ model, caption, negative })),
        };
      });
  });
}
