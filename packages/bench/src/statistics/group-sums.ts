/** A number of a row, and of which group it is. */
interface GroupedRow {
  readonly group: string;
  readonly value: number;
  readonly weight: number;
}

/** For each group Σ weight · value and Σ weight of its rows, as the bootstrap over groups takes them. */
export function groupSums(rows: readonly GroupedRow[]): { sum: number; weight: number }[] {
  const groups = new Map<string, { sum: number; weight: number }>();
  for (const { group: name, value, weight } of rows) {
    const group = groups.get(name) ?? { sum: 0, weight: 0 };
    group.sum += value * weight;
    group.weight += weight;
    groups.set(name, group);
  }
  return [...groups.values()];
}
