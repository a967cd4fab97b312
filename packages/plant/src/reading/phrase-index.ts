import type { NounPhrase } from './noun-phrase';

/** Noun phrases by their place, so that looking for a neighbour takes no search. */
export class PhraseIndex {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(
    private readonly phrases: readonly NounPhrase[],
    tokenCount: number,
  ) {
    let next = 0;
    let done = -1;
    for (let token = 0; token < tokenCount; token += 1) {
      const isStart = phrases[next]?.first === token;
      this.starts.push(isStart ? next : -1);
      if (phrases[done + 1]?.last === token) done += 1;
      this.ends.push(done);
      if (isStart) next += 1;
    }
  }

  /** The phrase that starts at a token. */
  startingAt(token: number): NounPhrase | undefined {
    return this.phrases[this.starts[token] ?? -1];
  }

  /** Place of the last phrase that ends at a token or before it; -1 for none. */
  lastUpTo(token: number): number {
    return this.ends[token] ?? -1;
  }
}
