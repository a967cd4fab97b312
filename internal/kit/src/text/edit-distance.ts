/**
 * How many letters must be added, left out, exchanged for others or swapped with their neighbour to make one word of the
 * other (Damerau and Levenshtein, no letter edited twice). Words further apart than `most` count as `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of a.entries()) {
    const current = [row + 1];
    for (const [column, against] of b.entries()) {
      const isSwapped = letter === b[column - 1] && a[row - 1] === against;
      current.push(
        Math.min(
          above[column + 1]! + 1,
          current[column]! + 1,
          above[column]! + Number(letter !== against),
          isSwapped ? before[column - 1]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    [before, above] = [above, current];
  }
  return Math.min(above[b.length]!, most + 1);
}
