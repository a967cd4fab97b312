import { InputError, type Lexicon, type Rating } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { checked } from '../caption';

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
      if (found !== undefined) checked('createPlant: what lexicon.rate gives', () => checkRating(found));
      known.set(word, found ?? null);
      return found;
    },
    rateCaption: (text) => lexicon.rateCaption(text),
  };
}

/** @throws {InputError} for what a lexicon of the caller's own must not give */
function checkRating(found: Rating | null): void {
  if (typeof found === 'object' && found !== null && Number.isFinite(found.rating)) return;
  throw new InputError(
    `createPlant: lexicon.rate must give { rating, source, … } or undefined for a word that it does not know, got ${shown(found)}.`,
  );
}
