import published from '../../data/published-scores.json' with { type: 'json' };
import { dictionary, list, number, object, text } from '../checks/shape';

const percent = number({ from: 0, to: 100 });

/** Scores that others published, in per cent; `scores` by benchmark, or by benchmark and a kind or mean, "bivlc/text". */
export type PublishedScores = ReturnType<typeof publishedScores>;

export const publishedScores = () =>
  object({
    about: text,
    sources: dictionary(object({ paper: text, where: text, measured: text, versions: text })),
    rows: list(
      object(
        { source: text, model: text, trained: text, scores: dictionary(percent) },
        // Over all its scores, as the source prints it.
        { mean: percent },
      ),
    ),
  })(published, 'published-scores.json');

/** What others print of a benchmark, the first source of each model counting. */
export function publishedOf(
  benchmark: string,
): Map<string, { readonly value: number; readonly source: string }> {
  const found = new Map<string, { value: number; source: string }>();
  for (const { model, source, scores } of publishedScores().rows) {
    const value = Object.hasOwn(scores, benchmark) ? scores[benchmark] : undefined;
    if (value !== undefined && !found.has(model)) found.set(model, { value: value / 100, source });
  }
  return found;
}
