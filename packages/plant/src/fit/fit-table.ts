import { InputError } from '@slipform/concreteness';

const marker = Symbol.for('slipform.plant.FitTable');
const format = 'slipform-plant fit 1';

/**
 * What a corpus of captions shows: how often its word sequences (two and three words) occur, by hash. Made by
 * `fitCaptions`, kept as text.
 */
export class FitTable {
  readonly [marker] = true;

  /** @param counts hash of a sequence of words → how often the corpus has it */
  constructor(
    readonly captions: number,
    readonly counts: ReadonlyMap<number, number>,
  ) {}

  /** Whether a value is a table, of this copy of the package or of another one. */
  static isInstance(value: unknown): value is FitTable {
    return typeof value === 'object' && value !== null && marker in value;
  }

  /** The table as text: a line of what it is, then a line for each count with its hashes in base 36. */
  toString(): string {
    const byCount = new Map<number, number[]>();
    for (const [hash, count] of this.counts) {
      const hashes = byCount.get(count);
      if (hashes) hashes.push(hash);
      else byCount.set(count, [hash]);
    }
    const lines = [...byCount]
      .sort(([a], [b]) => a - b)
      .map(([count, hashes]) => `${count} ${differences(hashes).join(' ')}`);
    return `${[`${format} ${this.captions}`, ...lines].join('\n')}\n`;
  }

  /** Reads what `toString` wrote. @throws {InputError} for any other text */
  static parse(text: string): FitTable {
    const [head = '', ...lines] = text.trimEnd().split('\n');
    const captions = Number(head.slice(format.length + 1));
    if (!head.startsWith(`${format} `) || !Number.isSafeInteger(captions) || captions < 0) {
      throw new InputError(
        `FitTable.parse: the first line must be "${format}" and a number, got ${JSON.stringify(head.slice(0, 40))}; make the file with fitCaptions.`,
      );
    }
    const counts = new Map<number, number>();
    for (const [i, line] of lines.entries()) {
      const [first = '', ...steps] = line.split(' ');
      const count = Number(first);
      let hash = 0;
      for (const step of steps) {
        hash += Number.parseInt(step, 36);
        if (!(hash >= 0 && hash <= 0xffffffff && count >= 1 && Number.isSafeInteger(count))) {
          throw new InputError(`FitTable.parse: line ${i + 2} is broken; make the file again.`);
        }
        counts.set(hash, count);
      }
    }
    return new FitTable(captions, counts);
  }
}

/** Hashes in order, each as its distance from the one before: half as many digits. */
function differences(hashes: readonly number[]): string[] {
  const sorted = [...hashes].sort((a, b) => a - b);
  return sorted.map((hash, i) => (hash - (i === 0 ? 0 : sorted[i - 1]!)).toString(36));
}
