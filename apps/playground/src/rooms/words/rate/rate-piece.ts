import { findSpellingsOf, type Lexicon, type Norms, type Rating } from '@slipform/concreteness';
import { type RatedPiece, ratingOf, type ShownWord } from './summary';

export interface Lexicons {
  /** People's ratings first, where there are some. */
  readonly first: Lexicon;
  readonly estimates: Lexicon;
  readonly norms: Norms | undefined;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Rates the words of a piece, and finds those that are left out or unknown. */
export function ratePiece(text: string, lexicons: Lexicons): RatedPiece {
  const words: ShownWord[] = [];
  let at = 0;
  for (const word of lexicons.first.rateCaption(text).words) {
    words.push(...othersIn(text, at, word.start, lexicons));
    const { text: own, start, end } = word;
    words.push({ text: own, start, end, isLeftOut: false, ...aboutWord(own, ratingOf(word), lexicons) });
    at = word.end;
  }
  words.push(...othersIn(text, at, text.length, lexicons));
  return { text, words };
}

/** The words that stand between rated ones. */
function othersIn(text: string, from: number, to: number, lexicons: Lexicons): ShownWord[] {
  const others: ShownWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (!isWordLike) continue;
    const start = from + index;
    const rating = lexicons.first.rate(segment);
    others.push({
      ...{ text: segment, start, end: start + segment.length, isLeftOut: rating !== undefined },
      ...(rating === undefined ? { spellings: [] } : aboutWord(segment, rating, lexicons)),
    });
  }
  return others;
}

function aboutWord(text: string, rating: Rating, { first, estimates, norms }: Lexicons) {
  const { lemma, source, parts } = rating;
  const deviation = source === 'norms' && !parts ? norms?.deviations?.get(lemma) : undefined;
  const estimate = source === 'norms' ? estimates.rate(text)?.rating : undefined;
  const isWord = (other: string) => /^(entry|norms)$/.test(first.rate(other)?.via ?? '');
  return {
    rating,
    spellings: findSpellingsOf(lemma, isWord),
    ...(deviation !== undefined && { deviation }),
    ...(estimate !== undefined && { estimate }),
  };
}
