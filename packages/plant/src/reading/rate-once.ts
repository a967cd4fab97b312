import type { Lexicon, Rating } from '@slipform/concreteness';

const known = new WeakMap<Lexicon, Map<string, Rating | undefined>>();
const most = 20_000;

/** A lexicon's rating, looked up once: verbs and prepositions are few and come in every caption. */
export function rateOnce(lexicon: Lexicon, word: string): Rating | undefined {
  let ratings = known.get(lexicon);
  if (!ratings) {
    ratings = new Map();
    known.set(lexicon, ratings);
  }
  if (ratings.has(word)) return ratings.get(word);
  if (ratings.size >= most) ratings.clear();
  const rating = lexicon.rate(word);
  ratings.set(word, rating);
  return rating;
}
