import type { ConcretenessReport } from './audit-report';
import type { Pair } from './pair';

const binWidth = 0.25;
const binCount = 16;

/** The bands that `balance: 'concreteness'` gives equal shares, with their lower edges. */
const bandEdges = [
  ['1–3', 1],
  ['3–4', 3],
  ['4–4.5', 4],
  ['4.5–5', 4.5],
] as const;

function bandOf(concreteness: number): string {
  return bandEdges.findLast(([, least]) => concreteness >= least)?.[0] ?? bandEdges[0][0];
}

/** Counts the concreteness of changed words, by slot. */
export function createConcretenessCount() {
  const slots = new Map<string, { sum: number; count: number; bins: number[] }>();
  const sources: Record<string, number> = {};
  const bands: Record<string, number> = Object.fromEntries(bandEdges.map(([name]) => [name, 0]));
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
        entry = { sum: 0, count: 0, bins: new Array<number>(binCount).fill(0) };
        slots.set(slot, entry);
      }
      entry.sum += concreteness;
      entry.count += 1;
      entry.bins[Math.min(binCount - 1, Math.floor((concreteness - 1) / binWidth))]! += 1;
    },
    report(): ConcretenessReport | undefined {
      if (count === 0) return undefined;
      const byCount = [...slots].sort(([, a], [, b]) => b.count - a.count);
      return {
        mean: sum / count,
        ...(replacementCount > 0 ? { replacementMean: replacementSum / replacementCount } : {}),
        sources,
        bands,
        all: Array.from({ length: binCount }, (_, i) =>
          byCount.reduce((sum, [, { bins }]) => sum + bins[i]!, 0),
        ),
        edges: Array.from({ length: binCount + 1 }, (_, i) => 1 + i * binWidth),
        slots: Object.fromEntries(
          byCount.map(([name, entry]) => [name, { mean: entry.sum / entry.count, bins: entry.bins }]),
        ),
      };
    },
  };
}
