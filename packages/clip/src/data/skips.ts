/** What was left out, and why. */
export interface Skip {
  /** File, and line, row, entry or member of it. */
  readonly place: string;
  readonly reason: string;
}

/** Counts what is left out; the first thousand places are kept, and each is told to `onSkip` once. */
export interface Skips {
  readonly count: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly first: readonly Skip[];
}

export interface SkipLog extends Skips {
  add(place: string, reason: string): void;
}

const kept = 1000;

export function createSkipLog(onSkip: (skip: Skip) => void = () => {}): SkipLog {
  const counts = new Map<string, number>();
  const first: Skip[] = [];
  const seen = new Set<string>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    get byReason() {
      return Object.fromEntries(counts);
    },
    first,
    add(place, reason) {
      // An image is met again in every epoch; it is broken once, though its decoder may find other words for it.
      const key = reason.startsWith('could not be read') ? place : `${place}\n${reason}`;
      if (seen.has(key)) return;
      seen.add(key);
      count += 1;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (first.length < kept) first.push({ place, reason });
      onSkip({ place, reason });
    },
  };
}
