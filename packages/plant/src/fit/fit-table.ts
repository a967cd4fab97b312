import { InputError } from '@slipform/concreteness';
import { HashSet } from '../hashes/hash-set';
import { hashClash, hashCompany } from '../hashes/hash-words';

const marker = Symbol.for('slipform.plant.FitTable');
const format = 'slipform-plant fit 1';
/** Hashes on one line: files stay readable by line, and no line grows with the corpus. */
const perLine = 1000;

/**
 * What a corpus of captions shows: which words stand beside which and under which, as hashes of the sequences that it
 * has more than once. Made by `fitCaptions`, kept as text.
 */
export class FitTable {
  readonly [marker] = true;
  readonly #hashes: HashSet;

  /** @param captions how many captions were read */
  constructor(
    readonly captions: number,
    hashes: Iterable<number>,
  ) {
    this.#hashes = new HashSet(hashes);
  }

  /** How many hashes there are. */
  get size(): number {
    return this.#hashes.size;
  }

  /** Whether a value is a table, of this copy of the package or of another one. */
  static isInstance(value: unknown): value is FitTable {
    return typeof value === 'object' && value !== null && marker in value;
  }

  has(hash: number): boolean {
    return this.#hashes.has(hash);
  }

  /** Whether two words keep out of each other's way in one corpus, and no other one shows them together. */
  clash(a: number, b: number): boolean {
    return this.has(hashClash(a, b)) && !this.has(hashCompany(a, b));
  }

  hashes(): Int32Array {
    return this.#hashes.all();
  }

  /** Both tables in one. */
  with(other: FitTable): FitTable {
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

  /** Reads what `toString` wrote. @throws {InputError} for any other text */
  static parse(text: string): FitTable {
    const [head = '', ...lines] = text.trimEnd().split('\n');
    const captions = Number(head.slice(format.length + 1));
    if (!head.startsWith(`${format} `) || !Number.isSafeInteger(captions) || captions < 0) {
      throw new InputError(
        `FitTable.parse: the first line must be "${format}" and a number, got ${JSON.stringify(head.slice(0, 40))}; make the table with fitCaptions.`,
      );
    }
    const hashes: number[] = [];
    let hash = 0;
    for (const [i, line] of lines.entries()) {
      for (const step of line.split(' ')) {
        hash += /^[0-9a-z]{1,7}$/.test(step) ? Number.parseInt(step, 36) : Number.NaN;
        if (!(hash <= 0xffffffff)) {
          throw new InputError(
            `FitTable.parse: line ${i + 2} is broken; make the table again with fitCaptions.`,
          );
        }
        hashes.push(hash | 0);
      }
    }
    return new FitTable(captions, hashes);
  }
}
