import { type Slot, slots } from '../hard-negative';
import { type Reason, reasons } from '../mined';
import type { PairedCaption } from './choose-partners';

/** What `pairs` counts. */
export interface PairStats {
  readonly captions: number;
  /** Captions with a natural partner. */
  readonly captionsWithNegative: number;
  readonly negatives: number;
  readonly slots: Readonly<Record<Slot, number>>;
  /** Captions without a partner, by the reason; they add up to captions − captionsWithNegative. */
  readonly reasons: Readonly<Record<Reason, number>>;
  /** Partners that were refused, by what refused them. */
  readonly refusals: Readonly<Record<string, number>>;
}

export class PairTally {
  #captions = 0;
  #captionsWithNegative = 0;
  #negatives = 0;
  readonly #slots = new Map<Slot, number>(slots.map((slot) => [slot, 0]));
  readonly #reasons = new Map<Reason, number>(reasons.map((reason) => [reason, 0]));
  readonly #refusals = new Map<string, number>();

  add({ negatives, reason, refusals }: PairedCaption): void {
    this.#captions += 1;
    this.#negatives += negatives.length;
    if (negatives.length > 0) this.#captionsWithNegative += 1;
    for (const { slot } of negatives) this.#slots.set(slot, this.#slots.get(slot)! + 1);
    if (reason !== undefined) this.#reasons.set(reason, this.#reasons.get(reason)! + 1);
    for (const id of refusals) this.#refusals.set(id, (this.#refusals.get(id) ?? 0) + 1);
  }

  snapshot(): PairStats {
    return {
      captions: this.#captions,
      captionsWithNegative: this.#captionsWithNegative,
      negatives: this.#negatives,
      slots: Object.fromEntries(this.#slots) as Record<Slot, number>,
      reasons: Object.fromEntries(this.#reasons) as Record<Reason, number>,
      refusals: Object.fromEntries([...this.#refusals].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}
