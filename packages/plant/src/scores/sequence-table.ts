import { HashTable, NUMBER } from '../hashes/hash-table';

/** The count at which an n-gram has half of its full weight. */
const halfKnown = 3;
/** The cost of an n-gram that no caption has: it may not be English. */
const unheardOf = 1;
/** The number of a hash has the count in its upper half, the surplus in the lower one. */
const HALF = 16;
const maxCounted = 0xffff;
const maxSurplus = 0x7fff;

/**
 * For each sequence of words two numbers: how often the captions have it, and how much more often the negatives have
 * it than their captions. Matching reads it at random, so that it is as small as it can be: half a number each, which
 * end at 65,535 and ±32,767 (more of either weighs the same).
 */
export class SequenceTable extends HashTable {
  /** Counts a sequence once more. */
  add(hash: number): void {
    if (hash === 0) return;
    const at = this.takeRow(hash) + NUMBER;
    if (this.cells[at]! >>> HALF < maxCounted) this.cells[at]! += 1 << HALF;
  }

  count(hash: number): number {
    return this.get(hash) >>> HALF;
  }

  addSurplus(hash: number, amount: number): void {
    const at = this.takeRow(hash) + NUMBER;
    const both = this.cells[at]!;
    const surplus = Math.max(-maxSurplus, Math.min(surplusOf(both) + amount, maxSurplus));
    this.cells[at] = (both & (maxCounted << HALF)) | (surplus & maxCounted);
  }

  /**
   * How much the sum of squared surpluses grows if the negatives get the sequence once more (`step` 1) or once less
   * (−1), weighed by how much a model could learn from it from this block: nothing where no other text has it.
   */
  growth(hash: number, step: 1 | -1): number {
    const both = this.get(hash);
    const surplus = surplusOf(both);
    const count = both >>> HALF;
    const others = count - (step === -1 ? 1 : 0) + Math.abs(surplus);
    const known = others <= 0 ? 0 : (others / (others + halfKnown)) * (1 + 2 * step * surplus);
    return step === 1 && count === 0 ? known + unheardOf : known;
  }
}

function surplusOf(both: number): number {
  return (both << HALF) >> HALF;
}
