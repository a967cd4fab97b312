import type { BenchmarkItem, Coverage } from '../benchmark';
import type { Row } from './row';

/** Gathers the items of a benchmark, and counts for each kind the rows that can and that cannot be scored. */
export interface ItemCollector {
  readonly items: BenchmarkItem[];
  /** The row's item of this kind; `undefined` says that it can't be scored, since a picture is missing. */
  add(row: Row, kind: string, item: ItemContent | undefined): void;
  /** A row that the benchmark's authors leave out themselves. */
  exclude(kind: string): void;
  coverage(): Record<string, Coverage>;
}

// Without the fields that the collector fills in; written out, since Omit takes a union for one type.
type ItemContent = { readonly group: string } & (
  | Omit<Extract<BenchmarkItem, { negative: string }>, 'id' | 'kind' | 'group'>
  | Omit<Extract<BenchmarkItem, { candidates: unknown }>, 'id' | 'kind' | 'group'>
  | Omit<Extract<BenchmarkItem, { comparisons: unknown }>, 'id' | 'kind' | 'group'>
);

export function collectItems(): ItemCollector {
  const items: BenchmarkItem[] = [];
  const ids = new Set<string>();
  const counts = new Map<string, { scored: number; total: number; excluded: number }>();
  const countOf = (kind: string) => {
    const count = counts.get(kind) ?? { scored: 0, total: 0, excluded: 0 };
    counts.set(kind, count);
    return count;
  };
  return {
    items,
    add(row, kind, item) {
      const count = countOf(kind);
      count.total++;
      const id = `${kind}/${row.key}`;
      if (ids.has(id)) row.fail('its id comes twice');
      ids.add(id);
      if (!item) return;
      count.scored++;
      items.push({ id, kind, ...item });
    },
    exclude(kind) {
      countOf(kind).excluded++;
    },
    coverage: () =>
      Object.fromEntries(
        [...counts].map(([kind, { scored, total, excluded }]) => [
          kind,
          { scored, total, ...(excluded > 0 ? { excluded } : {}) },
        ]),
      ),
  };
}
