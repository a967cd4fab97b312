import { analysePhrase } from './analyse-phrase';
import { analyseWord } from './analyse-word';
import type { Analysis } from './analysis';
import { correct } from './correct';

export interface RatingByParts {
  readonly rating: number;
  readonly parts: readonly string[];
}

/** Rates an entry; `inflected` says whether it may be the form of one. */
type RateBase = (base: string, inflected: boolean) => number | undefined;

/** "unexplainably" is un- + "explainably", which is "explainable" + -ly, which is "explain" + -able. */
const deepest = 2;
/** Letters of a part that is itself taken apart. */
const shortestDerived = 5;

/** Rates a word or phrase that is no entry by parts that are; `undefined` if there are none. */
export function rateByParts(form: string, rateBase: RateBase, depth = deepest): RatingByParts | undefined {
  const analyses = form.includes(' ') ? phraseAnalyses(form) : [...analyseWord(form)];
  const rate = (level: number): RatingByParts | undefined => {
    for (const analysis of analyses) {
      const rating = rateAnalysis(analysis, rateBase, level);
      if (rating !== undefined) return { rating, parts: analysis.parts };
    }
    return undefined;
  };
  // Parts that are entries before parts that are themselves taken apart.
  return rate(0) ?? (depth > 0 ? rate(depth) : undefined);
}

function rateAnalysis(
  { correction, bases, inflected = false }: Analysis,
  rateBase: RateBase,
  depth: number,
): number | undefined {
  const ratings: number[] = [];
  for (const base of bases) {
    const isDerivable = depth > 0 && base.length >= shortestDerived;
    const rating =
      rateBase(base, inflected) ?? (isDerivable ? rateByParts(base, rateBase, depth - 1)?.rating : undefined);
    if (rating === undefined) return undefined;
    ratings.push(rating);
  }
  return correct(correction, ratings);
}

function phraseAnalyses(phrase: string): Analysis[] {
  const analysis = analysePhrase(phrase);
  return analysis ? [analysis] : [];
}
