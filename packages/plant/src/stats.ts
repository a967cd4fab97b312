import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from './checked';
import type { HardNegative, Operation, Slot } from './hard-negative';
import { operations, slots } from './options';
import { type Reason, reasons } from './reasons';
import { type RefusalReason, type Refused, refusalReasons } from './refusals';

/** Sums over negatives, in hundredths of the scale 1–5, so that they add up exactly. */
interface ConcretenessSums {
  /** Concreteness of the changed words. */
  readonly changed: number;
  /** Concreteness of the most concrete words of the same captions that could be changed. */
  readonly best: number;
  /** How many negatives change a word that is at most 0.3 below the best. */
  readonly near: number;
}

const sums = ['changed', 'best', 'near'] as const;
/** In hundredths. Ratings that differ by no more are ties: the error of an estimate. */
const tie = 30;

/** Counts of a plant since it was made. Plain data, which can be posted to a thread or written as JSON. */
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
}

/**
 * Adds the statistics of two plants, for example of two parts of a file.
 *
 * @throws {InputError} if an argument is not what `stats()` of this version returns
 * @example mergeStats(first.stats(), second.stats()).captions
 */
export function mergeStats(a: PlantStats, b: PlantStats): PlantStats {
  checkStats(a, 'first');
  checkStats(b, 'second');
  return {
    captions: a.captions + b.captions,
    captionsWithNegative: a.captionsWithNegative + b.captionsWithNegative,
    negatives: a.negatives + b.negatives,
    slots: mapOf(slots, (slot) => a.slots[slot] + b.slots[slot]),
    operations: mapOf(operations, (operation) => a.operations[operation] + b.operations[operation]),
    concreteness: mapOf(sums, (sum) => a.concreteness[sum] + b.concreteness[sum]),
    reasons: mapOf(reasons, (reason) => a.reasons[reason] + b.reasons[reason]),
    refusals: mapOf(refusalReasons, (reason) => a.refusals[reason] + b.refusals[reason]),
    checks: sumOf(a.checks, b.checks),
  };
}

function sumOf(a: PlantStats['checks'], b: PlantStats['checks']): PlantStats['checks'] {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return mapOf(ids, (id) => (a[id] ?? 0) + (b[id] ?? 0));
}

/** The counts of a plant since it gave `before`. */
export function statsSince(after: PlantStats, before: PlantStats): PlantStats {
  const checks = mapOf(Object.keys(after.checks), (id) => after.checks[id]! - (before.checks[id] ?? 0));
  return {
    captions: after.captions - before.captions,
    captionsWithNegative: after.captionsWithNegative - before.captionsWithNegative,
    negatives: after.negatives - before.negatives,
    slots: mapOf(slots, (slot) => after.slots[slot] - before.slots[slot]),
    operations: mapOf(operations, (operation) => after.operations[operation] - before.operations[operation]),
    concreteness: mapOf(sums, (sum) => after.concreteness[sum] - before.concreteness[sum]),
    reasons: mapOf(reasons, (reason) => after.reasons[reason] - before.reasons[reason]),
    refusals: mapOf(refusalReasons, (reason) => after.refusals[reason] - before.refusals[reason]),
    checks: Object.fromEntries(Object.entries(checks).filter(([, count]) => count > 0)),
  };
}

/** @throws {InputError} for anything but what a plant's `stats()` gave */
function checkStats(stats: unknown, place: string): asserts stats is PlantStats {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  const areCounts = (value: unknown, names: readonly string[]) =>
    typeof value === 'object' && value !== null && names.every((name) => isCount(Reflect.get(value, name)));
  const is = checked(`mergeStats: the ${place} argument`, () => {
    if (!areCounts(stats, ['captions', 'captionsWithNegative', 'negatives'])) return false;
    const given = stats as Partial<PlantStats>;
    return (
      areCounts(given.slots, slots) &&
      areCounts(given.operations, operations) &&
      areCounts(given.concreteness, sums) &&
      areCounts(given.reasons, reasons) &&
      areCounts(given.refusals, refusalReasons) &&
      areCounts(given.checks, Object.keys(given.checks ?? {}))
    );
  });
  if (is) return;
  throw new InputError(
    `mergeStats: the ${place} argument must be what plant.stats() of this version gave, got ${shown(stats)}.`,
  );
}

function mapOf<K extends string>(keys: readonly K[], numberOf: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, numberOf(key)])) as Record<K, number>;
}

/** Counts for `PlantStats`. */
export class Tally {
  #captions = 0;
  #captionsWithNegative = 0;
  #negatives = 0;
  readonly #slots = mapOf(slots, () => 0);
  readonly #operations = mapOf(operations, () => 0);
  readonly #concreteness = mapOf(sums, () => 0);
  readonly #reasons = mapOf(reasons, () => 0);
  readonly #checks = new Map<string, number>();
  readonly #refusals = new Map<RefusalReason, number>(refusalReasons.map((reason) => [reason, 0]));

  /** @param start the counts of other captions */
  constructor(start?: PlantStats) {
    if (!start) return;
    this.#captions = start.captions;
    this.#captionsWithNegative = start.captionsWithNegative;
    this.#negatives = start.negatives;
    Object.assign(this.#slots, start.slots);
    Object.assign(this.#operations, start.operations);
    Object.assign(this.#concreteness, start.concreteness);
    Object.assign(this.#reasons, start.reasons);
    for (const [id, count] of Object.entries(start.checks)) this.#checks.set(id, count);
    for (const reason of refusalReasons) this.#refusals.set(reason, start.refusals[reason]);
  }

  /** Counts what a check or the reader has refused. */
  refuseBy({ id, reason }: Refused): void {
    this.refuse(reason);
    this.#checks.set(id, (this.#checks.get(id) ?? 0) + 1);
  }

  refuse(reason: RefusalReason, times = 1): void {
    this.#refusals.set(reason, this.#refusals.get(reason)! + times);
  }

  /**
   * Counts a caption with its negatives or, if it has none, the reason.
   *
   * @param best concreteness of its most concrete word that could be changed
   */
  mined(negatives: readonly HardNegative[], reason: Reason, best: number): void {
    this.#captions += 1;
    if (negatives.length > 0) this.#captionsWithNegative += 1;
    else this.#reasons[reason] += 1;
    this.#negatives += negatives.length;
    this.#add(1, negatives, best);
  }

  /** Counts other negatives of a caption in the place of as many. @param best as of `mined` */
  replaced(before: readonly HardNegative[], after: readonly HardNegative[], best: number): void {
    this.#add(-1, before, best);
    this.#add(1, after, best);
  }

  #add(sign: 1 | -1, negatives: readonly HardNegative[], best: number): void {
    for (const { slot, operation, concreteness } of negatives) {
      this.#slots[slot] += sign;
      this.#operations[operation] += sign;
      const changed = Math.round(100 * concreteness);
      const most = Math.max(changed, Math.round(100 * best));
      this.#concreteness.changed += sign * changed;
      this.#concreteness.best += sign * most;
      if (most - changed <= tie) this.#concreteness.near += sign;
    }
  }

  snapshot(): PlantStats {
    return {
      captions: this.#captions,
      captionsWithNegative: this.#captionsWithNegative,
      negatives: this.#negatives,
      slots: { ...this.#slots },
      operations: { ...this.#operations },
      concreteness: { ...this.#concreteness },
      reasons: { ...this.#reasons },
      refusals: mapOf(refusalReasons, (reason) => this.#refusals.get(reason)!),
      checks: Object.fromEntries([...this.#checks].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}
