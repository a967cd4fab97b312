import type { FoundRating } from './known-ratings';

/** The rating of the first form that has one. */
export function firstFound(
  forms: Iterable<string>,
  find: (form: string) => FoundRating | undefined,
): FoundRating | undefined {
  for (const form of forms) {
    const rating = find(form);
    if (rating) return rating;
  }
  return undefined;
}
