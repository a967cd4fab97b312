import { CountTable } from '../hashes/count-table';
import { tableShapes } from './hash-tables';
import { eachMeeting, Meetings } from './meetings';
import { mergeRuns, RowSorter, type Run } from './sorted-rows';

/** So many hashes are counted in memory before they are written as a run. */
const mostCounted = 1_000_000;
/** So many hashes are held while partners are chosen: those of the largest counts. */
export const mostHashes = 4_000_000;
/** Under this hash all pictures are counted; no word has it. */
const picturesHash = 0;

/** Counts words of pictures, exactly: beyond a million different ones on the disk. */
export class WordCounter {
  readonly #folder: string;
  readonly #name: string;
  readonly #most: number;
  readonly #runs: Run[];
  #counts = new CountTable(0);
  #pictures = 0;

  /** @param runs of an earlier process */
  constructor(folder: string, name: string, runs: readonly Run[] = [], most = mostCounted) {
    this.#folder = folder;
    this.#name = name;
    this.#runs = [...runs];
    this.#most = most;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** Counts a picture so many times: −1 takes it back. */
  add(words: readonly number[], times = 1): void {
    this.#pictures += times;
    eachMeeting(words, (hash) => this.#counts.add(hash, times));
    if (this.#counts.size > this.#most) this.spill();
  }

  /** Writes what is held as a run. A count below 0 is written as 2³² more. */
  spill(): void {
    if (this.#counts.size === 0 && this.#pictures === 0) return;
    const { width } = tableShapes.words;
    const sorter = new RowSorter(
      this.#folder,
      this.#name,
      tableShapes.words,
      this.#counts.size + width,
      this.#runs,
    );
    if (this.#pictures !== 0) sorter.add(picturesHash, this.#pictures >>> 0);
    this.#counts.each((hash, count) => sorter.add(hash >>> 0, count >>> 0));
    sorter.spill();
    this.#runs.push(...sorter.runs.slice(this.#runs.length));
    this.#counts = new CountTable(0);
    this.#pictures = 0;
  }
}

/**
 * Adds up the counts of runs. Of more hashes than `most`, those with the smallest counts are left out, all of one count
 * together, so that what is left doesn't depend on the order or the number of the runs.
 */
export function meetingsOf(runs: readonly Run[], most = mostHashes): Meetings {
  const counts: number[] = [];
  let pictures = 0;
  for (const [hash, count] of sumsOf(runs)) {
    if (hash === picturesHash) pictures = count;
    else counts[Math.min(count, largestBin)] = (counts[Math.min(count, largestBin)] ?? 0) + 1;
  }
  let left = counts.reduce((sum, hashes) => sum + (hashes ?? 0), 0);
  let least = 1;
  while (left > most && least < largestBin) {
    left -= counts[least] ?? 0;
    least += 1;
  }
  const table = new CountTable(left);
  for (const [hash, count] of sumsOf(runs)) {
    if (hash !== picturesHash && count >= least) table.add(hash | 0, count);
  }
  return new Meetings(table, pictures);
}

const largestBin = 1000;

/** Each hash with the sum of its counts, where that is above 0. */
function* sumsOf(runs: readonly Run[]): Generator<readonly [hash: number, count: number]> {
  let [last, sum] = [-1, 0];
  for (const [hash = 0, count = 0] of mergeRuns(runs, tableShapes.words)) {
    if (hash !== last) {
      if (sum > 0) yield [last, sum];
      [last, sum] = [hash, 0];
    }
    sum += count | 0;
  }
  if (sum > 0) yield [last, sum];
}
