import { shown } from '@slipform/kit/text/printable';
import { isFunctionWord } from './function-words';
import { refuse } from './input-error';
import { normalizeWord } from './normalize-word';
import type { Rating } from './rating';
import { tokenize, type WordToken } from './tokenize';

const sizeAndColour =
  /^(?:large|small|big|little|tiny|huge|tall|long|short) (?:white|black|red|blue|green|yellow|brown|orange|pink|purple|gr[ae]y|copper|blond)$/;

/**
 * Whether a phrase is a size and a colour. WordNet knows "large white" and "small white" as butterflies, but two such
 * adjectives in a row describe the noun after them ("a large white airplane"), so they are rated word by word.
 */
function isSizeAndColour(phrase: string): boolean {
  return sizeAndColour.test(phrase);
}

export interface RatedWord extends Rating {
  /** The word as it stands in the caption. */
  readonly text: string;
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends (exclusive), in UTF-16 code units. */
  readonly end: number;
}

export interface RatedCaption {
  readonly words: readonly RatedWord[];
  /** Mean rating of `words`; NaN if there are none, since no number would be true. */
  readonly mean: number;
}

const longestPhrase = 4;

interface Raters {
  readonly rate: (word: string) => Rating | undefined;
  /** Rates a phrase that is an entry, or the plural of one. */
  readonly ratePhrase: (phrase: string) => Rating | undefined;
}

export function rateCaption(text: string, raters: Raters): RatedCaption {
  if (typeof text !== 'string') {
    refuse('rateCaption', 'text', 'must be a string', shown(text), 'pass a caption');
  }
  const tokens = tokenize(text);
  const isContent = tokens.map((token) => !isFunctionWord(normalizeWord(token.text)));
  const words: RatedWord[] = [];
  let sum = 0;
  for (let first = 0; first < tokens.length; ) {
    const found = isContent[first] ? longestRated(text, tokens, isContent, first, raters) : undefined;
    if (found) {
      words.push(found.word);
      sum += found.word.rating;
    }
    first = found ? found.next : first + 1;
  }
  return { words, mean: words.length === 0 ? Number.NaN : sum / words.length };
}

/**
 * The longest phrase with a rating that begins at token `first` and ends in a content word. It gives way to a more
 * concrete one that begins with its last word: "red [fire hydrant]", not "[red fire] hydrant".
 */
function longestRated(
  text: string,
  tokens: readonly WordToken[],
  isContent: readonly boolean[],
  first: number,
  raters: Raters,
): { word: RatedWord; next: number } | undefined {
  const found = longestPhraseAt(text, tokens, isContent, first, raters);
  if (found) {
    const later = longestPhraseAt(text, tokens, isContent, found.next - 1, raters);
    if (!later || later.word.rating <= found.word.rating) return found;
  }
  const { text: word, start, end } = tokens[first]!;
  const rating = raters.rate(word);
  return rating && { word: { text: word, start, end, ...rating }, next: first + 1 };
}

/** The longest phrase of two words or more. */
function longestPhraseAt(
  text: string,
  tokens: readonly WordToken[],
  isContent: readonly boolean[],
  first: number,
  { ratePhrase }: Raters,
): { word: RatedWord; next: number } | undefined {
  const { start } = tokens[first]!;
  for (let last = lastOfPhrase(text, tokens, first); last > first; last -= 1) {
    if (!isContent[last]) continue;
    const { end } = tokens[last]!;
    const span = text.slice(start, end);
    const rating = ratePhrase(span);
    if (rating && !isSizeAndColour(rating.lemma))
      return { word: { text: span, start, end, ...rating }, next: last + 1 };
  }
  return undefined;
}

/** A phrase goes on while nothing but white space parts its words: "hot dog", not "hot, dog". */
function lastOfPhrase(text: string, tokens: readonly WordToken[], first: number): number {
  let last = first;
  while (last + 1 < tokens.length && last + 1 - first < longestPhrase) {
    if (text.slice(tokens[last]!.end, tokens[last + 1]!.start).trim() !== '') break;
    last += 1;
  }
  return last;
}
