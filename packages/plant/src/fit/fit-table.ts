import { InputError } from '@slipform/concreteness';
import { quoted, shown } from '@slipform/kit/printable';
import { checked } from '../checked';
import { HashSet } from '../hashes/hash-set';
import { hashClash, hashCompany } from '../hashes/hash-words';

const marker = Symbol.for('slipform.plant.FitTable');
const format = 'slipform-plant fit 1';
/** Hashes on one line: files stay readable by line, and no line grows with the corpus. */
const perLine = 1000;
/** In characters: some 20 million hashes. Everyday captions have a hundred thousand. */
const longestTable = 64 * 1024 * 1024;
/** A step in base 36 that fits into 32 bits. */
const mostDigits = 7;
const [LF, SPACE] = [10, 32];

/**
 * Statistics of a corpus of captions: which words stand beside which, and under which verb, preposition or noun, as hashes
 * of the n-grams that occur more than once. `fitCaptions` makes it; `String(table)` and `FitTable.parse` store it.
 */
export class FitTable {
  readonly [marker] = true;
  readonly #hashes: HashSet;

  /** @param captions how many captions were read */
  constructor(
    readonly captions: number,
    hashes: Iterable<number>,
  ) {
    if (!Number.isSafeInteger(captions) || captions < 0) {
      throw new InputError(`FitTable: captions must be a number of captions, got ${shown(captions)}.`);
    }
    this.#hashes = checked('FitTable: hashes', () => new HashSet(numbersOf(hashes)));
  }

  /** The number of hashes. */
  get size(): number {
    return this.#hashes.size;
  }

  /** Whether a value is a table, of this copy of the package or of another one. */
  static isInstance(value: unknown): value is FitTable {
    if (typeof value !== 'object' || value === null) return false;
    return checked('FitTable.isInstance: value', () => {
      const { has, hashes } = value as Partial<FitTable>;
      return marker in value && typeof has === 'function' && typeof hashes === 'function';
    });
  }

  has(hash: number): boolean {
    if (typeof hash !== 'number') {
      throw new InputError(`FitTable.has: hash must be a number, got ${shown(hash)}.`);
    }
    return this.#hashes.has(hash);
  }

  /** Whether two common words hardly ever occur together, given their hashes. */
  clash(a: number, b: number): boolean {
    if (typeof a !== 'number' || typeof b !== 'number') {
      const wrong = typeof a === 'number' ? b : a;
      throw new InputError(`FitTable.clash: both hashes must be numbers, got ${shown(wrong)}.`);
    }
    return this.has(hashClash(a, b)) && !this.has(hashCompany(a, b));
  }

  hashes(): Int32Array {
    return this.#hashes.all();
  }

  /** Both tables in one. */
  with(other: FitTable): FitTable {
    if (!FitTable.isInstance(other)) {
      throw new InputError(`FitTable.with: other must be a FitTable, got ${shown(other)}.`);
    }
    return new FitTable(this.captions + other.captions, [...this.hashes(), ...other.hashes()]);
  }

  /** The table as text: a line that says what it is, then the hashes in order, each as its distance from the one before. */
  toString(): string {
    const sorted = Uint32Array.from(this.hashes()).sort();
    const lines = [`${format} ${this.captions}`];
    for (let start = 0; start < sorted.length; start += perLine) {
      const steps = [...sorted.subarray(start, start + perLine)].map((hash, i) =>
        (hash - (sorted[start + i - 1] ?? 0)).toString(36),
      );
      lines.push(steps.join(' '));
    }
    return `${lines.join('\n')}\n`;
  }

  /** Reads what `toString` wrote, of at most 64 MiB. @throws {InputError} for any other text */
  static parse(text: string): FitTable {
    if (typeof text !== 'string') {
      throw new InputError(`FitTable.parse: text must be a string, got ${shown(text)}; read the file first.`);
    }
    if (text.length > longestTable) {
      throw new InputError(
        `FitTable.parse: text must have at most ${longestTable} characters, got ${text.length}; fit fewer captions.`,
      );
    }
    const headEnd = text.indexOf('\n') === -1 ? text.length : text.indexOf('\n');
    const head = text.slice(0, headEnd).trimEnd();
    const captions = Number(head.slice(format.length + 1));
    if (!head.startsWith(`${format} `) || !Number.isSafeInteger(captions) || captions < 0) {
      throw new InputError(
        `FitTable.parse: the first line must be "${format}" and a number, got ${quoted(head, 40)}; make the table with fitCaptions.`,
      );
    }
    return new FitTable(captions, readHashes(text.slice(headEnd + 1).trimEnd()));
  }
}

/** @throws {InputError} for anything but numbers */
function numbersOf(hashes: Iterable<number>): Iterable<number> {
  if (hashes instanceof Int32Array) return hashes;
  const isIterable = typeof (hashes as Iterable<number> | null | undefined)?.[Symbol.iterator] === 'function';
  const all: readonly unknown[] = isIterable ? [...hashes] : [undefined];
  const wrong = all.findIndex((hash) => typeof hash !== 'number');
  if (wrong < 0) return all as readonly number[];
  throw new InputError(
    `FitTable: hashes must be numbers, got ${shown(isIterable ? all[wrong] : hashes)}; make the table with fitCaptions.`,
  );
}

/** The hashes of all lines behind the first, without an array for each line or step: a table may have millions. */
function readHashes(text: string): Int32Array {
  // A hash takes a digit and what parts it from the next one.
  const hashes = new Int32Array(Math.ceil(text.length / 2));
  let [count, hash, step, digits, line] = [0, 0, 0, 0, 2];
  for (let i = 0; i <= text.length && text.length > 0; i += 1) {
    const code = i === text.length ? LF : text.charCodeAt(i);
    if (code === SPACE || code === LF) {
      hash += digits >= 1 && digits <= mostDigits ? step : Number.NaN;
      if (!(hash <= 0xffffffff)) {
        throw new InputError(
          `FitTable.parse: line ${line} is broken; make the table again with fitCaptions.`,
        );
      }
      hashes[count++] = hash;
      [step, digits] = [0, 0];
      if (code === LF) line += 1;
    } else {
      step = step * 36 + digitOf(code);
      digits += 1;
    }
  }
  return hashes.subarray(0, count);
}

/** The value of a digit of base 36 in lower case; NaN for any other character. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 87 : Number.NaN;
}
