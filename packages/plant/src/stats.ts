import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from './caption';
import { type HardNegative, type Operation, operations, type Slot, slots } from './hard-negative';
import { type Reason, reasons } from './mined';
import { type RefusalReason, type Refused, refusalReasons } from './rule';
import { changeOf } from './variety';

/** Sums over negatives, in hundredths of the scale 1–5, so that they add up exactly. */
interface ConcretenessSums {
  /** Concreteness of the changed words. */
  readonly changed: number;
  /** Concreteness of the most concrete words of the same captions that could be changed. */
  readonly best: number;
  /** How many negatives change a word that is at most 0.3 below the best. */
  readonly near: number;
}

/** In hundredths. Ratings that differ by no more are ties: the error of an estimate. */
const tie = 30;

/** Counts of captions that were mined. Plain data, which can be posted to a thread or written as JSON. */
export interface PlantStats {
  readonly captions: number;
  /** Captions with at least one negative. */
  readonly captionsWithNegative: number;
  readonly negatives: number;
  readonly slots: Readonly<Record<Slot, number>>;
  readonly operations: Readonly<Record<Operation, number>>;
  /** Of the changed words. */
  readonly concreteness: ConcretenessSums;
  /** How many captions have no negative, and why; they sum to `captions − captionsWithNegative`. */
  readonly reasons: Readonly<Record<Reason, number>>;
  /** How often a change was asked about and refused, by reason. */
  readonly refusals: Readonly<Record<RefusalReason, number>>;
  /** The same by the id of the rule that refused, a check or a refusal of the reader; those that refused nothing are left out. */
  readonly checks: Readonly<Record<string, number>>;
  /** How often a word took another one's place, by "old → new"; of a swap the first one. */
  readonly changes: Readonly<Record<string, number>>;
}

/** The same while it is counted. */
type Counts = {
  -readonly [K in keyof PlantStats]: PlantStats[K] extends number
    ? number
    : { -readonly [Name in keyof PlantStats[K]]: number };
};

function noCounts(): Counts {
  const zeros = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  return {
    captions: 0,
    captionsWithNegative: 0,
    negatives: 0,
    slots: zeros(slots),
    operations: zeros(operations),
    concreteness: zeros(['changed', 'best', 'near']),
    reasons: zeros(reasons),
    refusals: zeros(refusalReasons),
    checks: {},
    changes: {},
  };
}

/** The counts of parts together; of no parts all are 0. */
export function addStats(parts: readonly PlantStats[]): PlantStats {
  const sum = noCounts();
  for (const part of parts) {
    for (const name of ['captions', 'captionsWithNegative', 'negatives'] as const) sum[name] += part[name];
    for (const name of groups) {
      const counts: Record<string, number> = sum[name];
      for (const [each, count] of Object.entries(part[name])) counts[each] = (counts[each] ?? 0) + count;
    }
  }
  return { ...sum, checks: inOrder(sum.checks), changes: inOrder(sum.changes) };
}

const groups = ['slots', 'operations', 'concreteness', 'reasons', 'refusals', 'checks', 'changes'] as const;

function inOrder(checks: PlantStats['checks']): PlantStats['checks'] {
  return Object.fromEntries(Object.entries(checks).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a value is counts of this version, perhaps after it was JSON. */
export function isStats(value: unknown): value is PlantStats {
  const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) >= 0;
  const fields = (of: unknown) => new Map<string, unknown>(Object.entries(of ?? {}));
  const found = fields(value);
  return Object.entries(noCounts()).every(([name, counts]) => {
    if (typeof counts === 'number') return isCount(found.get(name));
    const group = found.get(name);
    if (typeof group !== 'object' || group === null) return false;
    const own = fields(group);
    return [...Object.keys(counts), ...own.keys()].every((each) => isCount(own.get(each)));
  });
}

/**
 * Adds the statistics of two plants, for example of two parts of a file.
 *
 * @throws {InputError} if an argument is not what `stats()` of this version returns
 * @example mergeStats(first.stats(), second.stats()).captions
 */
export function mergeStats(a: PlantStats, b: PlantStats): PlantStats {
  for (const [place, stats] of Object.entries({ first: a, second: b })) {
    if (checked(`mergeStats: the ${place} argument`, () => isStats(stats))) continue;
    throw new InputError(
      `mergeStats: the ${place} argument must be what plant.stats() of this version gave, got ${shown(stats)}.`,
    );
  }
  return addStats([a, b]);
}

/** Counts for `PlantStats`. */
export class Tally {
  #counts = noCounts();

  /** Counts what a check or the reader has refused. */
  refuseBy({ id, reason }: Refused): void {
    this.refuse(reason);
    const { checks } = this.#counts;
    checks[id] = (checks[id] ?? 0) + 1;
  }

  refuse(reason: RefusalReason, times = 1): void {
    this.#counts.refusals[reason] += times;
  }

  /**
   * Counts a caption with its negatives or, if it has none, the reason.
   *
   * @param best concreteness of its most concrete word that could be changed
   */
  mined(negatives: readonly HardNegative[], reason: Reason, best: number): void {
    this.#counts.captions += 1;
    if (negatives.length > 0) this.#counts.captionsWithNegative += 1;
    else this.#counts.reasons[reason] += 1;
    this.#counts.negatives += negatives.length;
    this.#add(1, negatives, best);
  }

  /** Counts other negatives of a caption in the place of as many. @param best as of `mined` */
  replaced(before: readonly HardNegative[], after: readonly HardNegative[], best: number): void {
    this.#add(-1, before, best);
    this.#add(1, after, best);
  }

  #add(sign: 1 | -1, negatives: readonly HardNegative[], best: number): void {
    const { slots, operations, concreteness: sums, changes } = this.#counts;
    for (const { slot, operation, concreteness, keyword, replacement } of negatives) {
      const change = changeOf(keyword.lemma, replacement.lemma);
      changes[change] = (changes[change] ?? 0) + sign;
      if (changes[change] === 0) delete changes[change];
      slots[slot] += sign;
      operations[operation] += sign;
      const changed = Math.round(100 * concreteness);
      const most = Math.max(changed, Math.round(100 * best));
      sums.changed += sign * changed;
      sums.best += sign * most;
      if (most - changed <= tie) sums.near += sign;
    }
  }

  stats(): PlantStats {
    return addStats([this.#counts]);
  }

  /** The counts since the last time: those of a block. */
  take(): PlantStats {
    const stats = this.stats();
    this.#counts = noCounts();
    return stats;
  }
}
