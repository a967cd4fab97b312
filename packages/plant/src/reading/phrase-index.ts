import type { NounPhrase } from './noun-phrase';

/** Noun phrases by their place, so that looking for a neighbour takes no search. */
export interface PhraseIndex {
  /** The phrase that starts at a token. */
  startingAt(token: number): NounPhrase | undefined;
  /** Index of the last phrase that ends at a token or before it; -1 for none. */
  lastUpTo(token: number): number;
}

export function indexPhrases(phrases: readonly NounPhrase[], tokenCount: number): PhraseIndex {
  const starts: number[] = [];
  const ends: number[] = [];
  let [next, done] = [0, -1];
  for (let token = 0; token < tokenCount; token += 1) {
    const starting = phrases[next]?.first === token;
    starts.push(starting ? next : -1);
    if (phrases[done + 1]?.last === token) done += 1;
    ends.push(done);
    if (starting) next += 1;
  }
  return {
    startingAt: (token) => phrases[starts[token] ?? -1],
    lastUpTo: (token) => ends[token] ?? -1,
  };
}
