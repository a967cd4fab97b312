import type { PairEntry } from './question-file';

/** Bands of concreteness, each up to its limit, exclusive. */
const BANDS: readonly (readonly [name: string, limit: number])[] = [
  ['below 2.5', 2.5],
  ['2.5 to 3', 3],
  ['3 to 3.5', 3.5],
  ['3.5 to 4', 4],
  ['4 to 4.5', 4.5],
  ['4.5 and above', Number.POSITIVE_INFINITY],
];
const UNRATED = 'not rated';

/** From abstract to concrete. */
export const bandNames = (): readonly string[] => [...BANDS.map(([name]) => name), UNRATED];

/** The band of the mean of two words' ratings. */
export function bandOf([one, other]: PairEntry['ratings']): string {
  if (one === undefined || other === undefined) return UNRATED;
  return BANDS.find(([, limit]) => (one + other) / 2 < limit)![0];
}
