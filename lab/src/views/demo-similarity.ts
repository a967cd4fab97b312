import type { ExperimentRecord } from '@slipform/bench/report';
import { createRandom } from '@slipform/kit/random/random';
import { cosinesOf, type DemoAnswers, type PairQuestion } from '../demo/demo-answers';
import { wordPair } from '../demo/mine-names';
import { loess } from '../statistics/loess';
import { mean } from '../statistics/mean';
import type { DemoModel } from './demo-judged';

type Similarity = NonNullable<ExperimentRecord['similarity']>;

/** Where the curves are drawn. */
const PLACES = Array.from({ length: 31 }, (_, index) => 1.8 + index / 10);
const SPAN = 0.6;
const RESAMPLES = 200;
/** Dots of the figure at most. */
const DOTS = 1200;

/**
 * The cosine of each picture with the other name of its pair, and with its own, against the concreteness of the words: dots of the checkpoint,
 * a LOESS curve over pairs of words for each model, and for the checkpoint a bootstrap interval over pairs of words, since
 * questions that exchange the same words are no independent ones.
 */
export function similarityOf(
  pairs: readonly PairQuestion[],
  answers: ReadonlyMap<DemoModel, DemoAnswers>,
): Similarity | undefined {
  const base = answers.get('checkpoint');
  if (!base) return undefined;
  const byWords = new Map<string, number[]>();
  for (const [index, { words }] of pairs.entries()) {
    const key = wordPair(...words);
    byWords.set(key, [...(byWords.get(key) ?? []), index]);
  }
  const groups = [...byWords.values()];
  const x = groups.map((group) => pairs[group[0]!]!.concreteness);
  const places = PLACES.filter((place) => place >= Math.min(...x) && place <= Math.max(...x));
  const means = (own: DemoAnswers, cosine: typeof wrongCosine) =>
    groups.map((group) => mean(group.map((index) => cosine(own, index))));
  const y = means(base, wrongCosine);
  const random = createRandom(0);
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const drawn = groups.map(() => random.below(groups.length));
    return loess(
      drawn.map((at) => x[at]!),
      drawn.map((at) => y[at]!),
      places,
      SPAN,
    );
  });
  const bounds = places.map((_, at) => {
    const sorted = resampled.map((curve) => curve[at]!).sort((a, b) => a - b);
    return [sorted[Math.floor(0.025 * RESAMPLES)]!, sorted[Math.ceil(0.975 * RESAMPLES) - 1]!] as const;
  });
  const curves = [...answers].map(([model, own]) => {
    const curve = loess(x, means(own, wrongCosine), places, SPAN);
    const right = loess(x, means(own, rightCosine), places, SPAN);
    return {
      model,
      points: places.map((concreteness, at) => ({
        ...{ concreteness, similarity: curve[at]!, own: right[at]! },
        ...(model === 'checkpoint' ? { interval: bounds[at]! } : {}),
      })),
    };
  });
  const every = Math.max(1, Math.floor((2 * pairs.length) / DOTS));
  const dots = pairs
    .map(({ concreteness }, index) => ({ concreteness, similarity: wrongCosine(base, index) }))
    .filter((_, index) => index % every === 0);
  const [first, last] = [curves[0]!.points[0]!, curves[0]!.points.at(-1)!];
  return {
    model: 'checkpoint',
    points: dots,
    curves,
    note: `For the checkpoint the curve goes from ${first.similarity.toFixed(2)} at a concreteness of ${first.concreteness.toFixed(1)} to ${last.similarity.toFixed(2)} at ${last.concreteness.toFixed(1)}, that of the own names from ${first.own.toFixed(2)} to ${last.own.toFixed(2)}. Curves: LOESS over ${groups.length.toLocaleString('en')} pairs of words; shaded: 95 % of the checkpoint’s, by a bootstrap over them.`,
  };
}

/** Mean cosine of both pictures with the name that is wrong for them. */
function wrongCosine(answers: DemoAnswers, index: number): number {
  const [, b, c] = cosinesOf(answers, index)!;
  return (b + c) / 2;
}

/** The same with its own name. */
function rightCosine(answers: DemoAnswers, index: number): number {
  const [a, , , d] = cosinesOf(answers, index)!;
  return (a + d) / 2;
}
