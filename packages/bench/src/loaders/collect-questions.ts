import type { BenchmarkImage, BenchmarkItem, Coverage } from '../questions/benchmark';
import { isMissingImage } from './missing-image';
import type { Row } from './row';

/** Gathers the items of a benchmark, and counts for each kind the rows that can and that cannot be scored. */
export interface ItemCollector {
  readonly items: BenchmarkItem[];
  /** Items that can't be scored, since a picture is missing. */
  readonly unseen: BenchmarkItem[];
  /** The row's item of this kind. */
  add(row: Row, kind: string, item: ItemContent): void;
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
  const unseen: BenchmarkItem[] = [];
  const ids = new Set<string>();
  const counts = new Map<string, { scored: number; total: number; excluded: number }>();
  const countOf = (kind: string) => {
    const count = counts.get(kind) ?? { scored: 0, total: 0, excluded: 0 };
    counts.set(kind, count);
    return count;
  };
  return {
    items,
    unseen,
    add(row, kind, item) {
      const count = countOf(kind);
      count.total++;
      const id = `${kind}/${row.key}`;
      if (ids.has(id)) row.fail('its id comes twice');
      ids.add(id);
      const isUnseen = imagesOf(item).some(isMissingImage);
      if (!isUnseen) count.scored++;
      (isUnseen ? unseen : items).push({ id, kind, ...item });
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

function imagesOf(item: ItemContent): BenchmarkImage[] {
  if (!('comparisons' in item)) return [item.image];
  return item.comparisons.flatMap(({ right, wrong }) =>
    [right, wrong].flatMap((pairing) => ('image' in pairing ? [pairing.image] : [])),
  );
}
