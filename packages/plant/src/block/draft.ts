import type { Slot } from '../hard-negative';
import type { MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import type { Ledger } from '../scores/ledger';
import type { Random } from '../seeded-random';
import type { SiteTable } from '../sites/site-table';
import type { Change, SwapChange, WordChange } from './change';
import type { WordFits } from './word-fits';

/** No place. */
export const none = -1;

/** All that the ways to change a block's captions work with. */
export interface BlockState {
  readonly options: ResolvedOptions;
  readonly context: MiningContext;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly fits: WordFits;
  readonly draft: Draft;
}

/**
 * The changes of a block in the making. A class, as what else runs through a block time and again: functions made for
 * one block lose their compiled code with it when garbage is collected, and the next one would compile them anew.
 */
export class Draft {
  readonly #sites: SiteTable;
  readonly #ledger: Ledger;
  readonly #fits: WordFits;
  /** The changes of each caption, by its number: up to `perCaption`. */
  readonly changes: Change[][];
  /** Last resort of a caption without a negative: a change whose leak cost is above the limit. */
  readonly fallbacks = new Map<number, WordChange>();
  /** How many changes each caption has. */
  readonly #made: Int32Array;
  /** For each caption its own place of this round's exchange, and the other one's; `none` where there is none. */
  readonly #pairedAt: Int32Array;
  readonly #pairedWith: Int32Array;
  /** Pairs of places that have been swapped, as one number. */
  readonly #swapped = new Set<number>();
  #round = 0;
  readonly #taken: Record<Slot, number> = { object: 0, attribute: 0, action: 0, relation: 0, count: 0 };

  constructor(captions: number, ledger: Ledger, fits: WordFits) {
    this.#sites = ledger.sites;
    this.#ledger = ledger;
    this.#fits = fits;
    this.changes = Array.from({ length: captions }, () => []);
    this.#made = new Int32Array(captions);
    this.#pairedAt = new Int32Array(captions).fill(none);
    this.#pairedWith = new Int32Array(captions).fill(none);
  }

  /** Begins a round: one more change for each caption that offers one. */
  open(round: number): void {
    this.#round = round;
    this.#pairedAt.fill(none);
    this.#pairedWith.fill(none);
    for (const slot in this.#taken) this.#taken[slot as Slot] = 0;
  }

  /** How many changes of this round a slot has by now. */
  taken(slot: Slot): number {
    return this.#taken[slot];
  }

  /** Whether the caption of a place has no change of this round yet. */
  isFree(site: number): boolean {
    return this.#made[this.#sites.caption(site)]! <= this.#round;
  }

  /** The place that a caption exchanged a word at; `none` for none. */
  pairedAt(caption: number): number {
    return this.#pairedAt[caption]!;
  }

  /** The place that it exchanged it with. */
  pairedWith(caption: number): number {
    return this.#pairedWith[caption]!;
  }

  /** Two places give each other their words. */
  exchange(a: number, b: number): void {
    this.take({ site: a, giver: b, operation: 'exchange' });
    this.take({ site: b, giver: a, operation: 'exchange' });
    this.#pair(a, b);
    this.#pair(b, a);
  }

  /** Takes an exchange back. */
  part(a: number, b: number): void {
    this.takeBack(a, b);
    this.takeBack(b, a);
  }

  take(change: WordChange): void {
    const { site, giver } = change;
    this.#enter(change, site);
    this.#fits.give(site, giver);
    this.#ledger.enter(site, giver);
  }

  /** Takes back the last change of a place's caption, which gave it that word. */
  takeBack(site: number, giver: number): void {
    const caption = this.#sites.caption(site);
    this.changes[caption]!.pop();
    this.#made[caption]! -= 1;
    this.#taken[this.#sites.slot(site)] -= 1;
    this.#pairedAt[caption] = none;
    this.#pairedWith[caption] = none;
    this.#fits.takeBack(site, giver);
    this.#ledger.leave(site, giver);
  }

  /** Takes a swap of two places, unless it has been made before. */
  takeSwap(change: SwapChange, a: number, b: number): boolean {
    const pair = a * this.#sites.size + b;
    if (this.#swapped.has(pair)) return false;
    this.#swapped.add(pair);
    this.#enter(change, a);
    this.#ledger.enter(a, b);
    this.#ledger.enter(b, a);
    return true;
  }

  #pair(a: number, b: number): void {
    const caption = this.#sites.caption(a);
    this.#pairedAt[caption] = a;
    this.#pairedWith[caption] = b;
  }

  #enter(change: Change, site: number): void {
    const caption = this.#sites.caption(site);
    this.changes[caption]!.push(change);
    this.#made[caption]! += 1;
    this.#taken[this.#sites.slot(site)] += 1;
  }
}
