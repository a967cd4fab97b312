/**
 * The columns of a block that are no negatives of the image of a row, since their text is equal to that of its
 * positive; and the columns beyond the rows whose text another column stands for: one of the row's own, else the first.
 *
 * A column that is a row too keeps its copies: each is the positive of another image, whose row has these entries.
 *
 * @param rows The ids of the texts that are positives, `[R]`; undefined where there is none.
 * @param beyond Those of the texts that are negatives only, `[R·K]`.
 */
export function equalTexts(
  rows: ReadonlyArray<number | undefined>,
  beyond: ReadonlyArray<number | undefined> = [],
): (row: number) => readonly number[] {
  const perRow = beyond.length / rows.length;
  const columns = new Map<number | undefined, number[]>();
  const hard = new Map<number | undefined, number[]>();
  rows.forEach((id, column) => {
    note(columns, id, column);
  });
  beyond.forEach((id, at) => {
    for (const places of [columns, hard]) note(places, id, rows.length + at);
  });
  const copies = [...hard.values()].flatMap(([, ...others]) => others);
  return (row) => [
    ...copies,
    ...(columns.get(rows[row]) ?? []),
    ...beyond.slice(row * perRow, (row + 1) * perRow).flatMap((id) => hard.get(id) ?? []),
  ];
}

function note(places: Map<number | undefined, number[]>, id: number | undefined, column: number): void {
  if (id === undefined) return;
  const those = places.get(id);
  if (those) those.push(column);
  else places.set(id, [column]);
}
