import { countHeads, countsExclude } from '../lexicon/counts';
import { wordClass } from '../lexicon/words';
import type { NounPhrase } from './noun-phrase';
import type { ClosedSpan, KindOfText } from './reading';
import type { ReadingContext } from './reading-context';
import type { Token } from './tagger';
import { numeral } from './word-forms';
import { refusalOf, unrated } from './word-refusals';

/** "a pair of scissors" is one thing. */
const pairedThings = wordClass('paired-thing');
/** "There are two", but "there is a group of": the verb before holds a count to its number. */
const asOne = countsExclude.among((count) => count.startsWith('a '));
const asMany = countsExclude.among((count) => !count.startsWith('a '));

/** Finds the words of a closed set that say how many there are: "three dogs", "several people", "a couple of giraffes", "a group of". */
export function findCounts(
  caption: string,
  tokens: readonly Token[],
  kind: KindOfText,
  phrases: readonly NounPhrase[],
  { lexicon, refuse, refusals }: ReadingContext,
): ClosedSpan[] {
  const numbers: ClosedSpan[] = [];
  const groups: ClosedSpan[] = [];
  for (const found of countWords(tokens, phrases)) {
    const { first, last, counted } = found;
    const start = tokens[first]!.start;
    const end = tokens[last]!.end;
    const text = caption.slice(start, end);
    const lemma = text.toLowerCase();
    if (!countsExclude.words.has(lemma)) continue;
    const place = { caption, kind, tokens, first, last, lemma, head: counted.lemma, counted };
    const refusal = refusalOf(refusals.count, place);
    const rating = refusal ? undefined : lexicon.rate(found.rated);
    if (!rating) {
      refuse(refusal ?? unrated);
      continue;
    }
    const before = tokens[first - 1]?.lower ?? '';
    (found.isGroup ? groups : numbers).push({
      first,
      last,
      start,
      end,
      text,
      lemma,
      concreteness: rating.rating,
      concretenessSource: rating.source,
      slot: 'count',
      form: 'count',
      exclude: /^(?:are|were)$/.test(before) ? asMany : /^(?:is|was)$/.test(before) ? asOne : countsExclude,
      headLemma: counted.lemma,
      head: counted.last,
      actor: '',
    });
  }
  return [...numbers, ...groups];
}

interface Found {
  readonly first: number;
  readonly last: number;
  /** The word whose rating is the count's: "four" of "4", "group" of "a group of". */
  readonly rated: string;
  readonly counted: NounPhrase;
  readonly isGroup: boolean;
}

/** All words that say how many there are, those too that no closed set has. */
export function countWords(tokens: readonly Token[], phrases: readonly NounPhrase[]): Found[] {
  return phrases.flatMap(
    (phrase, i) => countIn(tokens, phrase) ?? groupAt(tokens, phrase, phrases[i + 1]) ?? [],
  );
}

/** "a couple of giraffes", "a group of people": the words of a phrase that stands before what it counts, with "of". */
function groupAt(
  tokens: readonly Token[],
  { first, last, isCollective }: NounPhrase,
  counted: NounPhrase | undefined,
): Found | undefined {
  if (!isCollective || counted?.first !== last + 2) return undefined;
  let words = tokens[first]!.lower;
  for (let i = first + 1; i <= last + 1; i += 1) words += ` ${tokens[i]!.lower}`;
  const isPair = words === 'a couple of' || words === 'a pair of';
  if (isPair ? pairedThings.has(counted.lemma) : tokens[counted.first]!.tag === 'NUM') return undefined;
  const rated = isPair ? 'two' : countHeads[words];
  return rated === undefined ? undefined : { first, last: last + 1, rated, counted, isGroup: !isPair };
}

/** "three dogs", "a few people". */
function countIn(tokens: readonly Token[], counted: NounPhrase): Found | undefined {
  for (let i = counted.first; i < counted.last; i += 1) {
    const { lower, tag, form } = tokens[i]!;
    const { count } = form;
    if (count === undefined) continue;
    if (count === 'some') {
      const first = lower === 'few' && tokens[i - 1]?.lower === 'a' && i > counted.first ? i - 1 : i;
      return { first, last: i, rated: lower, counted, isGroup: false };
    }
    if (tag !== 'NUM' && tag !== 'DET') continue;
    // "a ten speed bicycle", "a 3 way sign", "one dogs": no number of things.
    if (tokens[counted.first]!.lower === 'a' || (count === 1 && counted.plural)) return undefined;
    return { first: i, last: i, rated: numeral(count) ?? lower, counted, isGroup: false };
  }
  return undefined;
}
