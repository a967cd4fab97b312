import { ownEntry } from '@slipform/kit/formats/shape';
import { upperBoundOf } from '../questions/bag-of-words';
import type { Benchmark, Coverage } from '../questions/benchmark';
import type { Proportion } from '../statistics/wilson-interval';
import { accuracyOf, breakDown, weightedInterval } from './accuracy-of';
import { type Answer, isCorrect, type MeanOfKinds, type Result } from './result';

export interface Scored extends Pick<Result, 'retrieval' | 'galleries'> {
  readonly answers: Answer[];
}

/** Accuracies, means and intervals of answers, as {@link evaluate} returns them. */
export function summariseAnswers(
  benchmark: Benchmark,
  { answers, retrieval, galleries }: Scored,
  { name = 'model', seed = 0 }: { readonly name?: string; readonly seed?: number },
): Result {
  const kinds = accuracies(answers, seed);
  const asked = Object.keys(kinds);
  const wanted = Object.entries(benchmark.means ?? { mean: asked }).map(
    ([mean, of]) => [mean, of.filter((kind) => Object.hasOwn(kinds, kind))] as const,
  );
  const means = Object.fromEntries(
    wanted
      .filter(([, of]) => of.length > 0)
      .map(([mean, of]) => [mean, meanOfKinds(answers, kinds, of, seed)]),
  );
  const [headline] = Object.values(means);
  const first = headline ?? (retrieval ?? Object.values(galleries ?? {})[0])?.imageToText[1];
  const by = breakDown(answers, (own) => accuracies(own, seed), benchmark.parts);
  return {
    benchmark: benchmark.name,
    model: name,
    kinds,
    mean: { value: first!.value, interval: first!.interval },
    ...(headline ? { means } : {}),
    chance: benchmark.chance,
    ...(benchmark.chances ? { chances: benchmark.chances } : {}),
    coverage: coverageOf(benchmark, kinds),
    bagOfWordsUpperBound: upperBoundOf(benchmark.questions),
    ...(retrieval ? { retrieval } : {}),
    ...(galleries ? { galleries } : {}),
    ...(by ? { by } : {}),
    answers,
  };
}

const rowOf = (answer: Answer) => ({ ...answer, correct: isCorrect(answer) });

function accuracies(answers: readonly Answer[], seed: number): Record<string, Proportion> {
  const byKind = new Map<string, Answer[]>();
  for (const answer of answers) {
    const list = byKind.get(answer.kind);
    if (list) list.push(answer);
    else byKind.set(answer.kind, [answer]);
  }
  return Object.fromEntries([...byKind].map(([kind, list]) => [kind, accuracyOf(list.map(rowOf), { seed })]));
}

function meanOfKinds(
  answers: readonly Answer[],
  kinds: Readonly<Record<string, Proportion>>,
  of: readonly string[],
  seed: number,
): MeanOfKinds {
  const asked = answers.filter((answer) => of.includes(answer.kind)).map(rowOf);
  const rows = accuracyOf(asked, { seed });
  const weighted = asked.map((row) => ({ ...row, weight: 1 / kinds[row.kind]!.total }));
  return {
    kinds: of,
    value: of.reduce((sum, kind) => sum + kinds[kind]!.value, 0) / of.length,
    interval: weightedInterval(weighted, { seed }),
    rows: { value: rows.value, interval: rows.interval },
  };
}

function coverageOf(
  benchmark: Benchmark,
  kinds: Readonly<Record<string, Proportion>>,
): Record<string, Coverage> {
  const totals = new Map<string, Coverage>(Object.entries(benchmark.coverage ?? {}));
  for (const { kind } of benchmark.coverage ? [] : benchmark.questions) {
    totals.set(kind, { scored: 0, total: (totals.get(kind)?.total ?? 0) + 1 });
  }
  return Object.fromEntries(
    [...totals].map(([kind, coverage]) => [kind, { ...coverage, scored: ownEntry(kinds, kind)?.total ?? 0 }]),
  );
}
