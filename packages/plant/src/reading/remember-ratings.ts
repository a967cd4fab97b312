import type { Lexicon, Rating } from '@slipform/concreteness';

const most = 20_000;

/** A lexicon that looks a word up once: verbs, prepositions and attributes are few and come in every caption. */
export function rememberRatings(lexicon: Lexicon): Lexicon {
  const known = new Map<string, Rating | null>();
  return {
    rate(word) {
      const rating = known.get(word);
      if (rating !== undefined) return rating ?? undefined;
      if (known.size >= most) known.clear();
      const found = lexicon.rate(word);
      known.set(word, found ?? null);
      return found;
    },
    rateCaption: (text) => lexicon.rateCaption(text),
  };
}
