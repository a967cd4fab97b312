/** Texts of a batch that are computed together, as columns of their longest. */
export interface LengthGroup {
  /** Their rows in the batch, ascending. */
  readonly rows: readonly number[];
  readonly length: number;
}

/** What one more group costs, in tokens of padding: its kernels' start, and sums of gradients. */
const GROUP_TOKENS = 96;

/**
 * Divides texts into groups of like length, so that little of what a tower computes is padding: of all divisions the one
 * with the fewest tokens, a group more counted as {@link GROUP_TOKENS}. Of a batch of short captions with a few long ones,
 * more than half is padding.
 *
 * @param lengths tokens of each text up to the one that it is read at, 1 or more
 */
export function lengthGroups(lengths: readonly number[]): LengthGroup[] {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const counts = new Array<number>(longest + 1).fill(0);
  for (const length of lengths) counts[length]!++;
  // least[n]: cost of the texts of at most n tokens, the last group among them of those longer than from[n].
  const least = [0];
  const from = [0];
  for (let n = 1; n <= longest; n++) {
    least[n] = Number.POSITIVE_INFINITY;
    let texts = 0;
    for (let m = n - 1; m >= 0; m--) {
      texts += counts[m + 1]!;
      const cost = least[m]! + (texts === 0 ? 0 : texts * n + GROUP_TOKENS);
      if (cost < least[n]!) [least[n], from[n]] = [cost, m];
    }
  }
  const groups: LengthGroup[] = [];
  for (let n = longest; n > 0; n = from[n]!) {
    const rows = lengths.flatMap((length, row) => (length > from[n]! && length <= n ? [row] : []));
    if (rows.length > 0) groups.unshift({ rows, length: n });
  }
  return groups;
}
