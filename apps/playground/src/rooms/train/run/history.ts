import type { Answers } from './judge';

/** What is drawn of one of the three while it learns. */
export interface History {
  /** Of each step, from the first on. */
  readonly losses: number[];
  /** Gradient share of the hard captions, now and then. */
  readonly shares: (readonly [step: number, share: number])[];
  /** Answers to the questions, now and then: see `judge`. */
  readonly judged: (readonly [step: number, answers: Answers])[];
}

export function newHistory(): History {
  return { losses: [], shares: [], judged: [] };
}

export function isHistory(value: unknown): value is History {
  if (typeof value !== 'object' || value === null) return false;
  const { losses, shares, judged } = value as Partial<Record<keyof History, unknown>>;
  return (
    Array.isArray(losses) &&
    losses.every((loss) => typeof loss === 'number') &&
    areSteps(shares, (share) => typeof share === 'number') &&
    areSteps(judged, isAnswers)
  );
}

function isAnswers(value: unknown): value is Answers {
  const { swaps, freely, search } = Object(value);
  return [swaps, freely, search].every((each) => typeof each === 'string');
}

function areSteps(list: unknown, holds: (value: unknown) => boolean): boolean {
  const isStep = (each: unknown) =>
    Array.isArray(each) && each.length === 2 && Number.isInteger(each[0]) && holds(each[1]);
  return Array.isArray(list) && list.every(isStep);
}

/**
 * The gradient share of the pairs' own hard captions, of the means that `budgetObserver` measured;
 * undefined where it measured nothing.
 */
export function hardShare(budget: unknown): number | undefined {
  if (typeof budget !== 'object' || budget === null || !('imageToText' in budget)) return undefined;
  const { hard, easy } = budget.imageToText as { readonly hard: number; readonly easy: number };
  return hard + easy > 0 ? hard / (hard + easy) : 0;
}

type Counts = Readonly<Record<keyof History, number>>;

export function countsOf({ losses, shares, judged }: History): Counts {
  return { losses: losses.length, shares: shares.length, judged: judged.length };
}

/** What came since. */
export function newsSince({ losses, shares, judged }: History, sent: Counts): History {
  return {
    losses: losses.slice(sent.losses),
    shares: shares.slice(sent.shares),
    judged: judged.slice(sent.judged),
  };
}

export function joined(history: History, news: History): History {
  return {
    losses: [...history.losses, ...news.losses],
    shares: [...history.shares, ...news.shares],
    judged: [...history.judged, ...news.judged],
  };
}
