import { findSpellingsOf, type Lexicon, type Rating } from '@slipform/concreteness';
import { type RatedPiece, ratingOf, type ShownWord } from './summary';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Rates the words of a piece, and finds those that are left out or unknown. */
export function ratePiece(text: string, lexicon: Lexicon): RatedPiece {
  const words: ShownWord[] = [];
  let at = 0;
  for (const word of lexicon.rateCaption(text).words) {
    words.push(...othersIn(text, at, word.start, lexicon));
    const { text: own, start, end } = word;
    words.push({ text: own, start, end, isLeftOut: false, ...aboutWord(ratingOf(word), lexicon) });
    at = word.end;
  }
  words.push(...othersIn(text, at, text.length, lexicon));
  return { text, words };
}

/** The words that stand between rated ones. */
function othersIn(text: string, from: number, to: number, lexicon: Lexicon): ShownWord[] {
  const others: ShownWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (!isWordLike) continue;
    const start = from + index;
    const rating = lexicon.rate(segment);
    others.push({
      ...{ text: segment, start, end: start + segment.length, isLeftOut: rating !== undefined },
      ...(rating === undefined ? { spellings: [] } : aboutWord(rating, lexicon)),
    });
  }
  return others;
}

function aboutWord(rating: Rating, lexicon: Lexicon) {
  const isWord = (other: string) => lexicon.rate(other)?.via === 'entry';
  return { rating, spellings: findSpellingsOf(rating.lemma, isWord) };
}
