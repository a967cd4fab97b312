import type { Pair } from './pair';

/** Numbers counted into bins of one width, with their mean. */
export interface Histogram {
  readonly mean: number;
  readonly count: number;
  /** Edges of the bins, one more than bins; the last bin takes what lies above it as well. */
  readonly edges: readonly number[];
  readonly bins: readonly number[];
}

class Bins {
  readonly #width: number;
  readonly #bins: number[];
  #sum = 0;
  #count = 0;

  constructor(width: number, bins: number) {
    this.#width = width;
    this.#bins = new Array<number>(bins).fill(0);
  }

  /** Counts a number of at least 0; an upper edge belongs to its bin. */
  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    // 0.3 as a difference of two numbers may be a little more.
    const bin = Math.max(0, Math.ceil((value - 1e-9) / this.#width) - 1);
    this.#bins[Math.min(bin, this.#bins.length - 1)]! += 1;
  }

  report(): Histogram | undefined {
    if (this.#count === 0) return undefined;
    return {
      mean: this.#sum / this.#count,
      count: this.#count,
      edges: Array.from({ length: this.#bins.length + 1 }, (_, i) => Math.round(i * this.#width * 100) / 100),
      bins: this.#bins,
    };
  }
}

/** What rates the words of a caption from 1 (abstract) to 5, as `createLexicon` of @slipform/concreteness returns it. */
export interface CaptionLexicon {
  rateCaption(caption: string): { readonly words: readonly { readonly rating: number }[] };
}

/** How far changed words lie below the most concrete word of their caption, in points of the scale 1–5. */
export interface RegretReport extends Histogram {
  /** The share of pairs whose changed word counts as the most concrete one: the first bin. */
  readonly near: number;
}

/** Differences below this are the estimate's own error, in points of the scale 1–5. */
export const TIE = 0.3;

/** @param lexicon rates the words of a caption; without it nothing is counted */
export function createRegretCount(lexicon: CaptionLexicon | undefined) {
  const below = new Bins(TIE, 14);
  return {
    add({ caption, concreteness }: Pair) {
      if (concreteness === undefined || lexicon === undefined) return;
      const ratings = lexicon.rateCaption(caption).words.map(({ rating }) => rating);
      if (ratings.length > 0) below.add(Math.max(0, Math.max(...ratings) - concreteness));
    },
    report(): RegretReport | undefined {
      const counted = below.report();
      return counted && { ...counted, near: counted.bins[0]! / counted.count };
    },
  };
}

/** What the miner's scores say of the negatives. */
export interface ScoreReport {
  /** −ln of the plausibility of the new word in its place, ≥ 0. */
  readonly surprise: Histogram;
  /** The mean of what an edit added to the surplus of word sequences in the negatives. */
  readonly leak: number;
}

/** Counts the scores of records that have them. */
export function createScoreCount() {
  const surprise = new Bins(0.1, 20);
  let leak = 0;
  let count = 0;
  return {
    add({ scores }: Pair) {
      if (scores === undefined) return;
      surprise.add(scores.surprise);
      leak += scores.leak;
      count += 1;
    },
    report(): ScoreReport | undefined {
      const counted = surprise.report();
      return counted && { surprise: counted, leak: leak / count };
    },
  };
}

/** How concrete the changed words are, 1 to 5. */
export interface ConcretenessReport {
  readonly mean: number;
  readonly replacementMean?: number;
  readonly sources: Readonly<Record<string, number>>;
  /** Pairs by bands of concreteness; an upper edge belongs to the next band. */
  readonly bands: Readonly<Record<string, number>>;
  /** The histogram over all slots. */
  readonly all: readonly number[];
  /** Edges of the bins of the histograms, one more than bins. */
  readonly edges: readonly number[];
  readonly slots: Readonly<Record<string, { readonly mean: number; readonly bins: readonly number[] }>>;
}

const BIN_WIDTH = 0.25;
const BIN_COUNT = 16;

/** The bands that `balance: 'concreteness'` gives equal shares, with their lower edges. */
const BAND_EDGES = [
  ['1–3', 1],
  ['3–4', 3],
  ['4–4.5', 4],
  ['4.5–5', 4.5],
] as const;

function bandOf(concreteness: number): string {
  return BAND_EDGES.findLast(([, least]) => concreteness >= least)?.[0] ?? BAND_EDGES[0][0];
}

/** Counts the concreteness of changed words, by slot. */
export function createConcretenessCount() {
  const slots = new Map<string, { sum: number; count: number; bins: number[] }>();
  const sources: Record<string, number> = {};
  const bands: Record<string, number> = Object.fromEntries(BAND_EDGES.map(([name]) => [name, 0]));
  let sum = 0;
  let count = 0;
  let replacementSum = 0;
  let replacementCount = 0;
  return {
    add({ slot = 'all', concreteness, replacementConcreteness, concretenessSource }: Pair) {
      if (concreteness === undefined) return;
      sum += concreteness;
      count += 1;
      bands[bandOf(concreteness)]! += 1;
      if (replacementConcreteness !== undefined) {
        replacementSum += replacementConcreteness;
        replacementCount += 1;
      }
      if (concretenessSource !== undefined) {
        sources[concretenessSource] = (sources[concretenessSource] ?? 0) + 1;
      }
      let entry = slots.get(slot);
      if (!entry) {
        entry = { sum: 0, count: 0, bins: new Array<number>(BIN_COUNT).fill(0) };
        slots.set(slot, entry);
      }
      entry.sum += concreteness;
      entry.count += 1;
      entry.bins[Math.min(BIN_COUNT - 1, Math.floor((concreteness - 1) / BIN_WIDTH))]! += 1;
    },
    report(): ConcretenessReport | undefined {
      if (count === 0) return undefined;
      const byCount = [...slots].sort(([, a], [, b]) => b.count - a.count);
      return {
        mean: sum / count,
        ...(replacementCount > 0 ? { replacementMean: replacementSum / replacementCount } : {}),
        sources,
        bands,
        all: Array.from({ length: BIN_COUNT }, (_, i) =>
          byCount.reduce((sum, [, { bins }]) => sum + bins[i]!, 0),
        ),
        edges: Array.from({ length: BIN_COUNT + 1 }, (_, i) => 1 + i * BIN_WIDTH),
        slots: Object.fromEntries(
          byCount.map(([name, entry]) => [name, { mean: entry.sum / entry.count, bins: entry.bins }]),
        ),
      };
    },
  };
}
