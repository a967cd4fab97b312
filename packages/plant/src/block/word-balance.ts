import type { HardNegative } from '../hard-negative';
import type { BlockReading } from '../sites/block-reading';
import type { Change } from './change';

/**
 * How much more often the negatives of a block have a word than their captions. What exchanges, by itself, makes no
 * difference; a word that is put in time and again gives the negatives away, and one that they have lost is welcome.
 */
export class WordBalance {
  readonly #surplus = new Map<string, number>();

  constructor(block: BlockReading, changes: readonly (readonly Change[])[]) {
    const { sites } = block;
    for (const change of changes.flat()) {
      if (change.operation === 'replace') {
        this.#enter(sites.span(change.site).text, sites.span(change.giver).text);
      }
    }
  }

  enter({ operation, keyword, replacement }: HardNegative): void {
    if (operation === 'replace') this.#enter(keyword.text, replacement.text);
  }

  /** How much likelier a word is to be drawn than by its kind and its surroundings. */
  favour(text: string): number {
    const surplus = this.#surplus.get(text.toLowerCase()) ?? 0;
    return surplus > 0 ? 1 / (1 + surplus) ** 2 : (1 - surplus) ** 2;
  }

  #enter(lost: string, gained: string): void {
    this.#add(lost, -1);
    this.#add(gained, 1);
  }

  #add(text: string, amount: number): void {
    const word = text.toLowerCase();
    this.#surplus.set(word, (this.#surplus.get(word) ?? 0) + amount);
  }
}
