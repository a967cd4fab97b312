import type { HardNegative, Operation, Slot } from './hard-negative';
import { type RefusalReason, refusalReasons } from './refusals';

/** What a plant has done since it was made. */
export interface PlantStats {
  readonly captions: number;
  /** Captions with at least one negative. */
  readonly captionsWithNegative: number;
  readonly negatives: number;
  readonly slots: Readonly<Record<Slot, number>>;
  readonly operations: Readonly<Record<Operation, number>>;
  /** Changes that were proposed and not made, by reason. */
  readonly refusals: Readonly<Record<RefusalReason, number>>;
}

/** Counts for `PlantStats`. */
export class Tally {
  #captions = 0;
  #captionsWithNegative = 0;
  #negatives = 0;
  readonly #slots: Record<Slot, number> = { object: 0, attribute: 0 };
  readonly #operations: Record<Operation, number> = { replace: 0, swap: 0 };
  readonly #refusals = Object.fromEntries(refusalReasons.map((reason) => [reason, 0])) as Record<
    RefusalReason,
    number
  >;

  refuse(reason: RefusalReason): void {
    this.#refusals[reason] += 1;
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
      refusals: { ...this.#refusals },
    };
  }
}
