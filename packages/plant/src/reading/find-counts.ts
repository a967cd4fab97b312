import type { Lexicon } from '@slipform/concreteness';
import type { RefusalReason } from '../refusals';
import { numeral } from './count-words';
import type { NounPhrase } from './noun-phrase';
import type { CountSpan } from './reading';
import type { Token } from './tagger';

interface CountContext {
  readonly lexicon: Lexicon;
  readonly refuse: (reason: RefusalReason) => void;
}

const pairs = new Set(['couple', 'pair']);

/** Finds the words that say how many there are: "three dogs", "several people", "a couple of giraffes". */
export function findCounts(
  caption: string,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  { lexicon, refuse }: CountContext,
): CountSpan[] {
  const counts: CountSpan[] = [];
  for (let i = 0; i < phrases.length; i += 1) {
    const phrase = phrases[i]!;
    const found = pairOf(tokens, phrase, phrases[i + 1]) ?? countIn(tokens, phrase);
    if (!found) continue;
    const rating = lexicon.rate(wordOf(found));
    if (!rating) {
      refuse('unrated');
      continue;
    }
    const start = tokens[found.first]!.start;
    const end = tokens[found.last]!.end;
    counts.push({
      slot: 'count',
      ...found,
      start,
      end,
      text: caption.slice(start, end),
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return counts;
}

/** Digits are rated by their word: "4" as "four". */
function wordOf({ lemma, value }: Found): string {
  return value === undefined ? lemma : (numeral(value) ?? lemma);
}

type Found = Pick<CountSpan, 'first' | 'last' | 'lemma' | 'value' | 'head'>;

/** "a couple of giraffes": the span takes in the article and "of". */
function pairOf(
  tokens: readonly Token[],
  { first, last, lemma, plural }: NounPhrase,
  next: NounPhrase | undefined,
): Found | undefined {
  if (!pairs.has(lemma) || plural || tokens[last + 1]?.lower !== 'of' || tokens[first]!.lower !== 'a')
    return undefined;
  // "a pair of scissors" is one thing.
  if (last !== first + 1 || next?.first !== last + 2 || !next.plural || isPairedThing(next)) return undefined;
  return { first, last: last + 1, lemma, value: 2, head: next };
}

function isPairedThing({ lemma }: NounPhrase): boolean {
  return /^(?:scissors|glasses|sunglasses|pants|jeans|shorts|trousers|goggles|shoe|ski|glove|boot|sock)$/.test(
    lemma,
  );
}

function countIn(tokens: readonly Token[], phrase: NounPhrase): Found | undefined {
  for (let i = phrase.first; i < phrase.last; i += 1) {
    const { lower, tag, form } = tokens[i]!;
    if (!form.count) continue;
    const { value } = form.count;
    if (value === undefined) {
      if (!phrase.plural) return undefined;
      const first = lower === 'few' && tokens[i - 1]?.lower === 'a' && i > phrase.first ? i - 1 : i;
      return { first, last: i, lemma: lower, value, head: phrase };
    }
    if (tag !== 'NUM' && tag !== 'DET') continue;
    // "a ten speed bicycle", "a 3 way sign": no number of things; so the noun must agree.
    if (phrase.plural !== value > 1 || tokens[phrase.first]!.lower === 'a') return undefined;
    return { first: i, last: i, lemma: lower, value, head: phrase };
  }
  return undefined;
}
