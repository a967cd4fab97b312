import { InputError } from '@slipform/kit/input-error';
import { mostTries, rotationsOf } from './rotations';
import { type Address, addressOfHalves } from './row-text';
import type { RowShape } from './sorted-rows';

/** Where a caption has a site: the caption's address and the span. */
export interface SitePlace {
  readonly address: Address;
  /** First and last code unit, packed: see `packSpan`. */
  readonly span: number;
}

/** A site that other captions share the surroundings of, with the sites that it may take its partner from, in turn. */
export interface Member extends SitePlace {
  /** Of the words around the span, two numbers. */
  readonly key: readonly [high: number, low: number];
  readonly partners: readonly SitePlace[];
}

const numbersOfPlace = 3;
const head = numbersOfPlace + 3;
/** A member as a row: its address, span and key, how many partners, then their addresses and spans. */
export const memberRows: RowShape = { width: head + numbersOfPlace * mostTries, keys: 5 };

/** The member of a row. */
export function memberOfRow(row: Uint32Array): Member {
  const place = (at: number): SitePlace => ({
    address: addressOfHalves(row[at]!, row[at + 1]!),
    span: row[at + 2]!,
  });
  return {
    ...place(0),
    key: [row[3]!, row[4]!],
    partners: Array.from({ length: row[5]! }, (_, i) => place(head + numbersOfPlace * i)),
  };
}

/** Numbers of a site while its group is held: address, span, word. */
const held = 4;

/**
 * Makes groups of the sorted rows of sites. A group is all sites of a key, in the order of their words and, of one word, by
 * chance. Of those with two words and more each site gets the sites that stand n places on in the group's circle
 * (`rotations.ts`) and have another word. Memory holds the largest group, 16 bytes a site.
 */
export class SiteGrouper {
  readonly #emit: (row: Uint32Array) => void;
  readonly #last = new Uint32Array(7);
  #group = new Uint32Array(held * 1024);
  #size = 0;
  #isFirst = true;

  /** @param emit is called with the row of each member; the array is another's after the call */
  constructor(emit: (row: Uint32Array) => void) {
    this.#emit = emit;
  }

  /** Takes the next row of sites. @throws {InputError} for one that is not behind the row before */
  add(row: Uint32Array): void {
    if (!this.#isFirst) this.#refuseDisorder(row);
    if (row[0] !== this.#last[0] || row[1] !== this.#last[1]) this.end();
    this.#isFirst = false;
    this.#last.set(row);
    if (held * this.#size === this.#group.length) {
      const larger = new Uint32Array(2 * this.#group.length);
      larger.set(this.#group);
      this.#group = larger;
    }
    const at = held * this.#size;
    this.#group[at] = row[4]!;
    this.#group[at + 1] = row[5]!;
    this.#group[at + 2] = row[6]!;
    this.#group[at + 3] = row[2]!;
    this.#size += 1;
  }

  /** Ends the last group. */
  end(): void {
    const [size, group] = [this.#size, this.#group];
    this.#size = 0;
    const largest = largestOf(group, size);
    if (largest === size) return;
    const [high, low] = this.#last;
    const turns = rotationsOf(size, largest);
    const row = new Uint32Array(memberRows.width);
    for (let place = 0; place < size; place += 1) {
      const own = held * place;
      row.fill(0);
      row.set(group.subarray(own, own + numbersOfPlace));
      row[3] = high!;
      row[4] = low!;
      for (const turn of turns) {
        const other = held * ((place + turn) % size);
        if (group[other + 3] === group[own + 3]) continue;
        row.set(group.subarray(other, other + numbersOfPlace), head + numbersOfPlace * row[5]!);
        row[5]! += 1;
      }
      this.#emit(row);
    }
  }

  #refuseDisorder(row: Uint32Array): void {
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] === this.#last[at]) continue;
      if (row[at]! > this.#last[at]!) return;
      throw new InputError(
        'rows of sites must be sorted by their bytes, and one comes before the row behind it; sort them with LC_ALL=C.',
      );
    }
    throw new InputError('a row of sites comes twice; give each file of sites once.');
  }
}

/** How many sites have the commonest word; equal ones follow each other. */
function largestOf(group: Uint32Array, size: number): number {
  let largest = 0;
  let run = 0;
  for (let place = 0; place < size; place += 1) {
    const at = held * place + 3;
    run = place > 0 && group[at] === group[at - held] ? run + 1 : 1;
    if (run > largest) largest = run;
  }
  return largest;
}
