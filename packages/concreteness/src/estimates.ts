import { ratings, words } from '../table/estimates.js';
import { decodeFrontCoded } from './front-coding';
import { ratingOfCode } from './rating-code';

let cached: ReadonlyMap<string, number> | undefined;

/** Our estimates by word, decoded at the first call and shared by all lexicons: reading a Map can't change it. */
export function loadEstimates(): ReadonlyMap<string, number> {
  if (cached) return cached;
  const estimates = new Map<string, number>();
  decodeFrontCoded(words, (word, index) => {
    estimates.set(word, ratingOfCode[ratings.charCodeAt(index)]!);
  });
  cached = estimates;
  return estimates;
}
