/** What was left out, and why. */
export interface Skip {
  /** File, and line, row, entry or member of it. */
  readonly place: string;
  readonly reason: string;
}

/** Counts what is left out; the first thousand places are kept, and `onSkip` gets each once. */
export interface Skips {
  readonly count: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly first: readonly Skip[];
}

export interface SkipLog extends Skips {
  add(place: string, reason: string): void;
}

const kept = 1000;

/** An object of plain fields, so that it can be printed. */
class Log implements SkipLog {
  count = 0;
  readonly byReason: Record<string, number> = {};
  readonly first: Skip[] = [];
  readonly #seen = new Set<string>();
  readonly #onSkip: (skip: Skip) => void;

  constructor(onSkip: (skip: Skip) => void) {
    this.#onSkip = onSkip;
  }

  add(place: string, reason: string): void {
    // An image is met again in every epoch; it is broken once, though its decoder may find other words for it.
    const key = reason.startsWith('could not be read') ? place : `${place}\n${reason}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.count += 1;
    this.byReason[reason] = (this.byReason[reason] ?? 0) + 1;
    if (this.first.length < kept) this.first.push({ place, reason });
    this.#onSkip({ place, reason });
  }
}

export function createSkipLog(onSkip: (skip: Skip) => void = () => {}): SkipLog {
  return new Log(onSkip);
}
