/** Bands of concreteness, by the rating of one word or the mean of two. */
export const BANDS = ['below 3', '3 to 4', '4 and more'] as const;

export type Band = (typeof BANDS)[number];

/** The band of a rating from 1 to 5. */
export function bandOf(concreteness: number): Band {
  if (concreteness < 3) return 'below 3';
  return concreteness < 4 ? '3 to 4' : '4 and more';
}
