import type { Ledger } from '../scores/ledger';
import type { SiteTable } from '../sites/site-table';
import { changesSex } from '../variety';
import type { Edit } from './edit';

/** No row. */
export const none = -1;
/** The share of changes of a person's sex among all, and how many are free in a small block. */
const maxSexShare = 0.1;
const freeSexChanges = 4;
/** More than there are words, so that a site and a word make one number. */
const maxWords = 2 ** 24;

/**
 * The edits of a block in the making. A class, as what else runs through a block time and again: functions made for
 * one block lose their compiled code with it when garbage is collected, and the next one would compile them anew.
 */
export class Draft {
  readonly #sites: SiteTable;
  readonly #ledger: Ledger;
  /** The edits of each caption, by its number: up to `perCaption`. */
  readonly edits: Edit[][];
  /** How many edits each caption has. */
  readonly #made: Int32Array;
  /** For each caption its own site of this round's exchange, and the other one's; `none` where there is none. */
  readonly #pairedAt: Int32Array;
  readonly #pairedWith: Int32Array;
  /** What each site has been given: no negative comes twice. */
  readonly #given = new Set<number>();
  #round = 0;
  #size = 0;
  #sexChanges = 0;

  constructor(captions: number, ledger: Ledger) {
    this.#sites = ledger.sites;
    this.#ledger = ledger;
    this.edits = Array.from({ length: captions }, () => []);
    this.#made = new Int32Array(captions);
    this.#pairedAt = new Int32Array(captions).fill(none);
    this.#pairedWith = new Int32Array(captions).fill(none);
  }

  /** Begins a round: one more edit for each caption that offers one. */
  open(round: number): void {
    this.#round = round;
    if (round === 1) for (const edits of this.edits) for (const edit of edits) this.#give(edit);
    this.#pairedAt.fill(none);
    this.#pairedWith.fill(none);
  }

  /** Whether the caption of a site has no edit of this round yet. */
  isFree(site: number): boolean {
    return this.isOpen(this.#sites.caption(site));
  }

  isOpen(caption: number): boolean {
    return this.#made[caption]! <= this.#round;
  }

  /** The site that a caption exchanged a word at; `none` for none. */
  pairedAt(caption: number): number {
    return this.#pairedAt[caption]!;
  }

  /** The site that it exchanged it with. */
  pairedWith(caption: number): number {
    return this.#pairedWith[caption]!;
  }

  /** Whether a word may take the place at a site, as far as changes of a person's sex are bounded. */
  mayVary(site: number, giver: number): boolean {
    if (!changesSex(this.#sites.span(site), this.#sites.span(giver))) return true;
    return this.#sexChanges < Math.max(freeSexChanges, maxSexShare * this.#size - 1);
  }

  #count({ site, giver, operation }: Edit, sign: 1 | -1): void {
    this.#size += sign;
    const isChange = operation !== 'swap' && changesSex(this.#sites.span(site), this.#sites.span(giver));
    if (isChange) this.#sexChanges += sign;
  }

  /** Whether a site has been given a row's word already. */
  hasGiven(site: number, giver: number): boolean {
    // In the first round no site has been given anything that it kept: it is written down when the second one begins.
    if (this.#round === 0) return false;
    // Few edits are of this site, and the set is slow to ask.
    for (const edit of this.edits[this.#sites.caption(site)]!) {
      if (edit.site === site) return this.#given.has(this.#keyOf(site, giver));
    }
    return false;
  }

  /** Two sites give each other their words; each edit bears half of what they leak. */
  exchange(a: Edit, b: Edit): void {
    this.take(a);
    this.take(b);
    this.#pair(a.site, b.site);
    this.#pair(b.site, a.site);
  }

  /** Takes back the exchange of a site's caption; gives both of its edits. */
  unpair(site: number): readonly [Edit, Edit] {
    const caption = this.#sites.caption(site);
    const other = this.#pairedWith[caption]!;
    return [this.takeBack(caption), this.takeBack(this.#sites.caption(other))];
  }

  take(edit: Edit): void {
    const { site, giver, operation, inNumber: [taken, back] = [giver, site] } = edit;
    const caption = this.#sites.caption(site);
    this.edits[caption]!.push(edit);
    this.#made[caption]! += 1;
    this.#count(edit, 1);
    if (this.#round > 0) this.#give(edit);
    this.#ledger.enter(site, taken);
    if (operation === 'swap') this.#ledger.enter(giver, back);
  }

  /** Takes back the last edit of a caption. */
  takeBack(caption: number): Edit {
    const edit = this.edits[caption]!.pop()!;
    const { site, giver, operation, inNumber: [taken, back] = [giver, site] } = edit;
    this.#made[caption]! -= 1;
    this.#count(edit, -1);
    this.#pairedAt[caption] = none;
    this.#pairedWith[caption] = none;
    if (this.#round > 0) this.#given.delete(this.#keyOf(site, giver));
    this.#ledger.leave(site, taken);
    if (operation === 'swap') this.#ledger.leave(giver, back);
    return edit;
  }

  #give({ site, giver }: Edit): void {
    this.#given.add(this.#keyOf(site, giver));
  }

  #pair(a: number, b: number): void {
    const caption = this.#sites.caption(a);
    this.#pairedAt[caption] = a;
    this.#pairedWith[caption] = b;
  }

  #keyOf(site: number, giver: number): number {
    return site * maxWords + this.#sites.word(giver);
  }
}
