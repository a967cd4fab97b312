import { COUNT, CountTable } from '../hashes/count-table';

/** A sequence that so many other texts have counts for half of one that all have. */
const halfKnown = 3;
/** What a sequence costs that no caption has: other miners' captions lack it too, and it may be no English. */
const unheardOf = 1;
/** Behind the count; one number is free, so that a row lies in one cache line. */
const SURPLUS = 2;

/**
 * For each sequence of words two numbers: how often the captions have it, and how much more often the negatives have
 * it than their captions.
 */
export class SequenceTable extends CountTable {
  constructor(capacity: number) {
    super(capacity, 2);
  }

  addSurplus(hash: number, amount: number): void {
    const row = this.takeRow(hash);
    this.cells[row + SURPLUS]! += amount;
  }

  /**
   * How much the sum of squared surpluses grows if the negatives get the sequence once more (`step` 1) or once less
   * (−1), weighed by how much a model could learn from it from this block: nothing where no other text has it.
   */
  growth(hash: number, step: 1 | -1): number {
    const cell = this.rowOf(hash);
    const surplus = this.cells[cell + SURPLUS]!;
    const others = this.cells[cell + COUNT]! - (step === -1 ? 1 : 0) + Math.abs(surplus);
    const known = others <= 0 ? 0 : (others / (others + halfKnown)) * (1 + 2 * step * surplus);
    return step === 1 && this.cells[cell + COUNT] === 0 ? known + unheardOf : known;
  }
}
