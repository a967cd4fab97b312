import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/printable';
import { checked } from './checked';
import type { HardNegative, Operation, Slot } from './hard-negative';
import { operations, slots } from './options';
import { type RefusalReason, refusalReasons } from './refusals';

/** Counts of a plant since it was made. Plain data, which can be posted to a thread or written as JSON. */
export interface PlantStats {
  readonly captions: number;
  /** Captions with at least one negative. */
  readonly captionsWithNegative: number;
  readonly negatives: number;
  readonly slots: Readonly<Record<Slot, number>>;
  readonly operations: Readonly<Record<Operation, number>>;
  /** How many changes were tried and refused, by reason. */
  readonly refusals: Readonly<Record<RefusalReason, number>>;
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
    refusals: mapOf(refusalReasons, (reason) => a.refusals[reason] + b.refusals[reason]),
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
      areCounts(given.refusals, refusalReasons)
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
  readonly #refusals = new Map<RefusalReason, number>(refusalReasons.map((reason) => [reason, 0]));

  refuse(reason: RefusalReason, times = 1): void {
    this.#refusals.set(reason, this.#refusals.get(reason)! + times);
  }

  mined(negatives: readonly HardNegative[]): void {
    this.#captions += 1;
    if (negatives.length > 0) this.#captionsWithNegative += 1;
    this.#negatives += negatives.length;
    for (const { slot, operation } of negatives) {
      this.#slots[slot] += 1;
      this.#operations[operation] += 1;
    }
  }

  snapshot(): PlantStats {
    return {
      captions: this.#captions,
      captionsWithNegative: this.#captionsWithNegative,
      negatives: this.#negatives,
      slots: { ...this.#slots },
      operations: { ...this.#operations },
      refusals: mapOf(refusalReasons, (reason) => this.#refusals.get(reason)!),
    };
  }
}
