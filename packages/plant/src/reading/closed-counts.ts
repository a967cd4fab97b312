import type { Lexicon } from '@slipform/concreteness';
import { countHeads, countsExclude } from '../lexicon/counts';
import { type ClosedSpan, type ClosedWord, closedSpanAt } from './closed-span';
import type { NounPhrase } from './noun-phrase';
import type { CaptionSpan, Reading } from './reading';
import type { Token } from './tagger';

/** "two story building", "two way street", "two different kinds": no two things. */
const measures = new Set(
  'story storey way tone tier level door seater layer lane wheeler year hour minute foot inch percent type kind sort variety half'.split(
    ' ',
  ),
);
/** "the two dogs" are known to be two, "one of three" is no count of what is seen. */
const fixes = new Set(
  'the these those his her their its of all other every first last next about over than between'.split(' '),
);

/** Things of which one has two, and of which a third one is a riddle. */
const paired = new Set(
  'eye ear hand arm leg foot wing horn tusk ski pole glove sock shoe boot sandal wheel skis'.split(' '),
);
/** "two dogs, one … the other", "both": the number is said again. */
const again = new Set('one both other others either twin'.split(' '));

/** Words that say how many there are, of a closed set: numbers, "several", "a group of". */
export function closedCounts(reading: Reading, lexicon: Lexicon): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  const { counts, phrases } = reading;
  for (const count of counts) {
    const lemma = count.text.toLowerCase();
    if (countsExclude.words.has(lemma) && isFree(count, lemma, count.head, reading))
      spans.push(closedSpanAt(count, wordOf(count, lemma, count.head, reading)));
  }
  for (let i = 0; i < phrases.length; i += 1) {
    if (!phrases[i]!.isCollective) continue;
    const span = collectiveAt(i, reading, lexicon);
    if (!span) continue;
    const head = phrases[i + 1]!;
    if (isFree(span, span.lemma, head, reading))
      spans.push(closedSpanAt(span, wordOf(span, span.lemma, head, reading)));
  }
  return spans;
}

/** "a group of": the words of a phrase that stands before what it counts. */
function collectiveAt(
  i: number,
  { caption, tokens, phrases, counts }: Reading,
  lexicon: Lexicon,
): CaptionSpan | undefined {
  const { first, last } = phrases[i]!;
  const head = phrases[i + 1];
  if (head?.first !== last + 2 || tokens[head.first]!.tag === 'NUM') return undefined;
  const lemma = wordsOf(tokens, first, last + 1);
  const rated = countHeads[lemma];
  const rating = rated === undefined ? undefined : lexicon.rate(rated);
  if (!rating || counts.some((count) => count.first === first)) return undefined;
  const start = tokens[first]!.start;
  const end = tokens[last + 1]!.end;
  return {
    first,
    last: last + 1,
    start,
    end,
    text: caption.slice(start, end),
    lemma,
    concreteness: rating.rating,
    concretenessSource: rating.source,
  };
}

/** Whether nothing else in the caption holds a number to what it is. */
function isFree({ first, last }: CaptionSpan, lemma: string, head: NounPhrase, { tokens }: Reading): boolean {
  if (!head.plural || paired.has(head.lemma) || measures.has(head.lemma)) return false;
  if (isSaidAgain(tokens, last) || measures.has(tokens[last + 1]?.lower ?? '')) return false;
  const before = tokens[first - 1]?.lower ?? '';
  // "lots and lots of"
  if (fixes.has(before) || (lemma === 'lots of' && before === 'and')) return false;
  // "a bunch of bananas hangs": the verb would not agree.
  const verb = tokens[head.last + 1];
  const isSingular = (verb?.tag === 'VERB' || verb?.tag === 'AUX') && /[^s]s$/.test(verb.lower);
  return !(isSingular && lemma.startsWith('a '));
}

/** "There are two", but "there is a group of": the verb before holds a count to its number. */
const asOne = countsExclude.among((count) => count.startsWith('a '));
const asMany = countsExclude.among((count) => !count.startsWith('a '));

function wordOf({ first }: CaptionSpan, lemma: string, head: NounPhrase, { tokens }: Reading): ClosedWord {
  const before = tokens[first - 1]?.lower ?? '';
  return {
    slot: 'count',
    lemma,
    form: 'count',
    exclude: /^(?:are|were)$/.test(before) ? asMany : /^(?:is|was)$/.test(before) ? asOne : countsExclude,
    headLemma: head.lemma,
    head: head.last,
    actor: '',
  };
}

/** "next to each other" says no number. */
function isSaidAgain(tokens: readonly Token[], last: number): boolean {
  for (let i = last + 1; i < tokens.length; i += 1) {
    const { lower } = tokens[i]!;
    if (lower === 'each' || lower === 'one') {
      const next = tokens[i + 1]?.lower;
      if (next === 'other' || next === 'another') {
        i += 1;
        continue;
      }
    }
    if (again.has(lower)) return true;
  }
  return false;
}

function wordsOf(tokens: readonly Token[], first: number, last: number): string {
  let words = tokens[first]!.lower;
  for (let i = first + 1; i <= last; i += 1) words += ` ${tokens[i]!.lower}`;
  return words;
}
